import { cycleStartOf, federalFiscalYearStart, fiscalYearOf } from "../../domain/calendar/fiscal-year.ts";
import { addDays, type PlainDate, partsOf, plainDate } from "../../domain/calendar/plain-date.ts";
import { addPlanningEntry } from "../../operations/add-planning-entry.ts";
import { addPlanningStep } from "../../operations/add-planning-step.ts";
import { changePlanningEntry } from "../../operations/change-planning-entry.ts";
import { followPlanningRules } from "../../operations/follow-planning-rules.ts";
import { getPlanningYear } from "../../operations/get-planning-year.ts";
import { giveOutPaper } from "../../operations/give-out-paper.ts";
import { keepMeetingPacket } from "../../operations/keep-meeting-packet.ts";
import { listDueDates } from "../../operations/list-due-dates.ts";
import { sendPanelAnswer } from "../../operations/panel-answer.ts";
import { toWorkingDay } from "../calendar/working-days.ts";
import type { PlaceKey } from "../data/places.ts";
import {
	practiceOutputs,
	practicePlanNames,
	practiceProfile,
	practiceRegister,
	practiceTeam,
} from "../data/planning.ts";
import type { Desk, Session } from "./session.ts";

/** The State writes down how it plans: it follows the planning rules that there are, and is in the middle of a cycle. */
export function planTheYear(today: PlainDate): Session {
	const day = toWorkingDay(addDays(today, -13));
	return {
		day,
		name: "the planning year of halcyon",
		async run(desk) {
			const state = desk.placeId("halcyon");
			const about: About = { desk, state, day, cycleStart: cycleStartOf(fiscalYearOf(day, federalFiscalYearStart)) };
			await desk.perform("odalys", followPlanningRules, {
				...{ jurisdictionId: state, frameworkId: "ms-planning-2016", followedFrom: day, version: 0 },
			});
			await keepRegister(about);
			const teamId = await formTeams(about);
			await meet(about, teamId);
			await holdJanuary(about);
			await hearPanel(about);
			await describePeople(about);
			await certifyCases(about);
			await giveOut(about, teamId);
			await reportVisits(about);
			await setSteps(about);
			await markWhatWasDone(about);
		},
	};
}

type About = { readonly desk: Desk; readonly state: string; readonly day: PlainDate; readonly cycleStart: number };

async function add({ desk, state }: About, entry: object): Promise<string> {
	const { id } = await desk.perform("odalys", addPlanningEntry, { jurisdictionId: state, ...entry } as never);
	return id;
}

async function keepRegister(about: About): Promise<void> {
	for (const { planType, owner, dueRule, dueWords, reportedIn } of practiceRegister) {
		const [name, cycle] = practicePlanNames[planType] ?? [planType, ""];
		const ownerPersonId = about.desk.personId(owner);
		await add(about, {
			kind: "statewide-plan",
			planType,
			name,
			cycle,
			ownerPersonId,
			dueRuleId: dueRule,
			dueWords,
			reportedIn,
		});
	}
	const startsOn = `${about.cycleStart - 2}-09-03`;
	for (const [role, who, name, title] of [
		["accountable-director", "winifred", "Winifred Thorsby", "Director"],
		["coordinator", "odalys", "Odalys Marchetti", "Federal Planning Coordinator"],
		["cqi-lead", "renata", "Renata Osei", "County Consultant"],
	] as const) {
		await add(about, {
			kind: "planning-role",
			role,
			personId: about.desk.personId(who),
			name,
			title,
			designatedBy: "The director",
			startsOn,
		});
	}
}

