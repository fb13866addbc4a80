import { z } from "zod";
import type { TrendFigure } from "../documents/figures/render-trend-figure.ts";
import type { Indicator } from "../domain/measure/indicator.ts";
import { may } from "../domain/people/may.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { findIndicator } from "../frameworks/ca-indicators/catalogue.ts";
import { drawTrend } from "./draw-trend.ts";
import { NotFound } from "./errors.ts";
import { FindingOutput, type FindingWithEvidence } from "./list-findings.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { type OutcomeAnswer, OutcomeAnswerOutput, outcomeAnswers } from "./outcome-answers.ts";
import { byGroup, type OutcomeSeries, seriesOf } from "./outcomes.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";
import { IndicatorOutput, OutcomeSeriesOutput, TrendFigureOutput } from "./outputs/outcome-outputs.ts";

export type OutcomeView = {
	readonly jurisdiction: Fact<"jurisdiction">;
	readonly indicator: Indicator;
	/** One for each group of children that there are figures for; all children first. */
	readonly series: readonly OutcomeSeries[];
	readonly findings: readonly FindingWithEvidence[];
	readonly answers: readonly OutcomeAnswer[];
	/** The loads that the figures came from. */
	readonly loads: readonly Fact<"figure-load">[];
	/** The trend of the first series, drawn; undefined where there is no figure to draw. */
	readonly figure: TrendFigure | undefined;
	readonly mayConfirm: boolean;
	readonly mayLoad: boolean;
};

const OutcomeOutput = z
	.object({
		jurisdiction: factOutputs.jurisdiction,
		indicator: IndicatorOutput,
		series: z.array(OutcomeSeriesOutput),
		findings: z.array(FindingOutput),
		answers: z.array(OutcomeAnswerOutput),
		loads: z.array(factOutputs["figure-load"]),
		figure: TrendFigureOutput.optional(),
		mayConfirm: z.boolean(),
		mayLoad: z.boolean(),
	})
	.meta({ id: "Outcome" });

/** One indicator in one jurisdiction: figures, findings and the goals that answer them, on one page. */
export const getOutcome = defineOperation({
	name: "get-outcome",
	title: "Get an outcome",
	http: { method: "get", path: "/jurisdictions/{jurisdictionId}/outcomes/{vintage}/{code}" },
	input: z.object({ jurisdictionId: z.uuid(), vintage: z.string().max(40), code: z.string().max(40) }),
	output: OutcomeOutput,
	async run({ actor, stores }, { jurisdictionId, vintage, code }): Promise<OutcomeView> {
		const jurisdiction = await stores.facts.find("jurisdiction", jurisdictionId);
		const indicator = findIndicator(vintage, code);
		if (!jurisdiction || !indicator) throw new NotFound("There is no such indicator or jurisdiction.");
		const path = await stores.jurisdictions.pathOf(jurisdictionId);
		requireRole(actor, "figures.read", path);
		const observations = await stores.figures.list({
			jurisdictionIds: [jurisdictionId],
			vintage,
			indicator: indicator.code,
		});
		const findings = await stores.facts.list("finding", {
			jurisdictionId,
			subjectKind: "indicator",
			code: indicator.code,
			vintage,
		});
		const evidence = (
			await Promise.all(findings.map(({ id }) => stores.facts.list("evidence", { findingId: id })))
		).flat();
		const loadIds = new Set(observations.map((each) => each.loadId));
		const series = [...seriesOf(observations)].sort(byGroup);
		return {
			jurisdiction,
			indicator,
			series,
			figure: series[0] && (await drawSeries(series[0])),
			findings: findings.map((finding) => ({
				...finding,
				evidence: evidence.filter((each) => each.findingId === finding.id),
			})),
			answers: await outcomeAnswers(stores, jurisdictionId, indicator.code),
			loads: (await stores.facts.list("figure-load", { jurisdictionId })).filter((each) => loadIds.has(each.id)),
			mayConfirm: may(actor, "finding.confirm", path),
			mayLoad: may(actor, "figures.load", path),
		};
	},
});

function drawSeries({ indicator, observations }: OutcomeSeries): Promise<TrendFigure> | undefined {
	const { code, vintage, label, unit, desiredDirection: direction } = indicator;
	if (!unit || !direction) return undefined;
	return drawTrend({ title: label ?? code, indicator: code, vintage, unit, direction, observations });
}
