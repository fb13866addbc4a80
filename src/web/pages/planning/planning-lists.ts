import { formatDate, isPlainDate } from "../../../domain/calendar/plain-date.ts";
import { maskedMark } from "../../../domain/measure/masking.ts";
import {
	panelDecisionLabels,
	planningStageLabels,
	visitMethodLabels,
} from "../../../domain/planning/planning-facts.ts";
import type { PlanningKind } from "../../../domain/planning/planning-kinds.ts";
import type { RecordKind } from "../../../domain/planning/planning-rules.ts";
import { profileValue } from "../../../domain/planning/profile-values.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import type { PlanningProps } from "./planning-props.ts";

type Option = { readonly value: string; readonly label: string };

/** One field of a form: its control, and the choices where it has some. */
export type PlanningField = {
	readonly name: string;
	readonly label: string;
	readonly control: "line" | "text" | "date" | "whole" | "number" | "select" | "checks" | "groups" | "hidden";
	readonly hint?: string;
	readonly optional?: true;
	readonly options?: (props: PlanningProps) => readonly Option[];
};

/** One list of a State's planning: how its entries are called, asked for and told. */
export type PlanningList = {
	readonly kind: PlanningKind;
	readonly slug: string;
	readonly title: string;
	readonly one: string;
	readonly intro: string;
	readonly fields: readonly PlanningField[];
	heading(entry: never, props: PlanningProps): string;
};

const named = (list: readonly { readonly id: string; readonly name: string }[] | undefined): readonly Option[] =>
	(list ?? []).map(({ id, name }) => ({ value: id, label: name }));
const facts =
	<K extends PlanningKind>(kind: K, label: (fact: Fact<K>) => string) =>
	({ year }: PlanningProps): readonly Option[] =>
		(year.facts[kind] as readonly Fact<K>[]).map((fact) => ({ value: fact.id, label: label(fact) }));
const options = (labels: Readonly<Record<string, string>>) => () =>
	Object.entries(labels).map(([value, label]) => ({ value, label }));

const places = ({ year }: PlanningProps) => named(year.places);
const parties = ({ year }: PlanningProps) => named(year.rules?.partyKinds);
const people = (props: PlanningProps) => props.people;
const teams = facts("planning-team", ({ name }) => name);
const events = facts("planning-event", ({ title, heldOn }) => (heldOn ? `${title} (${formatDate(heldOn)})` : title));
const goals = ({ year }: PlanningProps) => year.goals.map(({ id, statement }) => ({ value: id, label: statement }));
const strategies = ({ year }: PlanningProps) =>
	year.strategies.map(({ id, statement }) => ({ value: id, label: statement }));

const line = (name: string, label: string, more: Partial<PlanningField> = {}): PlanningField => ({
	...{ name, label, control: "line" },
	...more,
});
const text = (name: string, label: string, more: Partial<PlanningField> = {}): PlanningField =>
	line(name, label, { control: "text", optional: true, ...more });
const date = (name: string, label: string, more: Partial<PlanningField> = {}): PlanningField =>
	line(name, label, { control: "date", ...more });
const select = (
	name: string,
	label: string,
	choices: NonNullable<PlanningField["options"]>,
	more: Partial<PlanningField> = {},
): PlanningField => line(name, label, { control: "select", options: choices, ...more });
const maybe = { optional: true } as const;

