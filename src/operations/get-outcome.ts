import { z } from "zod";
import type { Indicator } from "../domain/measure/indicator.ts";
import { may } from "../domain/people/may.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { findIndicator } from "../frameworks/ca-indicators/catalogue.ts";
import { NotFound } from "./errors.ts";
import type { FindingWithEvidence } from "./findings.ts";
import { defineOperation } from "./operation.ts";
import { type OutcomeSeries, seriesOf } from "./outcomes.ts";

/** A plan's component on the indicator, with the goals that it holds. */
export type OutcomeAnswer = {
	readonly component: Fact<"focus-area">;
	readonly document: Fact<"document">;
	readonly goals: readonly Fact<"goal">[];
};

export type OutcomeView = {
	readonly jurisdiction: Fact<"jurisdiction">;
	readonly indicator: Indicator;
	/** One for each group of children that there are figures for; all children first. */
	readonly series: readonly OutcomeSeries[];
	readonly findings: readonly FindingWithEvidence[];
	readonly answers: readonly OutcomeAnswer[];
	/** The loads that the figures came from. */
	readonly loads: readonly Fact<"figure-load">[];
	readonly mayConfirm: boolean;
};

/** One indicator in one jurisdiction: figures, findings and the goals that answer them, on one page. */
export const getOutcome = defineOperation({
	name: "get-outcome",
	title: "Get an outcome",
	http: { method: "get", path: "/jurisdictions/{jurisdictionId}/outcomes/{vintage}/{code}" },
	input: z.object({ jurisdictionId: z.uuid(), vintage: z.string().max(40), code: z.string().max(40) }),
	async run({ actor, stores }, { jurisdictionId, vintage, code }): Promise<OutcomeView> {
		const jurisdiction = await stores.facts.find("jurisdiction", jurisdictionId);
		const indicator = findIndicator(vintage, code);
		if (!jurisdiction || !indicator) throw new NotFound("There is no such indicator or jurisdiction.");
		const observations = await stores.figures.list({ jurisdictionIds: [jurisdictionId], vintage, indicator: indicator.code });
		const findings = await stores.facts.list("finding", {
			jurisdictionId,
			subjectKind: "indicator",
			code: indicator.code,
			vintage,
		});
		const evidence = (await Promise.all(findings.map(({ id }) => stores.facts.list("evidence", { findingId: id })))).flat();
		const loadIds = new Set(observations.map((each) => each.loadId));
		const path = await stores.jurisdictions.pathOf(jurisdictionId);
		return {
			jurisdiction,
			indicator,
			series: [...seriesOf(observations)].sort((a, b) => groupOrder(a) - groupOrder(b)),
			findings: findings.map((finding) => ({
				...finding,
				evidence: evidence.filter((each) => each.findingId === finding.id),
			})),
			answers: await answersOn(stores, jurisdictionId, indicator.code),
			loads: (await stores.facts.list("figure-load", { jurisdictionId })).filter((each) => loadIds.has(each.id)),
			mayConfirm: may(actor, "finding.confirm", path),
		};
	},
});

const groupOrder = (series: OutcomeSeries) => ["all", "child-welfare", "probation"].indexOf(series.populationGroup);

async function answersOn(
	stores: Parameters<typeof getOutcome.run>[0]["stores"],
	jurisdictionId: string,
	code: string,
): Promise<readonly OutcomeAnswer[]> {
	const components = (await stores.facts.list("focus-area", { jurisdictionId })).filter((each) => each.codes.includes(code));
	if (components.length === 0) return [];
	const documents = new Map((await stores.facts.list("document", { jurisdictionId })).map((each) => [each.id, each]));
	const uses = await stores.facts.list("goal-use", { jurisdictionId });
	const goals = new Map((await stores.facts.list("goal", { jurisdictionId })).map((each) => [each.id, each]));
	return components.flatMap((component) => {
		const document = documents.get(component.documentId);
		if (!document) return [];
		const used = uses.filter((use) => use.focusAreaId === component.id).sort((a, b) => a.position - b.position);
		return [{ component, document, goals: used.flatMap((use) => goals.get(use.goalId) ?? []) }];
	});
}
