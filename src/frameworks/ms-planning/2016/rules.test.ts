import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type SampleView, sampleRules, wholePlanning } from "../../../../test/support/sample-planning.ts";
import { plainDate } from "../../../domain/calendar/plain-date.ts";
import { checkRequirements } from "../../../domain/planning/check-requirements.ts";
import type { PlanningKind } from "../../../domain/planning/planning-kinds.ts";
import { calendarRules } from "../../us-calendar/calendar-rules.ts";

function standingOf(id: string, view: SampleView) {
	const found = checkRequirements(sampleRules, view).find(({ requirement }) => requirement.id === id);
	if (!found) throw new Error(`There is no requirement ${id}.`);
	return found;
}

/** Takes out what a test names. */
function without<K extends PlanningKind>(
	view: SampleView,
	kind: K,
	gone: (fact: SampleView["facts"][K][number]) => boolean,
) {
	view.facts[kind] = view.facts[kind].filter((each) => !gone(each as never)) as SampleView["facts"][K];
}
const dropEvents = (kind: string) => (view: SampleView) =>
	without(view, "planning-event", ({ eventKind }) => eventKind === kind);
const dropRecords = (kind: string) => (view: SampleView) =>
	without(view, "planning-record", ({ recordKind }) => recordKind === kind);
const dropGuests = (kind: string) => (view: SampleView) =>
	without(view, "event-guest", ({ partyKind }) => partyKind === kind);
const emptyRecord = (kind: string, field: "text" | "owner" | "rating" | "evidence") => (view: SampleView) => {
	for (const each of view.facts["planning-record"]) if (each.recordKind === kind) each[field] = "";
};

