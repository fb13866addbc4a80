import { z } from "zod";
import { areaOfSubject, EvidenceArea } from "../domain/finding/evidence-area.ts";
import { may } from "../domain/people/may.ts";
import { assembleComponents } from "../domain/plan/assemble-plan.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { crosswalkVintage, evidenceAreas } from "../frameworks/us-cfsr/crosswalk.ts";
import { NotFound } from "./errors.ts";
import { FindingOutput, type FindingWithEvidence } from "./list-findings.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { mainSeries, type OutcomeSeries, seriesOf } from "./outcomes.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";
import { OutcomeSeriesOutput } from "./outputs/outcome-outputs.ts";

/** A goal that answers an area, with its number in the document that uses it. */
export type AnsweringGoal = {
	readonly document: Fact<"document">;
	readonly goal: Fact<"goal">;
	readonly number: string;
};

export type AreaEvidence = {
	readonly area: EvidenceArea;
	/** The newest figures of its indicators. */
	readonly series: readonly OutcomeSeries[];
	readonly findings: readonly (FindingWithEvidence & {
		/** How documents answer it; none while nobody has. */
		readonly answers: readonly Fact<"finding-answer">[];
	})[];
	readonly goals: readonly AnsweringGoal[];
	/** What was said on it. */
	readonly voices: readonly Fact<"partner-input">[];
	/** Confirmed findings of concern that no document answers or puts off with a reason (INT-06). */
	readonly open: number;
};

export type EvidenceView = {
	readonly jurisdiction: Fact<"jurisdiction">;
	readonly areas: readonly AreaEvidence[];
	readonly mayConfirm: boolean;
};

/** Of each outcome and systemic factor what figures, reviews and voices say, what was found, and which goals answer it. */
export const getEvidence = defineOperation({
	name: "get-evidence",
	title: "Get the evidence on outcomes and systemic factors",
	http: { method: "get", path: "/jurisdictions/{jurisdictionId}/evidence" },
	input: z.object({ jurisdictionId: z.uuid() }),
	output: z
		.object({
			jurisdiction: factOutputs.jurisdiction,
			areas: z.array(
				z
					.object({
						area: EvidenceArea,
						series: z.array(OutcomeSeriesOutput),
						findings: z.array(FindingOutput.extend({ answers: z.array(factOutputs["finding-answer"]) })),
						goals: z.array(z.object({ document: factOutputs.document, goal: factOutputs.goal, number: z.string() })),
						voices: z.array(factOutputs["partner-input"]),
						open: z.int(),
					})
					.meta({ id: "AreaEvidence" }),
			),
			mayConfirm: z.boolean(),
		})
		.meta({ id: "EvidenceByArea" }),
	async run({ actor, stores }, { jurisdictionId }): Promise<EvidenceView> {
		const jurisdiction = await stores.facts.find("jurisdiction", jurisdictionId);
		if (!jurisdiction) throw new NotFound("There is no such jurisdiction.");
		const path = await stores.jurisdictions.pathOf(jurisdictionId);
		requireRole(actor, "finding.read", path);
		const here = { jurisdictionId };
		const figures = await stores.figures.list({
			...{ jurisdictionIds: [jurisdictionId], vintage: crosswalkVintage, newestOnly: true },
		});
		const series = mainSeries(seriesOf(figures));
		const findings = (await stores.facts.list("finding", here)).filter(({ state }) => state !== "dismissed");
		const evidence = await stores.facts.list("evidence", here);
		const answers = await stores.facts.list("finding-answer", here);
		const wanted = (await stores.facts.list("focus-area", here)).filter((each) => areaOfSubject(evidenceAreas, each));
		const found = await stores.plans.findComponents(
			wanted.map(({ id }) => id),
			"goals",
		);
		const plans = found.map((facts) => ({ ...facts, components: assembleComponents(facts) }));
		const areas = evidenceAreas.map((area): AreaEvidence => {
			const isHere = (subject: Parameters<typeof areaOfSubject>[1]) => areaOfSubject([area], subject) !== undefined;
			const mine = findings
				.filter(({ subjectKind, code }) => isHere({ subjectKind, codes: [code] }))
				.map((finding) => ({
					...finding,
					evidence: evidence.filter(({ findingId }) => findingId === finding.id),
					answers: answers.filter(({ findingId }) => findingId === finding.id),
				}));
			const components = plans.flatMap((plan) =>
				plan.components.filter(({ focusArea }) => isHere(focusArea)).map((component) => ({ plan, component })),
			);
			return {
				area,
				series: series.filter(({ indicator }) => area.indicators.includes(indicator.code)),
				findings: mine,
				goals: components.flatMap(({ plan, component }) =>
					component.goals.map(({ goal, number }) => ({ document: plan.document, goal, number })),
				),
				voices: components.flatMap(({ plan, component }) =>
					plan.voices.filter(({ focusAreaId }) => focusAreaId === component.focusArea.id),
				),
				open: mine.filter(
					({ state, judgement, answers: given }) =>
						state === "confirmed" && judgement === "area-needing-improvement" && given.length === 0,
				).length,
			};
		});
		return { jurisdiction, areas, mayConfirm: may(actor, "finding.confirm", path) };
	},
});
