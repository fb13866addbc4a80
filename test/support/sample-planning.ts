import { dueDates } from "../../src/domain/calendar/due-dates.ts";
import { plainDate } from "../../src/domain/calendar/plain-date.ts";
import type { PlanningFacts } from "../../src/domain/planning/planning-kinds.ts";
import type { PlanningRules } from "../../src/domain/planning/planning-rules.ts";
import type { PlanningView } from "../../src/domain/planning/planning-view.ts";
import { findPlanningRules } from "../../src/frameworks/planning-frameworks.ts";
import { calendarRules } from "../../src/frameworks/us-calendar/calendar-rules.ts";

/** The planning rules that the sample follows. */
export const sampleRules = findPlanningRules("ms-planning-2016") as PlanningRules;

const state = "00000000-0000-4000-8000-000000000001";
const regions = [
	{ id: "00000000-0000-4000-8000-00000000000a", name: "Northern Region" },
	{ id: "00000000-0000-4000-8000-00000000000b", name: "Southern Region" },
];

type Writable = { -readonly [K in keyof PlanningFacts]: PlanningFacts[K][number][] };
/** A view whose facts can be changed by a test. */
export type SampleView = Omit<PlanningView, "facts" | "goals" | "strategies" | "findings"> & {
	facts: Writable;
	goals: PlanningView["goals"][number][];
	strategies: PlanningView["strategies"][number][];
	findings: PlanningView["findings"][number][];
};

type Add = <K extends keyof Writable>(kind: K, values: object) => Writable[K][number];

/** A State in November 2026 that has done everything that its planning rules ask. Made anew each time: tests break it. */
export function wholePlanning(): SampleView {
	let made = 0;
	const fact = <T extends object>(values: T) => {
		made += 1;
		const id = `00000000-0000-4000-8000-${String(made + 1000).padStart(12, "0")}`;
		return { id, version: 1, jurisdictionId: state, ...values };
	};
	const facts = {
		...{ "statewide-plan": [], "planning-role": [], "planning-team": [], "team-seat": [], "planning-event": [] },
		...{ "event-guest": [], "planning-record": [], "review-panel": [], "panel-report": [], "panel-recommendation": [] },
		...{
			"demographic-panel": [],
			"case-certification": [],
			"visit-report": [],
			distribution: [],
			"due-completion": [],
		},
	} as Writable;
	const add: Add = (kind, values) => {
		const one = fact(values) as unknown as Writable[typeof kind][number];
		(facts[kind] as (typeof one)[]).push(one);
		return one;
	};
	const goals = ["safety", "permanency", "well-being", "services"].map((statement) =>
		fact({ cycleId: state, statement, goalKind: "process" as const, population: [] }),
	);
	const strategies = goals.map(({ id }) =>
		fact({ goalId: id, position: 1, statement: `Strategy of ${id}`, rationale: "", population: [] }),
	);
	const carried = { goalIds: goals.map(({ id }) => id), strategyIds: strategies.map(({ id }) => id) };
	addRegister(add);
	const teamId = addTeams(add, carried);
	const meetings = addMeetings(add, teamId);
	addRecords(add, { goal: goals, strategy: strategies }, meetings);
	addTheRest(add, meetings.january, carried.goalIds[0] ?? null);
	const finding = (judgement: string) =>
		fact({ judgement, state: "confirmed" }) as unknown as SampleView["findings"][number];
	return {
		papers: [],
		...{ facts, regions, goals: goals as SampleView["goals"], strategies: strategies as SampleView["strategies"] },
		findings: [finding("strength"), finding("area-needing-improvement")],
		...{ today: plainDate("2026-11-28"), year: 2026, cycleStart: 2025 },
		dueDates: (ruleId, from, to) =>
			dueDates({
				...{ rules: followed.filter(({ id }) => id === ruleId), from, to, events: [], weekendPolicy: "literal" },
				...{ stateFiscalYearStart: "07-01", stateCode: "99" },
			}),
	};
}

const followed = calendarRules.rules.map((rule) =>
	sampleRules.dueRules.includes(rule.id) ? { ...rule, stateCode: null } : rule,
);
const partyKinds = sampleRules.partyKinds.map(({ id }) => id);

function addRegister(add: Add): void {
	for (const type of sampleRules.planTypes) {
		add("statewide-plan", {
			...{ planType: type.id, name: type.name, cycle: type.cycle, ownerPersonId: null, ownerTitle: "Planning office" },
			...{ dueRuleId: type.dueRule ?? "", dueWords: type.dueWords, reportedIn: type.reportedIn || "The plan itself" },
		});
	}
	for (const { id } of sampleRules.roles) {
		add("planning-role", {
			...{ role: id, personId: null, name: `Holder of ${id}`, title: "", designatedBy: "Director" },
			...{ startsOn: plainDate("2023-09-01"), endsOn: null },
		});
	}
}

