import { z } from "zod";
import { PlainDate } from "../calendar/plain-date.ts";

// How a State plans: who is charged with it, who is asked, what meetings bring, what goes out. The ids of kinds (plans, roles, teams,
// meetings, records, parties) come from the planning framework that the State follows; none of these facts is named after a document.

const text = (max: number) => z.string().trim().max(max);
const needed = (max: number, message: string) => text(max).min(1, message);
const kindId = z.string().trim().min(1, "Choose one from the list.").max(60);
/** The State, and in `placeId` the part of it that something is about. */
const ofState = { jurisdictionId: z.uuid() };

/** Which planning rules a State follows, since when. One fact for each State. */
export const PlanningFramework = z.object({
	...ofState,
	/** Id and edition of the rules, for example `ms-planning-2016`. */
	frameworkId: z.string().min(1).max(60),
	followedFrom: PlainDate,
});
export type PlanningFramework = z.infer<typeof PlanningFramework>;

/** One of the plans and reports that the State owes or has set itself: who owns it, when it is due, and where it is reported. */
export const StatewidePlan = z.object({
	...ofState,
	/** A kind of plan of the framework; "own" for one that the State added. */
	planType: kindId,
	name: needed(200, "Give the plan a name."),
	cycle: text(200),
	ownerPersonId: z.uuid().nullable(),
	ownerTitle: text(200),
	/** The due-date rule that dates it; "" where only words tell. */
	dueRuleId: text(60),
	dueWords: text(500),
	/** The section of the five-year plan or its yearly update through which it is reported. */
	reportedIn: text(300),
});
export type StatewidePlan = z.infer<typeof StatewidePlan>;

/** Somebody's charge in planning, from a day on. Nobody in it today is a vacancy. */
export const PlanningRole = z.object({
	...ofState,
	role: kindId,
	personId: z.uuid().nullable(),
	name: needed(200, "Say who holds the role."),
	title: text(200),
	designatedBy: text(200),
	startsOn: PlainDate,
	endsOn: PlainDate.nullable(),
});
export type PlanningRole = z.infer<typeof PlanningRole>;

/** A team that plans or carries out: of the State, of a region or of a county. */
export const PlanningTeam = z.object({
	...ofState,
	placeId: z.uuid(),
	teamKind: kindId,
	name: needed(200, "Give the team a name."),
	purpose: text(2000),
	charge: text(4000),
	/** Goals, as outcomes to be reached, and strategies that the team carries. */
	goalIds: z.array(z.uuid()).max(60),
	strategyIds: z.array(z.uuid()).max(200),
});
export type PlanningTeam = z.infer<typeof PlanningTeam>;

/** A seat in a team: who sits in it and whom they stand for. */
export const TeamSeat = z.object({
	...ofState,
	teamId: z.uuid(),
	name: needed(200, "Give the name."),
	partyKind: kindId,
	affiliation: text(300),
	email: z.union([z.literal(""), z.email("This is not an e-mail address. Write it like name@agency.gov.").max(254)]),
});
export type TeamSeat = z.infer<typeof TeamSeat>;

/** The stages of planning in which partners take part. */
export const PlanningStage = z.enum(["planning", "implementation", "feedback"]);
export type PlanningStage = z.infer<typeof PlanningStage>;

export const planningStageLabels: Readonly<Record<PlanningStage, string>> = {
	planning: "Planning",
	implementation: "Implementation",
	feedback: "Feedback",
};

/** A conference, meeting or engagement of the planning cycle. */
export const PlanningEvent = z.object({
	...ofState,
	placeId: z.uuid(),
	eventKind: kindId,
	title: needed(200, "Give the meeting a title."),
	heldOn: PlainDate.nullable(),
	venue: text(300),
	stage: PlanningStage,
	/** The team that prepares it. */
	ownerTeamId: z.uuid().nullable(),
	agenda: text(8000),
	materials: text(8000),
	minutes: text(20_000),
	decisions: text(8000),
});
export type PlanningEvent = z.infer<typeof PlanningEvent>;

