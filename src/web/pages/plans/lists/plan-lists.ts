import type { Edition } from "../../../../domain/document/edition.ts";
import type { EntryKind } from "../../../../domain/document/entry-kinds.ts";
import {
	assistanceSourceWords,
	assistanceStatusWords,
	bodyRoleWords,
	bodyTagWords,
	lawChangeStatusWords,
	otherPlanWords,
} from "../../../../domain/document/entry-words.ts";
import type { Fact } from "../../../../domain/workflow/fact-kinds.ts";
import type { PlanContext } from "../plan-context.ts";
import { shorten } from "../plan-words.ts";
import {
	allPlans,
	choicesOf,
	componentField,
	dateWords,
	type PlanList,
	placeWords,
	strategyField,
} from "./plan-list.ts";
import { payments, voices } from "./voice-lists.ts";

const countyPapers = ["county-improvement-plan", "county-self-assessment"] as const;

const planningBodies: PlanList<"planning-body"> = {
	slug: "planning-bodies",
	kind: "planning-body",
	title: "Local planning bodies",
	intro: "Each body that had a say in the self-assessment or in this plan, or that will help to carry it out.",
	one: "planning body",
	source: "User's guide of 2004, I.1 (SIP-22 to SIP-24)",
	plans: countyPapers,
	earlier: "narrative.planningBodies",
	fields: [
		{ name: "name", label: "Name of the body", control: "line", most: 200 },
		{ name: "description", label: "What it is and who sits on it", control: "text", most: 4000 },
		{ name: "roles", label: "Its part", control: "checks", choices: () => choicesOf(bodyRoleWords) },
		{ name: "tags", label: "Whom it brings in", control: "checks", choices: () => choicesOf(bodyTagWords) },
	],
	heading: (body) => body.name,
	lines: (body) => [
		["What it is", body.description],
		["Its part", body.roles.map((role) => bodyRoleWords[role]).join("; ")],
		["Brings in", body.tags.map((tag) => bodyTagWords[tag]).join("; ")],
	],
};

const qualitativeEvidence: PlanList<"data-collection"> = {
	slug: "qualitative-evidence",
	kind: "data-collection",
	title: "Qualitative evidence",
	intro: "What focus groups, surveys, interviews and the like brought to light, one entry for each.",
	one: "piece of evidence",
	source: "User's guide of 2004, I.2 (SIP-27, SIP-28)",
	plans: countyPapers,
	earlier: "narrative.qualitativeFindings",
	fields: [
		{
			name: "technique",
			label: "How it was done",
			hint: "Focus group, survey, interviews.",
			control: "line",
			most: 200,
		},
		{ name: "audience", label: "With whom", control: "line", most: 300 },
		{ name: "heldOn", label: "Held on", control: "date", optional: true },
		{ name: "responses", label: "How many answered", hint: "A whole number.", control: "number" },
		{ name: "result", label: "What came out", control: "text", most: 8000 },
		{ name: "howUsed", label: "How this plan uses it", control: "text", most: 4000 },
	],
	heading: (each) => each.technique,
	lines: (each) => [
		["With whom", each.audience],
		["Held on", dateWords(each.heldOn)],
		["Responses", each.responses === null ? "" : String(each.responses)],
		["What came out", each.result],
		["How used", each.howUsed],
	],
};