/** Answers the id of the State's implementation team. */
async function formTeams(about: About): Promise<string> {
	const { desk, state } = about;
	const { goals, strategies } = await desk.perform("odalys", getPlanningYear, { jurisdictionId: state });
	const carried = { goalIds: goals.map(({ id }) => id), strategyIds: strategies.map(({ id }) => id) };
	const teamId = await add(about, {
		...{
			kind: "planning-team",
			teamKind: "implementation-state",
			name: "Implementation team",
			placeId: state,
			...carried,
		},
		purpose: "Prepares the planning conference and drafts the five-year plan and its yearly updates.",
		charge: "Bring a draft to the director by the end of April each year.",
	});
	for (const [name, partyKind, email] of practiceTeam)
		await add(about, { kind: "team-seat", teamId, name, partyKind, email });
	const north = await add(about, {
		...{
			kind: "planning-team",
			teamKind: "regional",
			name: "Northern regional team",
			placeId: desk.placeId("north"),
			...carried,
		},
		purpose: "Carries the State's goals into the five counties of the north.",
		charge: "One page to the State each quarter.",
	});
	await add(about, {
		kind: "team-seat",
		teamId: north,
		name: "Theo Lindqvist",
		partyKind: "agency-staff",
		email: "theo.lindqvist@north.halcyon.example",
	});
	await add(about, { kind: "team-seat", teamId: north, name: "Nell Carrow", partyKind: "foster-adoptive-parents" });
	return teamId;
}

/** The cycle's meetings until today. The Coast and Valley Region has not had its conference yet. */
async function meet(about: About, ownerTeamId: string): Promise<void> {
	const { cycleStart, day, desk } = about;
	const [before, due] = [cycleStart - 2, cycleStart - 1];
	const held = async (
		eventKind: string,
		title: string,
		heldOn: string,
		place: PlaceKey,
		parties: readonly string[],
		stage = "planning",
	) => {
		if (heldOn >= day) return;
		const eventId = await add(about, {
			...{ kind: "planning-event", eventKind, title, heldOn, placeId: desk.placeId(place), stage, ownerTeamId },
			...{
				materials: "Figures of the last three years; draft goals",
				decisions: "The goals were gone through and kept.",
			},
		});
		for (const partyKind of parties) {
			const name = partyNames[partyKind] ?? partyKind;
			await add(about, { kind: "event-guest", eventId, name, partyKind, reply: "accepted", attendance: "present" });
		}
	};
	await held("cycle-start", "Start of the five-year cycle", `${before}-10-11`, "halcyon", ["senior-management"]);
	await held("panel-engagement", "The review panel and the plan", `${due}-01-18`, "halcyon", ["review-panel"]);
	await held("state-engagement", "Partners of the State", `${due}-02-27`, "halcyon", [
		"courts-legal",
		"education",
		"health",
		"other-divisions",
	]);
	await held("state-conference", "State planning conference", `${due}-03-19`, "halcyon", conferenceParties);
	await held("regional-engagement", "Partners in the north", `${due}-04-09`, "north", ["consumers", "providers"]);
	await held("regional-conference", "Northern planning conference", `${due}-05-07`, "north", [
		"consumers",
		"providers",
		"education",
	]);
	await held("regional-engagement", "Partners on the coast", `${due}-05-22`, "valley", ["providers"]);
	await held(
		"feedback-session",
		"What parents say of the first year",
		`${cycleStart}-05-13`,
		"halcyon",
		["consumers"],
		"feedback",
	);
}

const conferenceParties = [
	"citizens",
	"consumers",
	"foster-adoptive-parents",
	"providers",
	"courts-legal",
	"education",
	"health",
	"community-partners",
];
const partyNames: Readonly<Record<string, string>> = {
	"senior-management": "Senior management",
	"review-panel": "Halcyon Citizen Review Panel",
	"courts-legal": "Court improvement program",
	education: "State department of education",
	health: "Medicaid agency",
	"other-divisions": "Behavioral health division",
	citizens: "Halcyon Child Advocacy League",
	consumers: "Parents Together",
	"foster-adoptive-parents": "Foster and Adoptive Family Association",
	providers: "Association of service providers",
	"community-partners": "Community action councils",
};

