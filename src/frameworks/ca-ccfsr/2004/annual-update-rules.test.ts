import { describe, expect, it } from "vitest";
import { sampleApproval } from "../../../../test/support/sample-approval.ts";
import { sampleId, samplePlanFacts } from "../../../../test/support/sample-plan.ts";
import { plainDate } from "../../../domain/calendar/plain-date.ts";
import { openErrors, runChecks } from "../../../domain/document/checks/run-checks.ts";
import { editionOfDocument } from "../../../domain/document/yearly-paper.ts";
import { assemblePlan } from "../../../domain/plan/assemble-plan.ts";
import { carryOver } from "../../../domain/plan/carry-over.ts";
import type { CarriedStanding } from "../../../domain/plan/carry-over-facts.ts";
import type { PlanFacts } from "../../../domain/plan/plan-graph.ts";
import { findIndicator } from "../../ca-indicators/catalogue.ts";
import { getEdition } from "../../editions.ts";

const plan = samplePlanFacts();
const origin = {
	...{ ...plan.document, state: "accepted" as const },
	...{ submittedOn: plainDate("2025-07-20"), acceptedOn: plainDate("2025-08-15") },
};

/** The first annual update of the sample plan. */
function update(
	values: {
		readonly standing?: CarriedStanding;
		readonly progress?: string;
		/** The day on which the Board acted; null where it did not. */
		readonly board?: string | null;
		readonly paper?: boolean;
	} = {},
): PlanFacts {
	const document = { ...plan.document, id: sampleId(4000), updateOf: origin.id, updateNumber: 1 };
	return {
		...{ ...plan, document, origin, findings: [], evidence: [], findingAnswers: [] },
		answers: [],
		boardActions: sampleApproval.boardActions
			.filter(() => values.board !== null)
			.map((each) => ({
				...{ ...each, documentId: document.id, planSha256: "" },
				actedOn: plainDate(values.board ?? "2026-07-21"),
			})),
		attachments: sampleApproval.attachments
			.filter(({ attachmentKind }) => attachmentKind === "board-action" && values.paper !== false)
			.map((each) => ({ ...each, documentId: document.id })),
		carriedParts: carryOver(assemblePlan(plan)).parts.map(({ kind, id }, index) => ({
			...{
				id: sampleId(4100 + index),
				version: 1,
				jurisdictionId: plan.document.jurisdictionId,
				documentId: document.id,
				partKind: kind,
				partId: id,
			},
			...{ standing: values.standing ?? "continues", progress: values.progress ?? "Three of four parts are done." },
			...{ closing: null, closingReason: "" },
		})),
	};
}

function check(facts: PlanFacts, today = "2026-08-01") {
	const edition = editionOfDocument(getEdition("ca-ccfsr-2004"), facts.document);
	return runChecks(assemblePlan(facts), edition, {
		today: plainDate(today),
		stage: "submission",
		findIndicator,
		planSha256: "",
	});
}
const checkAtUpdate = (facts: PlanFacts, today = "2026-08-01") => checkAt("annual-update", facts, today);
const checkAt = (stage: "annual-update" | "approval", facts: PlanFacts, today = "2026-08-01") => {
	const edition = editionOfDocument(getEdition("ca-ccfsr-2004"), facts.document);
	return runChecks(assemblePlan(facts), edition, {
		today: plainDate(today),
		stage,
		findIndicator,
		planSha256: "",
	});
};
const ids = (results: ReturnType<typeof check>) => [...new Set(results.map(({ ruleId }) => ruleId))];

describe("SIP-112: due by the anniversary of acceptance", () => {
	it("says nothing on the day itself, and how late it is on the next", () => {
		expect(ids(checkAtUpdate(update(), "2026-08-15"))).not.toContain("SIP-112");
		const late = checkAtUpdate(update(), "2026-08-16").filter(({ ruleId }) => ruleId === "SIP-112");
		expect(late.map(({ message }) => message)).toEqual([expect.stringContaining("August 15, 2026 and is 1 day late")]);
	});
	it("flags and never holds back, and counts to the day of submission", () => {
		const facts = update();
		expect(openErrors(checkAtUpdate(facts, "2027-08-16"))).toEqual([]);
		const sent = { ...facts, document: { ...facts.document, submittedOn: plainDate("2026-08-10") } };
		expect(ids(checkAtUpdate(sent, "2027-08-16"))).not.toContain("SIP-112");
	});
});

describe("SIP-113: approved by the Board of Supervisors", () => {
	const errorsOf = (facts: PlanFacts) =>
		openErrors(checkAt("approval", facts)).map(({ ruleId, message }) => [ruleId, message]);
	it.each([
		[{ board: null }, "has not approved this update"],
		[{ board: "2026-08-02" }, "The Board acted on August 2, 2026, after the update was sent"],
		[{ paper: false }, "minute order on this update is not attached"],
	])("with %j it is not sent: %s", (values, words) => {
		expect(errorsOf(update(values))).toEqual([["SIP-113", expect.stringContaining(words)]]);
	});
	it("an action until today with its paper is enough, and nothing of it is asked while the update is written", () => {
		expect(errorsOf(update({ board: "2026-08-01" }))).toEqual([]);
		expect(openErrors(checkAt("annual-update", update({ board: null, paper: false })))).toEqual([]);
	});
	it("a change after the Board's approval is worth a look", () => {
		const facts = update();
		const changed = facts.boardActions.map((each) => ({ ...each, planSha256: "0".repeat(64) }));
		const said = checkAt("approval", { ...facts, boardActions: changed }).filter(({ ruleId }) => ruleId === "SIP-113");
		expect(said.map(({ severity }) => severity)).toEqual(["warning"]);
	});
});

describe("SIP-114: tells of progress toward the agreed goals", () => {
	it("names every goal, strategy and milestone that nobody has looked at", () => {
		const facts = update({ standing: "not-looked-at" });
		const said = checkAtUpdate(facts).filter(({ message }) => message.includes("nobody has looked at it"));
		expect(said).toHaveLength(plan.goals.length + plan.strategies.length + plan.milestones.length);
		expect(said.every(({ severity }) => severity === "warning")).toBe(true);
	});
	it("names goals without a word on progress", () => {
		const said = checkAtUpdate(update({ progress: " " })).filter(({ message }) => message.includes("was achieved"));
		expect(said).toHaveLength(plan.goals.length);
	});
	it("names measures without a figure newer than the baseline", () => {
		const newest = { ...update(), observations: [] };
		expect(checkAtUpdate(newest).some(({ message }) => message.includes("newer than its baseline"))).toBe(true);
	});
});

it("asks nothing of an update before its stage, and nothing of the plan itself that the plan has answered", () => {
	expect(check(update({ standing: "not-looked-at", board: null }))).toEqual([]);
});
