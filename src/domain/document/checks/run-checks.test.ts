import fc from "fast-check";
import { expect, test } from "vitest";
import { changeFact, sample, sampleId, samplePlanFacts } from "../../../../test/support/sample-plan.ts";
import { checkSip } from "../../../../test/support/sip-checks.ts";
import { getEdition } from "../../../frameworks/editions.ts";
import { assemblePlan } from "../../plan/assemble-plan.ts";
import type { PlanFacts } from "../../plan/plan-graph.ts";
import { fillMessage } from "./fill-message.ts";
import { openErrors, runChecks } from "./run-checks.ts";

const [, second = ""] = sample.milestones;
const noTimeframe = changeFact(samplePlanFacts(), "milestones", second, { timeframeMonths: null });
const waiver = (values: Partial<PlanFacts["waivers"][number]>): PlanFacts["waivers"][number] => ({
	id: sampleId(950),
	version: 1,
	jurisdictionId: sample.jurisdiction,
	documentId: sample.document,
	ruleId: "SIP-58",
	aboutId: second,
	subject: null,
	reason: "The State agreed on June 2 to set the date in the first update.",
	...values,
});

/** A plan with nothing in it but its component. */
function emptyPlan(): PlanFacts {
	return {
		...samplePlanFacts(),
		answers: [],
		goalUses: [],
		parties: [],
		teamMembers: [],
		findingAnswers: [],
	};
}

test("requirements of later stages are not asked yet", () => {
	const stages = (["drafting", "before-board", "submission"] as const).map((stage) =>
		checkSip(emptyPlan(), { stage }).map((result) => result.stage),
	);
	expect(new Set(stages[0])).toEqual(new Set(["drafting"]));
	expect(new Set(stages[1])).toEqual(new Set(["drafting", "before-board"]));
	expect(new Set(stages[2])).toEqual(new Set(["drafting", "before-board", "submission"]));
});

test("what must be mended comes first, then what to look at, then what is worth knowing", () => {
	const severities = checkSip(emptyPlan()).map((result) => result.severity);
	const order = ["error", "warning", "information"];
	expect(severities).toEqual(severities.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
	expect(new Set(severities).size).toBe(3);
});

test("a waiver sets aside its rule at its place, names the giver where known, and nothing else", () => {
	expect(openErrors(checkSip(noTimeframe))).toHaveLength(1);
	const waived = checkSip(
		{ ...noTimeframe, waivers: [waiver({})] },
		{ waiverGivers: new Map([[sampleId(950), "Marisol Quintero"]]) },
	);
	expect(waived).toHaveLength(1);
	expect(waived[0]?.waived).toEqual({
		waiverId: sampleId(950),
		reason: "The State agreed on June 2 to set the date in the first update.",
		by: "Marisol Quintero",
	});
	expect(openErrors(waived)).toEqual([]);
	for (const other of [{ aboutId: sampleId(71) === second ? sampleId(72) : sampleId(71) }, { ruleId: "SIP-59" }]) {
		expect(openErrors(checkSip({ ...noTimeframe, waivers: [waiver(other)] }))).toHaveLength(1);
	}
});

test("a plan of another edition is refused", () => {
	const graph = assemblePlan(samplePlanFacts());
	const context = { today: sample.today, stage: "submission", findIndicator: () => undefined, planSha256: "" } as const;
	expect(() => runChecks(graph, getEdition("ca-ccfsr-2009"), context)).toThrow(
		"The plan is written under edition ca-ccfsr-2004, not ca-ccfsr-2009.",
	);
});

test("a goal that stands in two components is judged once", () => {
	const twice: PlanFacts = {
		...noTimeframe,
		focusAreas: noTimeframe.focusAreas.flatMap((area) => [
			area,
			{ ...area, id: sampleId(11), position: 2, codes: ["3G"] },
		]),
		goalUses: noTimeframe.goalUses.flatMap((use) => [
			use,
			{ ...use, id: sampleId(200 + use.position), focusAreaId: sampleId(11) },
		]),
	};
	expect(checkSip(twice).filter((result) => result.ruleId === "SIP-58")).toHaveLength(1);
});

test("no message shows a figure of the county", () => {
	const messages = [
		emptyPlan(),
		noTimeframe,
		changeFact(samplePlanFacts(), "baselines", sample.baseline, { value: 3.1 }),
	]
		.flatMap((facts) => checkSip(facts))
		.map((result) => result.message);
	expect(messages.length).toBeGreaterThan(20);
	for (const message of messages) expect(message).not.toMatch(/\b(62|548|11\.3|3\.1)\b/);
});

test("whatever is typed, the checks answer, and quickly", () => {
	const typed = fc.oneof(
		fc.string({ unit: "binary", maxLength: 200 }),
		fc
			.constantFrom("will be ", "to be ed ", "....", "re-", "a@", "Develop and ", "\t")
			.map((part) => part.repeat(Math.floor(2000 / part.length))),
	);
	fc.assert(
		fc.property(typed, (value) => {
			const facts = samplePlanFacts();
			const start = performance.now();
			checkSip({
				...facts,
				answers: facts.answers.map((each) => ({ ...each, value: value.repeat(40) })),
				focusAreas: facts.focusAreas.map((each) => ({ ...each, label: value, codes: [value] })),
				strategies: facts.strategies.map((each) => ({ ...each, rationale: value.repeat(4) })),
				milestones: facts.milestones.map((each) => ({ ...each, statement: value, assignedTitle: value })),
			});
			expect(performance.now() - start).toBeLessThan(2000);
		}),
		{ seed: 8, numRuns: 60 },
	);
});

test("a message that asks for a word that is not there is a fault", () => {
	expect(fillMessage("{thing} has {count}.", { thing: "A", count: "2" })).toBe("A has 2.");
	expect(() => fillMessage("{nothing}", {})).toThrow(RangeError);
});
