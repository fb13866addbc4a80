import { z } from "zod";
import type { TrendFigure } from "../../documents/figures/render-trend-figure.ts";
import { type Indicator, IndicatorFacts } from "../../domain/measure/indicator.ts";
import type { Judgement } from "../../domain/measure/judgement.ts";
import { Observation, PopulationGroup } from "../../domain/measure/measure-facts.ts";
import { FactStatus, Standard } from "../../domain/measure/standard.ts";
import type { OutcomeSeries } from "../outcomes.ts";
import { schemaOf } from "./agreement.ts";

z.globalRegistry.add(Standard, { id: "Standard" });

export const IndicatorOutput = schemaOf<Indicator>()(
	IndicatorFacts.extend({
		vintage: z.string(),
		standard: Standard.nullable(),
		standardStatus: FactStatus.nullable(),
	}).meta({ id: "Indicator" }),
);

const JudgementOutput = schemaOf<Judgement>()(
	z
		.object({ verdict: z.enum(["meets", "below", "no-standard", "not-comparable"]), reason: z.string() })
		.meta({ id: "Judgement" }),
);

export const OutcomeSeriesOutput = schemaOf<OutcomeSeries>()(
	z
		.object({
			jurisdictionId: z.string(),
			indicator: IndicatorOutput,
			populationGroup: PopulationGroup,
			observations: z.array(Observation).describe("Oldest first."),
			latest: Observation,
			judgement: JudgementOutput,
		})
		.meta({ id: "OutcomeSeries" }),
);

export const TrendFigureOutput = schemaOf<TrendFigure>()(
	z
		.object({
			svg: z.string().describe("One svg element, safe inside a page."),
			altText: z.string(),
			sentence: z.string(),
		})
		.meta({ id: "TrendFigure" }),
);