/** What is taken away, and what the board then says. */
const broken: readonly (readonly [id: string, what: string, break_: (view: SampleView) => void, says: RegExp])[] = [
	[
		"MS-01",
		"a plan that is not in the register",
		(view) => without(view, "statewide-plan", ({ planType }) => planType === "capta"),
		/"CAPTA State plan" is not in the register/,
	],
	[
		"MS-01",
		"a plan without owner",
		(view) => {
			for (const each of view.facts["statewide-plan"]) each.ownerTitle = "";
		},
		/has no owner/,
	],
	[
		"MS-01",
		"a plan without due rule",
		(view) => {
			for (const each of view.facts["statewide-plan"]) {
				each.dueRuleId = "";
				each.dueWords = "";
			}
		},
		/does not say when it is due/,
	],
	[
		"MS-02",
		"a plan that says nowhere where it is reported",
		(view) => {
			for (const each of view.facts["statewide-plan"]) each.reportedIn = "";
		},
		/in which section it is reported/,
	],
	[
		"MS-03",
		"a coordinator who has left",
		(view) => {
			for (const each of view.facts["planning-role"])
				if (each.role === "coordinator") each.endsOn = plainDate("2026-11-27");
		},
		/"Coordinator of the five-year plan" is vacant/,
	],
	[
		"MS-04",
		"an implementation team without charge",
		(view) => {
			for (const each of view.facts["planning-team"]) each.charge = "";
		},
		/has no charge/,
	],
	[
		"MS-04",
		"a conference that nobody prepares",
		(view) => {
			for (const each of view.facts["planning-event"]) each.ownerTeamId = null;
		},
		/is not prepared by/,
	],
	["MS-05", "no vision", dropRecords("vision"), /No "Vision"/],
	[
		"MS-05",
		"no goals",
		(view) => {
			view.goals = [];
		},
		/no goal/,
	],
	[
		"MS-06",
		"no goal of safety",
		(view) =>
			without(
				view,
				"planning-record",
				({ recordKind, rating }) => recordKind === "mandate-link" && rating === "safety",
			),
		/for: Safety/,
	],
	["MS-07", "no other division", dropGuests("other-divisions"), /Other divisions of the department: nobody came/],
	[
		"MS-08",
		"a conference that decided nothing",
		(view) => {
			for (const each of view.facts["planning-event"]) each.decisions = "";
		},
		/does not say what was decided/,
	],
	[
		"MS-08",
		"goals that were never made final",
		dropRecords("final-goals"),
		/has no record "Goals and objectives made final"/,
	],
	[
		"MS-09",
		"a state-level team without goals",
		(view) => {
			for (const each of view.facts["planning-team"]) each.goalIds = [];
		},
		/is tied to no goal/,
	],
	[
		"MS-10",
		"a region without a conference",
		(view) =>
			without(
				view,
				"planning-event",
				({ eventKind, placeId }) => eventKind === "regional-conference" && placeId === view.regions[1]?.id,
			),
		/Nothing was held in Southern Region/,
	],
	[
		"MS-11",
		"a strategy that no team carries",
		(view) => {
			for (const each of view.facts["planning-team"]) each.strategyIds = each.strategyIds.slice(1);
		},
		/No team carries the strategy/,
	],
	[
		"MS-12",
		"a regional team without foster parents",
		(view) => without(view, "team-seat", ({ partyKind }) => partyKind === "foster-adoptive-parents"),
		/has no seat for: foster and adoptive parents/,
	],
	[
		"MS-13",
		"an update that nobody says was sent",
		(view) => without(view, "due-completion", ({ ruleId }) => ruleId === "apsr"),
		/Due on June 30, 2026/,
	],
	[
		"MS-14",
		"a goal without what is planned",
		dropRecords("update-planned"),
		/has no "Planned for the next fiscal year"/,
	],
	[
		"MS-15",
		"a receipt that is not in",
		(view) => {
			for (const each of view.facts.distribution.slice(0, 1)) each.receivedOn = null;
		},
		/1 receipt not in yet/,
	],
	[
		"MS-15",
		"a member who got nothing",
		(view) => {
			view.facts.distribution.pop();
		},
		/1 member of the teams got nothing/,
	],
	[
		"MS-16",
		"visit data that nobody says were sent",
		(view) => without(view, "due-completion", ({ ruleId }) => ruleId === "caseworker-visits"),
		/Due on December 15, 2025/,
	],
	["MS-21", "no CQI report", dropRecords("cqi-report"), /"CQI annual report" of 2026 was not sent/],
	[
		"MS-22",
		"a coordinator who is accountable too",
		(view) => {
			for (const each of view.facts["planning-role"]) each.name = "One person";
		},
		/is both/,
	],
	[
		"MS-23",
		"a panel whose word changed nothing",
		(view) => {
			for (const each of view.facts["panel-recommendation"]) {
				each.effect = "";
				each.goalId = null;
			}
		},
		/what it changed in the plan/,
	],
	["MS-24", "law enforcement that never came", dropGuests("law-enforcement"), /Law enforcement: nobody came/],
	["MS-25", "a cycle that nobody started", dropEvents("cycle-start"), /has not been held/],
	["MS-26", "a panel that never came", dropGuests("review-panel"), /Citizen review panel: nobody came/],
	["MS-27", "state-level systems not engaged", dropEvents("state-engagement"), /has not been held/],
	[
		"MS-28",
		"a region not engaged",
		(view) => without(view, "planning-event", ({ placeId }) => placeId === view.regions[0]?.id),
		/Nothing was held in Northern Region/,
	],
	["MS-29", "no review of the mission", dropRecords("mission-review"), /No "Review of mission/],
	[
		"MS-30",
		"no strength",
		(view) => {
			view.findings = view.findings.filter(({ judgement }) => judgement !== "strength");
		},
		/a strength/,
	],
	["MS-31", "a goal that flows from nothing", dropRecords("mandate-link"), /has no "Trace from goal to mandate"/],
	[
		"MS-32",
		"a strategy without demographic evidence",
		emptyRecord("service-change", "evidence"),
		/lacks: What of the demographic profile/,
	],
	[
		"MS-33",
		"a profile without languages",
		(view) => without(view, "demographic-panel", ({ panel }) => panel === "language"),
		/"Languages of choice" has no numbers/,
	],
	[
		"MS-34",
		"a table without source",
		(view) => {
			for (const each of view.facts["demographic-panel"]) each.source = "";
		},
		/does not say its source/,
	],
	[
		"MS-35",
		"a January meeting without agenda",
		(view) => {
			for (const each of view.facts["planning-event"]) each.agenda = "";
		},
		/does not say the agenda/,
	],
	["MS-36", "no succession roster", dropRecords("succession"), /No "Succession roster"/],
	["MS-37", "no status report", dropRecords("status-report"), /No "Status report of outcomes"/],
	["MS-38", "a strategy that was not reviewed", dropRecords("strategy-review"), /has no "Review of a strategy"/],
	["MS-39", "a service without rating", emptyRecord("service-review", "rating"), /lacks: Effectiveness/],
	[
		"MS-40",
		"a needed service that nobody answers for",
		emptyRecord("service-gap", "owner"),
		/lacks: Who answers for it/,
	],
	["MS-41", "no plan to engage stakeholders", dropRecords("engagement-plan"), /No "Engaging stakeholders"/],
	["MS-42", "no policy actions", dropRecords("policy-action"), /No "Policy"/],
	[
		"MS-43",
		"no presentation for local teams",
		(view) =>
			without(
				view,
				"planning-record",
				({ recordKind, rating }) => recordKind === "data-presentation" && rating === "local-teams",
			),
		/for: Local teams/,
	],
	["MS-44", "no note for the update", dropRecords("update-note"), /No "Note for the yearly update"/],
	[
		"MS-45",
		"cases that nobody certified this year",
		(view) => {
			for (const each of view.facts["case-certification"]) each.certifiedOn = plainDate("2025-01-10");
		},
		/No unit has certified/,
	],
	["MS-46", "no next update", dropRecords("next-update"), /No "Next yearly update"/],
	[
		"MS-47",
		"a panel that did not answer",
		(view) => {
			for (const each of view.facts["event-guest"]) each.reply = "none";
		},
		/asked, but no answer is noted/,
	],
	[
		"MS-48",
		"a goal without team",
		(view) => {
			for (const each of view.facts["planning-team"]) each.goalIds = each.goalIds.slice(1);
		},
		/No team carries the goal/,
	],
	["MS-49", "no feedback", dropRecords("feedback"), /No "Feedback"/],
	[
		"MS-50",
		"consumers who gave no feedback",
		(view) => without(view, "planning-event", ({ stage }) => stage === "feedback"),
		/Consumers of services: not yet in feedback/,
	],
];

describe("planning rules of Mississippi, checked", () => {
	it.each(broken)("%s finds %s", (id, _what, break_, says) => {
		expect(standingOf(id, wholePlanning())).toMatchObject({ standing: "done", missing: [] });
		const view = wholePlanning();
		break_(view);
		const { standing, missing } = standingOf(id, view);
		expect(["open", "late"]).toContain(standing);
		expect(missing.join("\n")).toMatch(says);
	});

	it("tests every rule that is checked", () => {
		const checked = sampleRules.requirements.filter(({ coverage }) => coverage === "checked").map(({ id }) => id);
		expect([...new Set(broken.map(([id]) => id))].sort()).toEqual(checked);
	});

	it("MS-17, MS-18, MS-19 and MS-20 say that they are kept with the improvement plans, and are never counted as done", () => {
		for (const id of ["MS-17", "MS-18", "MS-19", "MS-20"]) {
			const { standing, requirement } = standingOf(id, wholePlanning());
			expect(standing).toBe("apart");
			expect(requirement).toMatchObject({ coverage: "not-in-this-slice", checks: [], note: /improvement plans/ });
		}
	});

	it("has MS-01 to MS-50, each with its paragraph, and checks where it says so", () => {
		expect(sampleRules.requirements.map(({ id }) => id)).toEqual(
			Array.from({ length: 50 }, (_, index) => `MS-${String(index + 1).padStart(2, "0")}`),
		);
		for (const { id, coverage, checks, note } of sampleRules.requirements) {
			expect(checks.length > 0, id).toBe(coverage === "checked");
			if (coverage !== "checked") expect(note, id).not.toBe("");
		}
	});

	it("names only kinds and due-date rules that there are", () => {
		const text = JSON.stringify(sampleRules.requirements);
		const known = new Set(
			[
				...[sampleRules.teamKinds, sampleRules.partyKinds, sampleRules.eventKinds, sampleRules.recordKinds],
				...[sampleRules.roles, sampleRules.planTypes],
			].flatMap((list) => list.map(({ id }) => id)),
		);
		for (const [, id] of text.matchAll(
			/"(?:teamKind|eventKind|recordKind|record|orRecord|role|apartFrom|at|partyKind|prepares)":"([^"]+)"/gu,
		)) {
			expect([...known]).toContain(id);
		}
		const rules = new Set(calendarRules.rules.map(({ id }) => id));
		const dated = [...sampleRules.dueRules, ...sampleRules.planTypes.flatMap(({ dueRule }) => dueRule ?? [])];
		for (const id of [...dated, ...[...text.matchAll(/"by":"([^"]+)"/gu)].map(([, each]) => each ?? "")]) {
			expect([...rules]).toContain(id);
		}
	});
});

