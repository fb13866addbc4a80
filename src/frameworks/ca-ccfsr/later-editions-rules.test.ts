import { describe, expect, it } from "vitest";
import { sampleSha256 } from "../../../test/support/sample-approval.ts";
import { sample, sampleId, samplePlanFacts } from "../../../test/support/sample-plan.ts";
import { plainDate } from "../../domain/calendar/plain-date.ts";
import type { CheckContext } from "../../domain/document/checks/check-result.ts";
import { runChecks } from "../../domain/document/checks/run-checks.ts";
import { editionOfDocument } from "../../domain/document/yearly-paper.ts";
import { assemblePlan } from "../../domain/plan/assemble-plan.ts";
import type { PlanFacts } from "../../domain/plan/plan-graph.ts";
import { findIndicator } from "../ca-indicators/catalogue.ts";
import { getEdition } from "../editions.ts";

/** What an edition's checks say to the sample plan, changed: rule and severity of each. */
function check(
	id: string,
	change: (facts: PlanFacts) => PlanFacts = (facts) => facts,
	stage: CheckContext["stage"] = "state-review",
) {
	const plan = samplePlanFacts();
	const facts = change({ ...plan, document: { ...plan.document, editionId: id } });
	const edition = editionOfDocument(getEdition(id), facts.document);
	const context = { today: sample.today, stage, findIndicator, planSha256: sampleSha256 };
	return runChecks(assemblePlan(facts), edition, context);
}

const fires = (id: string, ruleId: string, change: (facts: PlanFacts) => PlanFacts) => {
	const texts = (results: ReturnType<typeof check>) =>
		results.filter((each) => each.ruleId === ruleId).map(({ message }) => message);
	const before = texts(check(id));
	return check(id, change).filter((each) => each.ruleId === ruleId && !before.includes(each.message));
};

const cycle =
	(changed: Partial<PlanFacts["cycle"]>) =>
	(facts: PlanFacts): PlanFacts => ({ ...facts, cycle: { ...facts.cycle, ...changed } });
const place =
	(changed: Partial<PlanFacts["jurisdiction"]>) =>
	(facts: PlanFacts): PlanFacts => ({ ...facts, jurisdiction: { ...facts.jurisdiction, ...changed } });
const emptied =
	(...lists: readonly (keyof PlanFacts)[]) =>
	(facts: PlanFacts): PlanFacts => ({ ...facts, ...Object.fromEntries(lists.map((list) => [list, []])) });

