import { boardActionLabels, signatoryLabels } from "../../../domain/approval/approval-facts.ts";
import { attachmentKindsOf } from "../../../domain/approval/approval-state.ts";
import { formatDate, isPlainDate, type PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { Edition } from "../../../domain/document/edition.ts";
import {
	assistanceSourceWords,
	assistanceStatusWords,
	attendanceWords,
	bodyRoleWords,
	bodyTagWords,
	compensationFormWords,
	compensationStandingWords,
	consentWords,
	effectWords,
	engagementStageWords,
	lawChangeStatusWords,
	livedExperienceWords,
	otherPlanWords,
} from "../../../domain/document/entry-words.ts";
import { populationLabels } from "../../../domain/plan/population.ts";
import { trainingMatchWords } from "../../../domain/plan/training-facts.ts";
import { stateLabels } from "../../../domain/workflow/document-workflow.ts";
import type { FactKind } from "../../../domain/workflow/fact-kinds.ts";
import { scanWords } from "./attachment-words.ts";
import { standingWords as sectionStandingWords } from "./drafting/drafting-words.ts";
import type { FactNames } from "./fact-names.ts";
import {
	dispositionWords,
	goalKindWords,
	groupWords,
	milestoneStatusWords,
	originWords,
	participationWords,
	probationWords,
} from "./fact-words.ts";
import { checklistItemWords, formalStepWords } from "./review/review-names.ts";
import {
	channelWords,
	choiceWords,
	outcomeWords,
	remarkKindWords,
	sideWords,
	subjectWords,
	verdictWords,
} from "./review/review-words.ts";
import { theoryChoices } from "./theory-words.ts";
import { standingWords } from "./yearly/standing-words.ts";

/** What is needed to say values in words. */
export type ValueContext = {
	readonly edition: Edition;
	readonly nameOf: FactNames;
	readonly personName: (id: string) => string | undefined;
};

const choices: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	state: stateLabels,
	goalKind: goalKindWords,
	status: milestoneStatusWords,
	origin: originWords,
	probationConsidered: probationWords,
	participation: participationWords,
	disposition: dispositionWords,
	standing: standingWords,
	populationGroup: groupWords,
	population: populationLabels,
	scan: scanWords,
	signatory: signatoryLabels,
	manner: { "in-program": "Here, with their own account", "on-paper": "On paper" },
	actionKind: boardActionLabels,
	direction: { up: "Higher", down: "Lower" },
};

/** Choices of the lists' entries and of the review's records, whose fields share their names with others. */
const entryChoices: Partial<Readonly<Record<FactKind, Readonly<Record<string, Readonly<Record<string, string>>>>>>> = {
	...theoryChoices,
	"planning-body": { roles: bodyRoleWords, tags: bodyTagWords },
	invitation: { attendance: attendanceWords },
	"partner-input": {
		effect: effectWords,
		stage: engagementStageWords,
		experience: livedExperienceWords,
		consent: consentWords,
		compensation: compensationStandingWords,
	},
	compensation: { form: compensationFormWords },
	"assistance-request": { requestedFrom: assistanceSourceWords, status: assistanceStatusWords },
	"law-change": { status: lawChangeStatusWords },
	"cross-reference": { planKind: otherPlanWords },
	"training-course": { matchRate: trainingMatchWords },
	"review-item": { verdict: verdictWords },
	"review-remark": { remarkKind: remarkKindWords },
	"review-response": { choice: choiceWords },
	negotiation: { subject: subjectWords, outcome: outcomeWords },
	"negotiation-position": { side: sideWords },
	"state-contact": { channel: channelWords },
	"word-file": {
		source: { edited: "The plan's own file, edited", "old-plan": "A plan that was written without the program" },
	},
	"section-assignment": { standing: sectionStandingWords },
	suggestion: {
		origin: { page: "On a page", word: "In a Word file" },
		standing: { open: "Open", taken: "Taken", left: "Left" },
	},
};

function chosenWords(kind: FactKind, field: string, value: string): string | undefined {
	return entryChoices[kind]?.[field]?.[value] ?? choices[field]?.[value];
}

/** A value of a fact as people read it. Empty values are the empty text. */
export function valueWords(kind: FactKind, field: string, value: unknown, context: ValueContext): string {
	if (value === null || value === undefined || value === "") return "";
	if (typeof value === "boolean") return value ? "Yes" : "No";
	if (typeof value === "number") return isNoRound(kind, field, value) ? "" : String(value);
	if (Array.isArray(value)) return value.map((each) => valueWords(kind, field, each, context)).join(", ");
	if (typeof value !== "string") return JSON.stringify(value);
	const named = chosenWords(kind, field, value) ?? namedValue(kind, field, value, context);
	return named ?? (isPlainDate(value) ? formatDate(value as PlainDate) : value);
}

/** Only questions of the State go out in rounds. */
function isNoRound(kind: FactKind, field: string, value: number): boolean {
	return kind === "review-remark" && field === "round" && value === 0;
}

/** What an id or code of another fact or of the edition is called. */
function namedValue(kind: FactKind, field: string, value: string, context: ValueContext): string | undefined {
	if (field === "assignedPersonId" || field === "supervisorId")
		return context.personName(value) ?? "Somebody who is no longer here";
	if (field === "focusAreaId") return context.nameOf("focus-area", value);
	if (field === "attachmentId") return context.nameOf("attachment", value);
	if (field === "attachmentKind") {
		return attachmentKindsOf(context.edition).find(({ id }) => id === value)?.label ?? value;
	}
	if (field === "measureId") return context.nameOf("measure", value);
	if (field === "observationId") return "A loaded figure";
	if (kind === "review-item" && field === "item") return checklistItemWords(value, context.edition);
	if (kind === "formal-action" && field === "step") return formalStepWords(value, context.edition);
	if (field === "group") return context.edition.teamGroups.find(({ id }) => id === value)?.label ?? value;
	if (field === "codes" || field === "factors")
		return context.edition.systemicFactors.find(({ id }) => id === value)?.label ?? value;
	return undefined;
}