export const planningLists: readonly PlanningList[] = [
	{
		...{ kind: "statewide-plan", slug: "register", title: "Register of statewide plans", one: "plan" },
		intro:
			"Every plan and report that the State owes or has set itself: who owns it, when it is due, and where it is reported.",
		fields: [
			select("planType", "Kind of plan", ({ year }) => [
				...named(year.rules?.planTypes),
				{ value: "own", label: "Another plan of the State’s own" },
			]),
			line("name", "Name"),
			line("cycle", "How often", maybe),
			select("ownerPersonId", "Owner", people, maybe),
			line("ownerTitle", "Owner’s position", { optional: true, hint: "Where no one person owns it" }),
			select("dueRuleId", "Due-date rule", (props) => props.dueRules, maybe),
			line("dueWords", "When it is due, in words", maybe),
			line("reportedIn", "Section of the five-year plan or its yearly update that reports it", maybe),
		],
		heading: (entry: Fact<"statewide-plan">) => entry.name,
	},
	{
		...{ kind: "planning-role", slug: "roles", title: "Roles", one: "role" },
		intro: "Who is charged with what, from which day. A role without anybody in it today is vacant.",
		fields: [
			select("role", "Role", ({ year }) => named(year.rules?.roles)),
			line("name", "Name"),
			select("personId", "Person who signs in here", people, {
				optional: true,
				hint: "Mails about due dates go to them",
			}),
			line("title", "Position", maybe),
			line("designatedBy", "Designated by", maybe),
			date("startsOn", "From"),
			date("endsOn", "To", maybe),
		],
		heading: (entry: Fact<"planning-role">, { year }) =>
			`${year.rules?.roles.find(({ id }) => id === entry.role)?.name ?? entry.role}: ${entry.name}`,
	},
	{
		...{ kind: "planning-team", slug: "teams", title: "Teams", one: "team" },
		intro:
			"Teams that plan and carry out, of the State, its regions and counties, with the goals and strategies in their care.",
		fields: [
			select("teamKind", "Kind of team", ({ year }) => named(year.rules?.teamKinds)),
			line("name", "Name"),
			select("placeId", "Place", places),
			text("purpose", "Purpose"),
			text("charge", "Charge"),
			line("goalIds", "Goals", { control: "checks", options: goals, optional: true }),
			line("strategyIds", "Strategies", { control: "checks", options: strategies, optional: true }),
		],
		heading: (entry: Fact<"planning-team">) => entry.name,
	},
	{
		...{ kind: "team-seat", slug: "members", title: "Members of teams", one: "member" },
		intro: "Who sits in the teams, and whom they stand for.",
		fields: [
			select("teamId", "Team", teams),
			line("name", "Name"),
			select("partyKind", "Stands for", parties),
			line("affiliation", "Organization", maybe),
			line("email", "E-mail", { optional: true, hint: "Papers that are given out go there" }),
		],
		heading: (entry: Fact<"team-seat">, { year }) =>
			`${entry.name}, ${year.facts["planning-team"].find(({ id }) => id === entry.teamId)?.name ?? ""}`,
	},
	{
		...{ kind: "planning-event", slug: "meetings", title: "Meetings", one: "meeting" },
		intro: "Conferences, meetings and engagements of the cycle, with what was shown and decided.",
		fields: [
			select("eventKind", "Kind of meeting", ({ year }) => named(year.rules?.eventKinds)),
			line("title", "Title"),
			select("placeId", "Place", places),
			date("heldOn", "Held on", { optional: true, hint: "A day to come is a planned meeting" }),
			line("venue", "Where", maybe),
			select("stage", "Stage", options(planningStageLabels)),
			select("ownerTeamId", "Prepared by the team", teams, maybe),
			text("agenda", "Agenda"),
			text("materials", "Materials"),
			text("minutes", "Minutes"),
			text("decisions", "Decisions"),
		],
		heading: (entry: Fact<"planning-event">) =>
			entry.heldOn ? `${entry.title}, ${formatDate(entry.heldOn)}` : `${entry.title}, no day yet`,
	},
	{
		...{ kind: "event-guest", slug: "guests", title: "Who was asked, and who came", one: "guest" },
		intro: "Everybody asked to the meetings, whom they stand for, what they answered and whether they came.",
		fields: [
			select("eventId", "Meeting", events),
			line("name", "Name"),
			select("partyKind", "Stands for", parties),
			date("invitedOn", "Asked on", maybe),
			select("reply", "Answer", options({ none: "None yet", accepted: "Will come", declined: "Cannot come" })),
			select("attendance", "Came", options({ unknown: "Not noted", present: "Yes", absent: "No" })),
		],
		heading: (entry: Fact<"event-guest">, { year }) =>
			`${entry.name}, ${year.facts["planning-event"].find(({ id }) => id === entry.eventId)?.title ?? ""}`,
	},
	{
		...{ kind: "planning-record", slug: "records", title: "Records", one: "record" },
		intro:
			"What planning brought: reviews, traces from goals to mandates, ratings of services, outputs of the January meeting.",
		fields: [],
		heading: (entry: Fact<"planning-record">, { year }) =>
			`${year.rules?.recordKinds.find(({ id }) => id === entry.recordKind)?.name ?? entry.recordKind}: ${entry.subject}`,
	},
	{
		...{ kind: "review-panel", slug: "review-panels", title: "List of citizen review panels", one: "panel" },
		intro: "The panels that review the agency’s work.",
		fields: [line("name", "Name"), line("chair", "Chair", maybe), text("note", "Note")],
		heading: (entry: Fact<"review-panel">) => entry.name,
	},
	{
		...{ kind: "panel-report", slug: "panel-reports", title: "Reports of panels", one: "report" },
		intro: "A written answer is due six months after the report was received.",
		fields: [
			select(
				"panelId",
				"Panel",
				facts("review-panel", ({ name }) => name),
			),
			line("title", "Title"),
			date("receivedOn", "Received on"),
		],
		heading: (entry: Fact<"panel-report">) => `${entry.title}, received ${formatDate(entry.receivedOn)}`,
	},
	{
		...{
			kind: "panel-recommendation",
			slug: "recommendations",
			title: "Recommendations of panels",
			one: "recommendation",
		},
		intro: "What the panels recommend, in their words, and what the agency answers.",
		fields: [
			select(
				"reportId",
				"Report",
				facts("panel-report", ({ title }) => title),
			),
			line("position", "Number", { control: "whole" }),
			text("text", "Recommendation", { hint: "In the panel’s own words" }),
			select("decision", "Decision", options(panelDecisionLabels)),
			text("answer", "Answer to the panel"),
			date("answeredOn", "Answered on", maybe),
			text("effect", "What it changed, or where the plan takes it up"),
			select("goalId", "Goal that it led to", goals, maybe),
		],
		heading: (entry: Fact<"panel-recommendation">) => `${entry.position}. ${entry.text}`,
	},
	{
		...{ kind: "demographic-panel", slug: "tables", title: "Tables of the demographic profile", one: "table" },
		intro: "Who the people are whom the agency serves: groups and numbers, each with its source.",
		fields: [
			select("panel", "Part of the profile", ({ year }) => named(year.rules?.profilePanels)),
			line("title", "Title"),
			select("placeId", "Place", places),
			select(
				"unit",
				"Counted in",
				options({
					...{
						children: "Children",
						people: "People",
						households: "Households",
						percent: "Percent",
						dollars: "Dollars",
					},
				}),
			),
			line("groups", "Groups and numbers", {
				control: "groups",
				hint: "One group a line with its number after a comma, for example: Ages 0 to 5, 1204",
			}),
			date("asOf", "As of"),
			line("source", "Source"),
			select(
				"sourceKind",
				"The source is",
				options({ agency: "The agency’s own data", outside: "An outside assessment or open file" }),
			),
			text("note", "Note"),
		],
		heading: (entry: Fact<"demographic-panel">) => entry.title,
	},
	{
		...{
			kind: "case-certification",
			slug: "certifications",
			title: "Workload and certified cases",
			one: "certification",
		},
		intro: "How many active cases each unit has, how many were found to be rightly open, and who certified it.",
		fields: [
			line("unit", "Unit"),
			select("placeId", "Place", places),
			select("eventId", "Meeting", events, maybe),
			date("asOf", "Cases as of"),
			line("activeCases", "Active cases", { control: "whole" }),
			line("validCases", "Of these rightly open", { control: "whole" }),
			line("caseworkers", "Caseworkers", { control: "number", hint: "In full-time positions, for example 12.5" }),
			line("certifiedBy", "Certified by"),
			date("certifiedOn", "Certified on"),
			text("note", "Note"),
		],
		heading: (entry: Fact<"case-certification">) => `${entry.unit}, ${formatDate(entry.asOf)}`,
	},
	{
		...{
			kind: "visit-report",
			slug: "visit-reports",
			title: "Reports of caseworker visits",
			one: "report",
		},
		intro:
			"How often caseworkers visited the children in care, month by month: due each December 15 for the federal fiscal year that ended in September.",
		fields: [
			line("federalFiscalYear", "Federal fiscal year", { control: "whole" }),
			line("children", "Children, each once", { control: "whole", optional: true }),
			line("careMonths", "Whole calendar months in care", { control: "whole" }),
			line("visitedMonths", "Of these, months with a visit", { control: "whole" }),
			line("residenceMonths", "Of the months with a visit, those with one where the child lives", { control: "whole" }),
			select("method", "Children reported on", options(visitMethodLabels)),
			line("source", "Source"),
			date("sentOn", "Sent to the Children’s Bureau on", maybe),
			text("note", "Remarks"),
		],
		heading: (entry: Fact<"visit-report">) => `Caseworker visits, FFY${entry.federalFiscalYear}`,
	},
	{
		...{ kind: "distribution", slug: "distribution", title: "Papers given out", one: "paper" },
		intro: "What was given to whom, and when they said that they have it.",
		fields: [
			line("paper", "What was given out"),
			select("documentId", "Plan or report", (props) => props.documents, maybe),
			select("teamId", "Team", teams, maybe),
			select(
				"seatId",
				"Member",
				facts("team-seat", ({ name }) => name),
				maybe,
			),
			line("recipient", "Given to"),
			line("email", "E-mail", maybe),
			select("channel", "How", options({ mail: "By mail", paper: "On paper", meeting: "At a meeting" })),
			date("sentOn", "Given out on"),
			date("receivedOn", "Receipt on", maybe),
		],
		heading: (entry: Fact<"distribution">) => `${entry.paper}, to ${entry.recipient}`,
	},
	{
		...{ kind: "due-completion", slug: "due-dates-met", title: "Due dates met", one: "due date" },
		intro: "What was due and has been done. Nobody is reminded of it any more.",
		fields: [
			select("ruleId", "What was due", (props) => props.dueRules),
			date("dueOn", "Due on"),
			date("completedOn", "Done on"),
			text("note", "Note"),
		],
		heading: (entry: Fact<"due-completion">, { dueRules }) =>
			`${dueRules.find(({ value }) => value === entry.ruleId)?.label ?? entry.ruleId}, ${formatDate(entry.completedOn)}`,
	},
];