/** Answers the id of the first team. */
function addTeams(
	add: Add,
	carried: { readonly goalIds: readonly string[]; readonly strategyIds: readonly string[] },
): string {
	const teams = sampleRules.teamKinds.map(({ id, name, level }) => {
		const team = add("planning-team", {
			...{
				placeId: level === "state" ? state : regions[0]?.id,
				teamKind: id,
				name,
				purpose: "To plan",
				charge: "Write it",
			},
			...carried,
		});
		for (const partyKind of partyKinds) {
			const seat = add("team-seat", {
				teamId: team.id,
				name: partyKind,
				partyKind,
				affiliation: "",
				email: `${partyKind}@example.org`,
			});
			add("distribution", {
				...{
					paper: "Yearly update",
					documentId: null,
					teamId: team.id,
					seatId: seat.id,
					recipient: partyKind,
					email: "",
				},
				...{ channel: "mail", sentOn: plainDate("2026-07-01"), receivedOn: plainDate("2026-07-02") },
			});
		}
		return team;
	});
	return teams[0]?.id ?? "";
}

type Meetings = { readonly january: string; readonly conference: string };

function addMeetings(add: Add, teamId: string): Meetings {
	const meet = (eventKind: string, heldOn: string, placeId = state, stage = "planning") => {
		const event = add("planning-event", {
			...{ placeId, eventKind, title: eventKind, heldOn: plainDate(heldOn), venue: "", stage, minutes: "" },
			...{ ownerTeamId: teamId, agenda: "All", materials: "Slides", decisions: "Agreed" },
		});
		for (const partyKind of partyKinds) {
			add("event-guest", {
				...{ eventId: event.id, name: partyKind, partyKind, invitedOn: plainDate("2023-09-01") },
				...{ reply: "accepted", attendance: "present" },
			});
		}
		return event;
	};
	meet("cycle-start", "2023-10-16");
	meet("panel-engagement", "2024-01-15");
	meet("state-engagement", "2024-02-20");
	const conference = meet("state-conference", "2024-03-12");
	for (const region of regions) {
		meet("regional-engagement", "2024-04-02", region.id);
		meet("regional-conference", "2024-04-16", region.id);
	}
	const january = meet("annual-meeting", "2026-01-14");
	meet("team-meeting", "2025-05-06", state, "implementation");
	meet("feedback-session", "2025-09-09", state, "feedback");

	return { january: january.id, conference: conference.id };
}

type Things = Readonly<Record<"goal" | "strategy", readonly { readonly id: string }[]>>;

function addRecords(add: Add, things: Things, { january, conference }: Meetings): void {
	for (const kind of sampleRules.recordKinds) {
		const ratings = kind.rating?.options.map(({ id }) => id) ?? [""];
		const common = {
			...{ recordKind: kind.id, on: plainDate("2026-01-14"), subject: kind.name, text: "Words", owner: "Somebody" },
			...{ evidence: "A table", goalId: null, strategyId: null },
			eventId: kind.output ? january : kind.id === "final-goals" ? conference : null,
		};
		if (kind.about === null) for (const rating of ratings) add("planning-record", { ...common, rating });
		else {
			for (const [index, { id }] of things[kind.about].entries()) {
				add("planning-record", { ...common, [`${kind.about}Id`]: id, rating: ratings[index % ratings.length] });
			}
		}
	}
}

function addTheRest(add: Add, january: string, goalId: string | null): void {
	const panel = add("review-panel", { name: "Citizen review panel", chair: "", note: "" });
	const report = add("panel-report", {
		panelId: panel.id,
		title: "Report of 2025",
		receivedOn: plainDate("2025-12-01"),
	});
	add("panel-recommendation", {
		...{ reportId: report.id, position: 1, text: "Look at placements", decision: "accepted", answer: "We will" },
		...{ answeredOn: plainDate("2026-05-20"), effect: "A new strategy", goalId },
	});
	for (const { id, name, unit } of sampleRules.profilePanels) {
		add("demographic-panel", {
			...{ placeId: state, panel: id, title: name, unit, groups: ["A", "B"], values: [40, 60], note: "" },
			...{ asOf: plainDate("2025-07-01"), source: "Open file", sourceKind: "outside" },
		});
	}
	add("case-certification", {
		...{
			placeId: state,
			eventId: january,
			unit: "Unit 1",
			asOf: plainDate("2026-01-02"),
			activeCases: 120,
			validCases: 117,
		},
		...{ caseworkers: 8, certifiedBy: "Somebody", certifiedOn: plainDate("2026-01-10"), note: "" },
	});
	add("due-completion", {
		...{ ruleId: "apsr", dueOn: plainDate("2026-06-30"), completedOn: plainDate("2026-06-26"), note: "" },
	});
	add("due-completion", {
		...{ ruleId: "caseworker-visits", dueOn: plainDate("2025-12-15"), completedOn: plainDate("2025-12-12"), note: "" },
	});
}
