import { z } from "zod";
import { may } from "../domain/people/may.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { NotFound } from "./errors.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { mainSeries, type OutcomeSeries, seriesOf } from "./outcomes.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";
import { OutcomeSeriesOutput } from "./outputs/outcome-outputs.ts";

export type OutcomeRow = {
	/** The newest figure of all children, or of the one group that there are figures for. */
	readonly series: OutcomeSeries;
	readonly findings: readonly Fact<"finding">[];
	/** Components of plans that address the indicator. */
	readonly components: readonly Fact<"focus-area">[];
};

export type Outcomes = {
	readonly jurisdiction: Fact<"jurisdiction">;
	readonly rows: readonly OutcomeRow[];
	/** Findings on systemic factors and other areas, which have no figures. */
	readonly otherFindings: readonly Fact<"finding">[];
	/** What the asker may do here. */
	readonly mayLoad: boolean;
	readonly mayConfirm: boolean;
	readonly mayReadFindings: boolean;
};

export const OutcomeRowOutput = z
	.object({
		series: OutcomeSeriesOutput,
		findings: z.array(factOutputs.finding),
		components: z.array(factOutputs["focus-area"]),
	})
	.meta({ id: "OutcomeRow" });

const OutcomesOutput = z
	.object({
		jurisdiction: factOutputs.jurisdiction,
		rows: z.array(OutcomeRowOutput),
		otherFindings: z.array(factOutputs.finding),
		mayLoad: z.boolean(),
		mayConfirm: z.boolean(),
		mayReadFindings: z.boolean(),
	})
	.meta({ id: "Outcomes" });

/** How a jurisdiction stands on every indicator that it has figures for, and what is done about it. */
export const listOutcomes = defineOperation({
	name: "list-outcomes",
	title: "List outcomes",
	http: { method: "get", path: "/jurisdictions/{jurisdictionId}/outcomes" },
	input: z.object({ jurisdictionId: z.uuid() }),
	output: OutcomesOutput,
	async run({ actor, stores }, { jurisdictionId }): Promise<Outcomes> {
		const jurisdiction = await stores.facts.find("jurisdiction", jurisdictionId);
		if (!jurisdiction) throw new NotFound("There is no such jurisdiction.");
		const path = await stores.jurisdictions.pathOf(jurisdictionId);
		requireRole(actor, "figures.read", path);
		const observations = await stores.figures.list({ jurisdictionIds: [jurisdictionId], newestOnly: true });
		const findings = await stores.facts.list("finding", { jurisdictionId });
		// A yearly paper addresses what its plan addresses: it is named once, by the plan.
		const papers = (await stores.facts.list("document", { jurisdictionId })).filter(
			({ updateOf }) => updateOf !== null,
		);
		const components = (await stores.facts.list("focus-area", { jurisdictionId })).filter(
			({ documentId }) => !papers.some(({ id }) => id === documentId),
		);
		const rows = mainSeries(seriesOf(observations)).map((series) => ({
			series,
			findings: findings.filter((each) => isOn(each, series)),
			components: components.filter(
				(each) => each.subjectKind === "indicator" && each.codes.includes(series.indicator.code),
			),
		}));
		return {
			jurisdiction,
			rows,
			otherFindings: findings.filter((finding) => !rows.some(({ series }) => isOn(finding, series))),
			mayLoad: may(actor, "figures.load", path),
			mayConfirm: may(actor, "finding.confirm", path),
			mayReadFindings: may(actor, "finding.read", path),
		};
	},
});

function isOn(finding: Fact<"finding">, { indicator }: OutcomeSeries): boolean {
	return (
		finding.subjectKind === "indicator" && finding.code === indicator.code && finding.vintage === indicator.vintage
	);
}
