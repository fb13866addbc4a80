import fc from "fast-check";
import { expect, test } from "vitest";
import { sampleSha256 } from "../../../../test/support/sample-approval.ts";
import { sample, samplePlanFacts } from "../../../../test/support/sample-plan.ts";
import { checkRule, checkSip, expectFires } from "../../../../test/support/sip-checks.ts";
import { addDays, plainDate } from "../../../domain/calendar/plain-date.ts";
import type { CheckStage } from "../../../domain/document/stages.ts";
import type { PlanFacts } from "../../../domain/plan/plan-graph.ts";

type Attachment = PlanFacts["attachments"][number];
const attachments = (change: (each: Attachment) => Partial<Attachment>) => (facts: PlanFacts) => ({
	...facts,
	attachments: facts.attachments.map((each) => ({ ...each, ...change(each) })),
});
const without = (kind: string) => (facts: PlanFacts) => ({
	...facts,
	attachments: facts.attachments.filter(({ attachmentKind }) => attachmentKind !== kind),
});
const signatures = (change: Partial<PlanFacts["signatures"][number]>) => (facts: PlanFacts) => ({
	...facts,
	signatures: facts.signatures.map((each) => ({ ...each, ...change })),
});
const board = (change: Partial<PlanFacts["boardActions"][number]>) => (facts: PlanFacts) => ({
	...facts,
	boardActions: facts.boardActions.map((each) => ({ ...each, ...change })),
});

test.each([
	["SIP-19", "child-welfare-director", "The director of the county child welfare agency"],
	["SIP-20", "chief-probation-officer", "The chief probation officer"],
] as const)("%s: a signature must be there, and stand for the plan as it is", (rule, role, who) => {
	const none = expectFires(rule, (facts) => ({ ...facts, signatures: [] }));
	expect(none).toMatchObject({ severity: "error", stage: "approval", place: { field: `signature.${role}` } });
	expect(none.message).toContain(`${who} has not signed the plan.`);
	const old = expectFires(rule, signatures({ planSha256: "0".repeat(64) }));
	expect(old.message).toContain(
		"signed on May 14, 2025, and the plan was changed after that, so the signature is void",
	);
});

test("SIP-21: one person in both posts is shown, and stops nothing", () => {
	const twice = expectFires("SIP-21", signatures({ name: "Dolores Whitcomb" }));
	expect(twice).toMatchObject({ severity: "warning" });
	expect(twice.message).toContain("Dolores Whitcomb signed for both agencies");
	expectFires("SIP-21", signatures({ personId: sample.cycle }));
	// On paper there is no account: two people without one are two people.
	expect(checkRule("SIP-21", signatures({ personId: null, manner: "on-paper" })(samplePlanFacts()))).toEqual([]);
});

test("SIP-26: the list of those who took part is printed from the team, or attached", () => {
	const noTeam = (facts: PlanFacts) => ({ ...facts, teamMembers: [], parties: [] });
	const result = expectFires("SIP-26", noTeam);
	expect(result).toMatchObject({ severity: "error", stage: "submission" });
	const listed = attachments((each) =>
		each.attachmentKind === "board-action" ? { attachmentKind: "participant-list" } : {},
	);
	expect(checkRule("SIP-26", listed(noTeam(samplePlanFacts())))).toEqual([]);
});

test("SIP-30: the Summary Assessment is attached, and was taken", () => {
	const missing = expectFires("SIP-30", without("csa-summary-assessment"));
	expect(missing).toMatchObject({ severity: "error", stage: "submission" });
	expect(missing.message).toContain("of the County Self-Assessment is not attached");
	expect(
		expectFires(
			"SIP-30",
			attachments(() => ({ scan: "waiting" })),
		).message,
	).toContain("waits for the scanner");
	expect(
		expectFires(
			"SIP-30",
			attachments(() => ({ scan: "infected" })),
		).message,
	).toContain("was thrown away");
	expect(checkRule("SIP-30", attachments(() => ({ scan: "not-scanned" }))(samplePlanFacts()))).toEqual([]);
});

test("SIP-33: the agenda item or the action is attached, one of the two", () => {
	expect(expectFires("SIP-33", without("board-action"))).toMatchObject({ severity: "error", stage: "approval" });
	const agenda = attachments((each) =>
		each.attachmentKind === "board-action" ? { attachmentKind: "board-agenda-item" } : {},
	);
	expect(checkRule("SIP-33", agenda(samplePlanFacts()))).toEqual([]);
});

test("SIP-34: a memorandum says to which component it belongs", () => {
	const mou = attachments((each) => (each.attachmentKind === "board-action" ? { attachmentKind: "mou" } : {}));
	expect(expectFires("SIP-34", mou)).toMatchObject({ severity: "information", place: { kind: "attachment" } });
	const placed = attachments(() => ({ focusAreaId: sample.component }));
	expect(checkRule("SIP-34", placed(mou(samplePlanFacts())))).toEqual([]);
});

test("SIP-99: the Board's action is recorded; a later change of the plan is shown and stops nothing", () => {
	const none = expectFires("SIP-99", (facts) => ({ ...facts, boardActions: [] }));
	expect(none).toMatchObject({ severity: "error", stage: "approval", place: { field: "board" } });
	const other = expectFires("SIP-99", board({ planSha256: "0".repeat(64) }));
	expect(other).toMatchObject({ severity: "warning" });
	expect(other.message).toContain("has changed since the Board acted on May 13, 2025");
});

test("SIP-99: the Board may act on any day before the submission, before or after the plan's first day", () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 2000 }), (before) => {
			const acted = board({ actedOn: addDays(sample.today, -before) })(samplePlanFacts());
			for (const startsOn of ["2020-01-01", "2030-01-01"]) {
				const facts = { ...acted, cycle: { ...acted.cycle, startsOn: plainDate(startsOn) } };
				expect([...checkRule("SIP-99", facts), ...checkRule("SIP-17", facts)]).toEqual([]);
			}
		}),
	);
});

test("SIP-17: a plan is not submitted before the day on which the Board acted", () => {
	const later = expectFires("SIP-17", board({ actedOn: plainDate("2025-06-03") }));
	expect(later).toMatchObject({ severity: "error", stage: "approval" });
	expect(later.message).toContain("The Board acted on June 3, 2025, which is later than the day of submission");
});

test("SIP-100: the Board's word on local coordination is recorded with its action", () => {
	expect(expectFires("SIP-100", board({ coordinationVerified: false }))).toMatchObject({ severity: "error" });
});

test("signatures and Board are not asked for while the plan is drafted", () => {
	const bare = { ...samplePlanFacts(), signatures: [], boardActions: [] };
	const asked = (stage: CheckStage) => new Set(checkSip(bare, { stage }).map(({ ruleId }) => ruleId));
	expect(asked("submission")).toEqual(new Set());
	expect(asked("approval")).toEqual(new Set(["SIP-19", "SIP-20", "SIP-99"]));
});

test.each([
	["SIP-7", "whole", 25],
	["SIP-9", "narrative", 8],
	["SIP-10", "components", 18],
] as const)("%s: too many pages of the %s are a warning and never more (SIP-11)", (rule, part, most) => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 300 }), (n) => {
			const pages = { narrative: 0, components: 0, whole: 0, [part]: n };
			const results = checkSip(samplePlanFacts(), { pages, planSha256: sampleSha256 });
			expect(results.map(({ ruleId, severity }) => [ruleId, severity])).toEqual(n > most ? [[rule, "warning"]] : []);
		}),
	);
	// Nothing is said of pages that nobody has counted.
	expect(checkRule(rule, samplePlanFacts())).toEqual([]);
});