export function findPlanningList(slug: string): PlanningList | undefined {
	return planningLists.find((each) => each.slug === slug);
}

export function planningListOf(kind: PlanningKind): PlanningList {
	return planningLists.find((each) => each.kind === kind) as PlanningList;
}

/** The fields of a form; those of a record depend on its kind. */
export function fieldsOf(list: PlanningList, props: PlanningProps, recordKind?: string): readonly PlanningField[] {
	if (list.kind !== "planning-record") return list.fields;
	const kind = props.year.rules?.recordKinds.find(({ id }) => id === recordKind);
	return kind ? recordFields(kind) : [];
}

function recordFields(kind: RecordKind): readonly PlanningField[] {
	return [
		line("recordKind", kind.name, { control: "hidden" }),
		select("eventId", "Meeting", events, maybe),
		date("on", "On"),
		line("subject", kind.subject),
		...(kind.about === "goal" ? [select("goalId", "Goal", goals)] : []),
		...(kind.about === "strategy" ? [select("strategyId", "Strategy", strategies)] : []),
		...(kind.rating ? [select("rating", kind.rating.label, () => named(kind.rating?.options))] : []),
		...(kind.text ? [text("text", kind.text)] : []),
		...(kind.owner ? [line("owner", kind.owner, maybe)] : []),
		...(kind.evidence ? [text("evidence", kind.evidence)] : []),
	];
}