describe("due days of the cycle", () => {
	it("MS-25 to MS-28: October, January, March and April before the plan is due, for any cycle; late only after the day", () => {
		const days = { "MS-25": "-10-31", "MS-26": "-01-31", "MS-27": "-03-31", "MS-28": "-04-30" } as const;
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 0, max: 900 }), (cycles, days_) => {
				const cycleStart = 2005 + cycles * 5;
				const view = { ...wholePlanning(), cycleStart };
				view.facts["planning-event"] = [];
				const first = Date.UTC(cycleStart - 2, 8, 1);
				const today = plainDate(new Date(first + days_ * 86_400_000).toISOString().slice(0, 10));
				for (const [id, end] of Object.entries(days)) {
					const { dueOn, standing } = standingOf(id, { ...view, today });
					expect(dueOn).toBe(`${id === "MS-25" ? cycleStart - 2 : cycleStart - 1}${end}`);
					expect(standing).toBe(dueOn && dueOn < today ? "late" : "open");
				}
			}),
			{ numRuns: 40 },
		);
	});

	it("MS-35: the January meeting is late from the first of February", () => {
		const view = { ...wholePlanning(), year: 2027 };
		expect(standingOf("MS-35", { ...view, today: plainDate("2027-01-31") })).toMatchObject({
			standing: "open",
			dueOn: "2027-01-31",
		});
		expect(standingOf("MS-35", { ...view, today: plainDate("2027-02-01") })).toMatchObject({ standing: "late" });
	});

	it("MS-25: a start after its day is done, and says so", () => {
		const view = wholePlanning();
		for (const each of view.facts["planning-event"])
			if (each.eventKind === "cycle-start") each.heldOn = plainDate("2023-11-20");
		expect(standingOf("MS-25", view)).toMatchObject({ standing: "done", found: /after October 31, 2023/ });
	});

	it("MS-08: a conference with a day to come has not been held", () => {
		const view = wholePlanning();
		for (const each of view.facts["planning-event"])
			if (each.eventKind === "state-conference") each.heldOn = plainDate("2027-03-01");
		expect(standingOf("MS-08", view).missing.join()).toMatch(/has not been held/);
	});
});