const peerReviews: PlanList<"peer-review"> = {
	slug: "peer-reviews",
	kind: "peer-review",
	title: "Peer Quality Case Review",
	intro:
		"What peers of other counties looked at, what they found, and what this county does with it. Findings are written down once, with their evidence, and chosen here.",
	one: "peer review",
	source: "User's guide of 2004, I.2 (SIP-29); since 2013 a part of the self-assessment",
	plans: countyPapers,
	earlier: "narrative.peerReviewFindings",
	fields: [
		{ name: "areas", label: "Areas picked for review", control: "text", most: 4000 },
		{ name: "startsOn", label: "First day", control: "date", optional: true },
		{ name: "endsOn", label: "Last day", control: "date", optional: true },
		{ name: "peerCounties", label: "Peer counties", control: "line", most: 1000 },
		{
			name: "findingIds",
			label: "What the peers found",
			hint: "Findings of this county. Write a new one under Findings, with its evidence, and choose it here.",
			control: "checks",
			choices: ({ graph }) =>
				graph.findings
					.filter(({ finding }) => finding.state !== "dismissed")
					.map(({ finding }) => ({ value: finding.id, label: findingName(finding) })),
		},
		{ name: "howUsed", label: "How the findings are used", control: "text", most: 4000 },
	],
	heading: (each) => shorten(each.areas, 100),
	lines: (each, { graph }) => [
		["Held", [dateWords(each.startsOn), dateWords(each.endsOn)].filter(Boolean).join(" to ")],
		["Peer counties", each.peerCounties],
		[
			"Findings",
			graph.findings
				.filter(({ finding }) => each.findingIds.includes(finding.id))
				.map(({ finding }) => findingName(finding))
				.join("; "),
		],
		["How used", each.howUsed],
	],
};

const otherPlans: PlanList<"cross-reference"> = {
	slug: "other-plans",
	kind: "cross-reference",
	title: "Self-assessment and other plans",
	intro: "The County Self-Assessment that this plan follows, and the other service plans that it ties in with.",
	one: "tie to another plan",
	source: "User's guide of 2004, Purpose and III (SIP-2, SIP-31, SIP-32, SIP-101)",
	plans: ["county-improvement-plan"],
	fields: [
		{ name: "planKind", label: "Kind of plan", control: "select", choices: () => choicesOf(otherPlanWords) },
		{ name: "label", label: "Name of the plan or paper", control: "line", most: 300 },
		{
			name: "locator",
			label: "Where to find it",
			hint: "A web address, or the page and the office that keeps it.",
			control: "line",
			most: 500,
			optional: true,
		},
		{
			name: "linkedDocumentId",
			label: "Kept here",
			control: "select",
			emptyLabel: "Kept elsewhere",
			optional: true,
			choices: ({ graph }) => graph.linked.documents.map(({ id, title }) => ({ value: id, label: title })),
		},
		{
			name: "completedOn",
			label: "Completed on",
			hint: "Of a self-assessment that is kept on paper.",
			control: "date",
			optional: true,
		},
		componentField("Stands with the partners' roles of", "The plan as a whole"),
		strategyField(),
	],
	heading: (each) => each.label,
	lines: (each, plan) => [
		["Kind", otherPlanWords[each.planKind]],
		["Where", each.locator],
		["Completed on", dateWords(each.completedOn)],
		["Stands with", placeWords(each, plan)],
	],
};

const assistance: PlanList<"assistance-request"> = {
	slug: "assistance",
	kind: "assistance-request",
	title: "Technical assistance and training asked for",
	intro:
		"What the county needs help with, and whom it asks. The State sees the requests of all counties in one list once the plan is sent.",
	one: "request",
	source: "User's guide of 2004, II.8 and Glossary (SIP-76)",
	plans: ["county-improvement-plan"],
	fields: [
		{ name: "need", label: "What is needed", control: "text", most: 4000 },
		{ name: "requestedFrom", label: "Asked of", control: "select", choices: () => choicesOf(assistanceSourceWords) },
		{ name: "requestedOf", label: "Center, academy or county by name", control: "line", most: 200, optional: true },
		{ name: "requestedOn", label: "Asked on", control: "date", optional: true },
		{ name: "status", label: "How far it is", control: "select", choices: () => choicesOf(assistanceStatusWords) },
		componentField("For the component", "The plan as a whole"),
	],
	heading: (each) => shorten(each.need, 120),
	lines: (each, plan) => [
		["Asked of", [assistanceSourceWords[each.requestedFrom], each.requestedOf].filter(Boolean).join(": ")],
		["Asked on", dateWords(each.requestedOn)],
		["How far it is", assistanceStatusWords[each.status]],
		["For", placeWords(each, plan)],
		["The State's answer", each.stateNote],
	],
};