/** An entry in words, label and text, without what is empty. */
export function linesOf(
	list: PlanningList,
	entry: Readonly<Record<string, unknown>>,
	props: PlanningProps,
): readonly (readonly [string, string])[] {
	return fieldsOf(list, props, String(entry.recordKind ?? ""))
		.filter(({ control }) => control !== "hidden")
		.map((field) => [field.label, wordsOf(field, entry, props)] as const)
		.filter(([, words]) => words !== "");
}

function wordsOf(field: PlanningField, entry: Readonly<Record<string, unknown>>, props: PlanningProps): string {
	const value = entry[field.name];
	const label = (one: unknown) => field.options?.(props).find((each) => each.value === one)?.label ?? "";
	if (field.control === "groups") {
		const shown = profileValue(entry as unknown as Fact<"demographic-panel">);
		return shown.map(({ label: group, value: number }) => `${group}: ${number ?? maskedMark}`).join("\n");
	}
	if (field.control === "checks") return Array.isArray(value) ? value.map(label).filter(Boolean).join("\n") : "";
	if (value === null || value === undefined || value === "") return "";
	if (field.control === "select") return label(value);
	// Years and places in a list are no amounts.
	if (typeof value === "number" && value >= 10_000) return value.toLocaleString("en-US");
	return typeof value === "string" && isPlainDate(value) ? formatDate(value as never) : String(value);
}