/** The last January that is wholly past. */
function lastJanuary(day: PlainDate): number {
	const { year, month } = partsOf(day);
	return month > 1 ? year : year - 1;
}

async function holdJanuary(about: About): Promise<void> {
	const { day, desk, state } = about;
	const year = lastJanuary(day);
	const on = toWorkingDay(plainDate(`${year}-01-15`));
	const { rules } = await desk.perform("odalys", getPlanningYear, { jurisdictionId: state });
	const eventId = await add(about, {
		...{
			kind: "planning-event",
			eventKind: "annual-meeting",
			title: `Planning meeting ${year}`,
			heldOn: on,
			placeId: state,
		},
		agenda: rules?.eventKinds.find(({ id }) => id === "annual-meeting")?.agenda ?? "",
		minutes: "Two half days. The data came first, then services, then workload.",
	});
	const guest = { kind: "event-guest", eventId, invitedOn: addDays(on, -40) };
	await add(about, {
		...guest,
		name: "Senior management",
		partyKind: "senior-management",
		reply: "accepted",
		attendance: "present",
	});
	await add(about, {
		...guest,
		name: "Halcyon Citizen Review Panel",
		partyKind: "review-panel",
		reply: "accepted",
		attendance: "present",
	});
	for (const output of practiceOutputs) await add(about, { kind: "planning-record", eventId, on, ...output });
	await desk.perform("odalys", keepMeetingPacket, { jurisdictionId: state, year });
	for (const [recordKind, subject, text] of [
		[
			"vision",
			"Every child safe, with family",
			"Children of Halcyon grow up safe, with people who are theirs, near where they belong.",
		],
		[
			"mission-review",
			"Mission and mandates, gone through line by line",
			"The mission stands. The duty to prevent removal is named in it now.",
		],
	]) {
		await add(about, { kind: "planning-record", recordKind, on, subject, text });
	}
}

async function hearPanel(about: About): Promise<void> {
	const { day } = about;
	const panelId = await add(about, {
		kind: "review-panel",
		name: "Halcyon Citizen Review Panel",
		chair: "Marguerite Sayles",
	});
	const receivedOn = addDays(day, -110);
	const reportId = await add(about, {
		kind: "panel-report",
		panelId,
		title: `Report of ${receivedOn.slice(0, 4)}`,
		receivedOn,
	});
	await add(about, {
		...{ kind: "panel-recommendation", reportId, position: 1, decision: "accepted", answeredOn: addDays(day, -20) },
		text: "Tell parents in writing, on the first day, whom to call when they do not understand what is asked of them.",
		answer:
			"A one-page letter with the worker's and the supervisor's number goes out from next month on, in four languages.",
		effect: "Taken up in the plan under services to families.",
	});
	await add(about, {
		...{ kind: "panel-recommendation", reportId, position: 2 },
		text: "Publish by county how long children wait for a first visit with their brothers and sisters.",
	});
	await answerEarlierReport(about, panelId);
}

/** The report of the year before was answered in time: to the panel, and to the child protection systems of the State and the counties. */
async function answerEarlierReport(about: About, panelId: string): Promise<void> {
	const { day, desk } = about;
	const receivedOn = addDays(day, -475);
	const reportId = await add(about, {
		...{ kind: "panel-report", panelId, title: `Report of ${receivedOn.slice(0, 4)}`, receivedOn },
	});
	await add(about, {
		...{
			kind: "panel-recommendation",
			reportId,
			position: 1,
			decision: "partly",
			answeredOn: addDays(receivedOn, 150),
		},
		text: "Let a second person look at every report that is screened out within a day.",
		answer:
			"A second person looks at every report of a child under five. For all reports the hotline lacks staff at night.",
		effect: "Named in the plan as a service to be made stronger.",
	});
	await desk.perform("odalys", sendPanelAnswer, {
		...{ reportId, version: 1, sentOn: addDays(receivedOn, 160) },
		recipients: ["State hotline and child protective services", "Child protective services of the eight counties"],
	});
}

