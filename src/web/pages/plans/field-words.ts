import type { FactKind } from "../../../domain/workflow/fact-kinds.ts";

/** Fields that tie facts together or hold their place in the software; nobody reads them in a history. */
const hidden = new Set([
	"jurisdictionId",
	"documentId",
	"cycleId",
	"goalId",
	"strategyId",
	"objectiveId",
	"partyId",
	"findingId",
	"field",
	"aboutId",
	"personId",
	"subjectKind",
	"vintage",
	"editionId",
]);

const labels: Readonly<Record<string, string>> = {
	title: "Title",
	startsOn: "First day",
	endsOn: "Last day",
	state: "State",
	submittedOn: "Date submitted",
	acceptedOn: "Date accepted",
	value: "Value",
	none: "There is none",
	ruleId: "Rule",
	reason: "Reason",
	position: "Place in the order",
	codes: "Subject",
	label: "Name",
	origin: "Why it is in the plan",
	probationConsidered: "Probation considered",
	probationReason: "Reason on probation",
	statement: "Text",
	goalKind: "Kind of goal",
	population: "For the children of",
	focusAreaId: "Component",
	measureId: "Measure",
	evidenceOfCompletion: "Evidence of completion",
	numerator: "Numerator",
	denominator: "Denominator",
	periodStart: "First day of the period",
	periodEnd: "Last day of the period",
	observationId: "Loaded figure",
	source: "Source",
	by: "To be reached by",
	rationale: "Rationale",
	timeframeMonths: "Timeframe in months",
	dueOn: "Due on",
	assignedTitle: "Assigned to",
	assignedPersonId: "Person",
	assignedAgency: "Agency",
	status: "How far it is",
	completedOn: "Completed on",
	disposition: "How the plan answers",
	name: "Name",
	affiliation: "Affiliation",
	group: "Group",
	participation: "Part in the plan",
	on: "Consulted on",
	indicator: "Indicator",
	populationGroup: "Group of children",
	unit: "Unit",
	direction: "Better is",
};

/** How a field of a fact is called in the history; undefined for fields that nobody reads there. */
export function fieldLabel(kind: FactKind, field: string): string | undefined {
	if (hidden.has(field) || (kind === "answer" && field === "focusAreaId")) return undefined;
	if (kind === "answer" && field === "value") return "Text";
	return labels[field] ?? field;
}