const lawChanges: PlanList<"law-change"> = {
	slug: "law-changes",
	kind: "law-change",
	title: "Changes of law asked for",
	intro:
		"Changes of regulation or statute that would help to reach the goals. The State keeps the list of all counties.",
	one: "change of law",
	source: "User's guide of 2004, II.10 (SIP-74)",
	plans: ["county-improvement-plan"],
	fields: [
		{ name: "change", label: "What is to change", control: "text", most: 4000 },
		{ name: "citation", label: "Section of law or regulation", control: "line", most: 300, optional: true },
		{ name: "reason", label: "How it would help", control: "text", most: 4000 },
		componentField("For the component", "The plan as a whole"),
	],
	heading: (each) => shorten(each.change, 120),
	lines: (each, plan) => [
		["Section", each.citation],
		["How it would help", each.reason],
		["For", placeWords(each, plan)],
		["How far it is", lawChangeStatusWords[each.status]],
		["The State's answer", each.stateNote],
	],
};

const meetings: PlanList<"meeting"> = {
	slug: "meetings",
	kind: "meeting",
	title: "Meetings",
	intro: "Meetings of the team: who is asked, what is on the agenda, who came, what was said and decided.",
	one: "meeting",
	source: "User's guide of 2004, III and IV",
	plans: allPlans,
	fields: [
		{ name: "title", label: "Name of the meeting", control: "line", most: 200 },
		{ name: "heldOn", label: "Day", control: "date" },
		{
			name: "startsAt",
			label: "Begins at",
			hint: "Like 14:30. Leave it empty for a whole day.",
			control: "line",
			optional: true,
		},
		{
			name: "place",
			label: "Place",
			hint: "A room, an address or a link.",
			control: "line",
			most: 300,
			optional: true,
		},
		{ name: "agenda", label: "Agenda", control: "text", most: 8000, optional: true },
		{ name: "minutes", label: "Minutes", control: "text", most: 20_000, optional: true },
		{ name: "decisions", label: "Decisions", control: "text", most: 8000, optional: true },
	],
	heading: (each) => each.title,
	lines: (each, { graph }) => {
		const asked = graph.entries.invitation.filter(({ meetingId }) => meetingId === each.id);
		const came = asked.filter(({ attendance }) => attendance === "present");
		return [
			["When", [dateWords(each.heldOn), each.startsAt].filter(Boolean).join(", ")],
			["Place", each.place],
			["Asked", asked.length === 0 ? "" : `${asked.length} asked, ${came.length} came`],
			["Decisions", each.decisions],
		];
	},
};

/** Every list, in the order in which a plan is made. */
const planLists: readonly PlanList[] = [
	otherPlans,
	planningBodies,
	qualitativeEvidence,
	peerReviews,
	meetings,
	voices,
	payments,
	assistance,
	lawChanges,
] as readonly unknown[] as readonly PlanList[];

/** The lists of a plan of this edition. */
export function listsOf(edition: Edition): readonly PlanList[] {
	return planLists.filter((each) => each.plans.includes(edition.document.kind));
}

/** The list that holds entries of a kind. */
export function findListOf(kind: EntryKind): PlanList | undefined {
	return planLists.find((each) => each.kind === kind);
}

/** The entries of a list, oldest first. */
export function entriesIn(list: PlanList, plan: PlanContext): readonly Fact<EntryKind>[] {
	return plan.graph.entries[list.kind];
}

function findingName({ subjectKind, code, label, summary }: Fact<"finding">): string {
	const name = subjectKind === "indicator" ? `${code} ${label}` : label;
	return summary ? `${name}: ${shorten(summary, 80)}` : name;
}