/** The visits of the past fiscal years: two reports that were sent, and the draft of the newest. None of the numbers is real. */
async function reportVisits(about: About): Promise<void> {
	const { day } = about;
	const { year, month } = partsOf(day);
	const newest = month >= 10 ? year : year - 1;
	for (const [ago, children, careMonths, visitedMonths, residenceMonths] of [
		[2, 5_204, 41_870, 39_212, 30_160],
		[1, 5_118, 41_206, 39_318, 31_004],
		[0, 5_027, 40_655, 38_297, 30_871],
	] as const) {
		const federalFiscalYear = newest - ago;
		const sentOn = ago === 0 ? null : plainDate(`${federalFiscalYear}-12-09`);
		await add(about, {
			...{ kind: "visit-report", federalFiscalYear, children, careMonths, visitedMonths, residenceMonths, sentOn },
			source: `Case system, visits of FFY${federalFiscalYear} as of November ${federalFiscalYear}`,
		});
	}
}

/** Steps of the State's own before the yearly update leaves the house. */
async function setSteps({ desk, state }: About): Promise<void> {
	for (const [label, daysBefore] of [
		["Draft to Tribes, courts and the review panel", 75],
		["Open for comment", 60],
		["To the Governor’s office", 14],
	] as const) {
		await desk.perform("renata", addPlanningStep, { jurisdictionId: state, ruleId: "apsr", label, daysBefore });
	}
}

async function describePeople(about: About): Promise<void> {
	const { day, state } = about;
	const asOf = plainDate(`${partsOf(day).year - 1}-09-30`);
	for (const { rows, ...table } of practiceProfile) {
		const groups = rows.map(([group]) => group);
		await add(about, {
			kind: "demographic-panel",
			placeId: state,
			asOf,
			...table,
			groups,
			values: rows.map(([, value]) => value),
		});
	}
}

async function certifyCases(about: About): Promise<void> {
	const { day, desk } = about;
	const year = lastJanuary(day);
	for (const [unit, place, activeCases, validCases, caseworkers] of [
		["Northern Region, ongoing services", "north", 1204, 1187, 71.5],
		["Northern Region, adoption", "north", 318, 318, 19],
		["Coast and Valley Region, ongoing services", "valley", 2410, 2362, 158],
	] as const) {
		await add(about, {
			...{ kind: "case-certification", unit, placeId: desk.placeId(place), activeCases, validCases, caseworkers },
			...{ asOf: `${year}-01-02`, certifiedBy: "Regional manager", certifiedOn: `${year}-01-12` },
		});
	}
}

async function giveOut(about: About, teamId: string): Promise<void> {
	const { day, desk, state } = about;
	const paper = `Yearly update of ${partsOf(day).year}`;
	await desk.perform("odalys", giveOutPaper, { jurisdictionId: state, paper, teamIds: [teamId] });
	const { facts } = await desk.perform("odalys", getPlanningYear, { jurisdictionId: state });
	for (const { id, version } of facts.distribution.filter((each) => each.paper === paper).slice(0, 5)) {
		await desk.perform("odalys", changePlanningEntry, {
			kind: "distribution",
			entryId: id,
			version,
			patch: { receivedOn: day },
		});
	}
}

/** Whatever the register dates and was due in the past fourteen months was done in time. */
async function markWhatWasDone(about: About): Promise<void> {
	const { day, desk, state } = about;
	const owned = new Set(practiceRegister.map(({ dueRule }) => dueRule));
	const { dueDates } = await desk.perform("odalys", listDueDates, {
		...{ jurisdictionId: state, from: addDays(day, -425), to: addDays(day, -1) },
	});
	// What a submission met has its entry already.
	for (const { ruleId, on } of dueDates.filter((each) => owned.has(each.ruleId) && each.doneOn === null)) {
		await add(about, { kind: "due-completion", ruleId, dueOn: on, completedOn: addDays(on, -3) });
	}
}