export const GuestReply = z.enum(["none", "accepted", "declined"]);
export type GuestReply = z.infer<typeof GuestReply>;

export const GuestAttendance = z.enum(["unknown", "present", "absent"]);
export type GuestAttendance = z.infer<typeof GuestAttendance>;

/** Somebody asked to a meeting, what they answered, and whether they came. */
export const EventGuest = z.object({
	...ofState,
	eventId: z.uuid(),
	name: needed(200, "Give the name."),
	partyKind: kindId,
	invitedOn: PlainDate.nullable(),
	reply: GuestReply,
	attendance: GuestAttendance,
});
export type EventGuest = z.infer<typeof EventGuest>;

/**
 * Something that planning brought: an output of a meeting, a review of the mission, a trace from goal to mandate, a rating of a service.
 * The framework's record kinds say what each field means.
 */
export const PlanningRecord = z.object({
	...ofState,
	recordKind: kindId,
	eventId: z.uuid().nullable(),
	on: PlainDate,
	subject: needed(300, "Say what it is about."),
	text: text(8000),
	owner: text(200),
	/** One of the record kind's ratings; "" where it has none. */
	rating: text(60),
	evidence: text(4000),
	goalId: z.uuid().nullable(),
	strategyId: z.uuid().nullable(),
});
export type PlanningRecord = z.infer<typeof PlanningRecord>;

/** A citizen review panel. */
export const ReviewPanel = z.object({
	...ofState,
	name: needed(200, "Give the panel a name."),
	chair: text(200),
	note: text(2000),
});
export type ReviewPanel = z.infer<typeof ReviewPanel>;

/** A panel's report as the agency received it: the clock of the answer starts on that day. */
export const PanelReport = z.object({
	...ofState,
	panelId: z.uuid(),
	title: needed(300, "Give the report a title."),
	receivedOn: PlainDate,
	/** The day on which the agency's written answer went out; null while none has. */
	answerSentOn: PlainDate.nullable().default(null),
});
export type PanelReport = z.infer<typeof PanelReport>;

export const PanelDecision = z.enum(["open", "accepted", "partly", "not-accepted"]);
export type PanelDecision = z.infer<typeof PanelDecision>;

export const panelDecisionLabels: Readonly<Record<PanelDecision, string>> = {
	open: "Not answered yet",
	accepted: "Taken up",
	partly: "Taken up in part",
	"not-accepted": "Not taken up",
};

/** One recommendation of a panel and the agency's written answer. */
export const PanelRecommendation = z.object({
	...ofState,
	reportId: z.uuid(),
	position: z.number().int().min(1).max(999),
	text: needed(4000, "Write the recommendation in the panel's words."),
	decision: PanelDecision,
	answer: text(8000),
	answeredOn: PlainDate.nullable(),
	/** What it changed in the plan, or where the plan takes it up. */
	effect: text(2000),
	goalId: z.uuid().nullable(),
});
export type PanelRecommendation = z.infer<typeof PanelRecommendation>;

export const DemographicUnit = z.enum(["children", "people", "households", "percent", "dollars"]);
export type DemographicUnit = z.infer<typeof DemographicUnit>;

/** One panel of the profile of the people served: groups with a number each, of one source and day. */
export const DemographicPanel = z.object({
	...ofState,
	placeId: z.uuid(),
	panel: kindId,
	title: needed(200, "Give the table a title."),
	unit: DemographicUnit,
	groups: z.array(needed(120, "Name each group.")).max(60),
	values: z.array(z.number()).max(60),
	asOf: PlainDate,
	source: text(500),
	sourceKind: z.enum(["agency", "outside"]),
	note: text(2000),
});
export type DemographicPanel = z.infer<typeof DemographicPanel>;