describe.each(["ca-ccfsr-2009", "ca-ccfsr-2013"])("%s", (id) => {
	const edition = getEdition(id);
	const isLast = id === "ca-ccfsr-2013";

	it("marks each fact that it checks as confirmed, as known, or as worked out", () => {
		for (const { id: rule, note } of edition.rules) {
			expect([rule, note]).toEqual([rule, expect.stringMatching(/^(Confirmed|Known, not seen|Worked out)/)]);
		}
	});

	it.each([
		["SIP-1", "error", place({ code: "12345" })],
		["SIP-13", "error", place({ code: "06037", name: "Wrong County" })],
		["SIP-15", "error", cycle({ endsOn: plainDate("2001-01-01") })],
		["SIP-19", "error", emptied("signatures")],
		["SIP-20", "error", emptied("signatures")],
		["SIP-49", "error", emptied("goalUses")],
		["SIP-54", "error", emptied("strategies", "milestones")],
		["SIP-57", "error", emptied("milestones")],
		["SIP-99", "error", emptied("boardActions")],
		["SIP-47", isLast ? "warning" : "error", emptied("answers")],
	] as const)("%s: is said as %s", (ruleId, severity, change) => {
		const said = fires(id, ruleId, change);
		expect(said.length, ruleId).toBeGreaterThan(0);
		expect(new Set(said.map((each) => each.severity))).toEqual(new Set([severity]));
	});

	it("SIP-2: asks for a Self-Assessment that is complete before it", () => {
		const said = check(id, (facts) => ({ ...facts, entries: { ...facts.entries, "cross-reference": [] } }));
		expect(said.some(({ ruleId, severity }) => ruleId === "SIP-2" && severity === "error")).toBe(true);
	});

	it("SIP-5: runs as long as it says, and a term that was stretched is let through", () => {
		const { startsOn } = samplePlanFacts().cycle;
		const until = (years: number) =>
			cycle({ endsOn: plainDate(`${Number(startsOn.slice(0, 4)) + years}-06-30`), startsOn });
		const years = (edition.termMonths ?? 0) / 12;
		const said = (length: number) =>
			check(id, until(length))
				.filter(({ ruleId }) => ruleId === "SIP-5")
				.map(({ severity }) => severity);
		expect(said(years)).toEqual([]);
		expect(said(years + 1)).toEqual(["warning"]);
	});

	it("SIP-6: each heading wants its text, and none holds the plan back", () => {
		const said = check(id).filter(({ ruleId }) => ruleId === "SIP-6");
		expect(said).toHaveLength(isLast ? 9 : 8);
		expect(said.every(({ severity }) => severity === "warning")).toBe(true);
	});

	it("SIP-35, SIP-36, SIP-45, SIP-58, SIP-59, SIP-66: subjects, probation, days and people", () => {
		const twice = (facts: PlanFacts) => ({
			...facts,
			focusAreas: facts.focusAreas.flatMap((each) => [each, { ...each, id: sampleId(4200), position: 9 }]).slice(0, 2),
		});
		expect(fires(id, "SIP-35", twice).length).toBeGreaterThan(0);
		const unknown = (facts: PlanFacts) => ({
			...facts,
			focusAreas: facts.focusAreas.map((each) => ({ ...each, codes: ["nothing"] })),
		});
		expect(check(id, unknown).some(({ ruleId }) => ruleId === "SIP-36")).toBe(true);
		const unmarked = (facts: PlanFacts) => ({
			...facts,
			goals: facts.goals.map((each) => ({ ...each, population: [] })),
			strategies: facts.strategies.map((each) => ({ ...each, population: [] })),
			milestones: facts.milestones.map((each) => ({ ...each, population: [] })),
		});
		expect(fires(id, "SIP-45", unmarked).map(({ severity }) => severity)).toEqual(["warning"]);
		const bare = (facts: PlanFacts) => ({
			...facts,
			milestones: facts.milestones.map((each) => ({
				...{
					...each,
					timeframeMonths: null,
					dueOn: null,
					assignedTitle: "",
					assignedAgency: "",
					assignedPersonId: null,
				},
			})),
		});
		const severity = isLast ? "warning" : "error";
		expect(fires(id, "SIP-58", bare)[0]?.severity).toBe(severity);
		expect(fires(id, "SIP-59", bare)[0]?.severity).toBe(severity);
		const late = (facts: PlanFacts) => ({
			...facts,
			milestones: facts.milestones.map((each) => ({ ...each, timeframeMonths: null, dueOn: plainDate("2050-01-01") })),
		});
		expect(fires(id, "SIP-66", late)[0]?.severity).toBe("warning");
	});

	it("SIP-113: asks for the day of a Board's action on the yearly report as information only", () => {
		const yearly = (facts: PlanFacts): PlanFacts => ({
			...facts,
			document: { ...facts.document, id: facts.document.id, updateOf: facts.document.id, updateNumber: 1 },
			origin: { ...facts.document, acceptedOn: sample.today },
			answers: [],
		});
		const said = check(id, yearly, "annual-update").filter(({ ruleId }) => ruleId === "SIP-113");
		expect(said.map(({ severity }) => severity)).toEqual(["information"]);
	});
});

it("SIP-33: the papers of a plan since 2013 are asked for and hold nothing back", () => {
	const said = check("ca-ccfsr-2013").filter(({ ruleId }) => ruleId === "SIP-33");
	expect(said).toHaveLength(3);
	expect(said.every(({ severity }) => severity === "warning")).toBe(true);
	expect(said[0]?.message).toContain("expenditure workbook: it is not attached");
});