/** What a unit certified of its active cases, beside the workload that they make. */
export const CaseCertification = z.object({
	...ofState,
	placeId: z.uuid(),
	eventId: z.uuid().nullable(),
	unit: needed(200, "Name the unit."),
	asOf: PlainDate,
	activeCases: z.number().int().min(0).max(1_000_000),
	/** How many of them were found to be rightly open. */
	validCases: z.number().int().min(0).max(1_000_000),
	caseworkers: z.number().min(0).max(100_000),
	certifiedBy: needed(200, "Say who certified it."),
	certifiedOn: PlainDate,
	note: text(2000),
});
export type CaseCertification = z.infer<typeof CaseCertification>;

/** How the children were found whose visits are reported: all of them, or a sample that the Children's Bureau approved. */
export const VisitMethod = z.enum(["all", "sample"]);
export type VisitMethod = z.infer<typeof VisitMethod>;

export const visitMethodLabels: Readonly<Record<VisitMethod, string>> = {
	all: "All children in care",
	sample: "An approved sample",
};

const months = (message: string) => z.number({ error: message }).int(message).min(0, message).max(100_000_000);

/** The monthly caseworker visits of one federal fiscal year, as the State reports them. Numbers are kept, percents worked out. */
export const VisitReport = z.object({
	...ofState,
	federalFiscalYear: z
		.number({ error: "Give a federal fiscal year, for example 2026." })
		.int()
		.min(2007, "Visits are reported for federal fiscal years from 2007 on.")
		.max(2040, "Give a federal fiscal year up to 2040."),
	/** Children in the population or the sample, each once; null where nobody has counted them. */
	children: z.number().int().min(0).max(10_000_000).nullable(),
	/** Whole calendar months that these children were in care. */
	careMonths: months("Give the months in care as a whole number."),
	/** Of these the months in which a caseworker visited the child. */
	visitedMonths: months("Give the months with a visit as a whole number."),
	/** Of the months with a visit those with one where the child lives. */
	residenceMonths: months("Give the months with a visit where the child lives as a whole number."),
	method: VisitMethod,
	/** Counted here from the State's own files, or typed from elsewhere. */
	sourceKind: z.enum(["counted", "typed"]).default("typed"),
	source: needed(500, "Say where the numbers are from."),
	sentOn: PlainDate.nullable(),
	note: text(2000),
});
export type VisitReport = z.infer<typeof VisitReport>;

/** A paper given to somebody, and when they said that they have it. */
export const Distribution = z.object({
	...ofState,
	paper: needed(300, "Say what was given out."),
	documentId: z.uuid().nullable(),
	teamId: z.uuid().nullable(),
	seatId: z.uuid().nullable(),
	recipient: needed(200, "Say who it was given to."),
	email: text(254),
	channel: z.enum(["mail", "paper", "meeting"]),
	sentOn: PlainDate,
	receivedOn: PlainDate.nullable(),
});
export type Distribution = z.infer<typeof Distribution>;

/** Something due that was done. */
export const DueCompletion = z.object({
	...ofState,
	ruleId: z.string().min(1).max(60),
	/** The due day that it settles. */
	dueOn: PlainDate,
	completedOn: PlainDate,
	note: text(1000),
	/** The document, or the form CFS-101, whose submission met it; null where somebody said so. */
	documentId: z.uuid().nullable().default(null),
	budgetFormId: z.uuid().nullable().default(null),
});
export type DueCompletion = z.infer<typeof DueCompletion>;

/** A mail about due dates that went to somebody on a day. Its id is worked out from who, what and when: a second one cannot be. */
export const DueNotice = z.object({
	...ofState,
	personId: z.uuid(),
	day: PlainDate,
	noticeKind: z.enum(["owner", "digest", "escalation"]),
	/** `claimed` before the mail is handed over, then how that went. */
	state: z.enum(["claimed", "sent", "failed"]),
});
export type DueNotice = z.infer<typeof DueNotice>;
