import type { z } from "zod";
import type { Edition } from "../../../domain/document/edition.ts";
import { MilestoneStatus } from "../../../domain/plan/plan-facts.ts";
import { Population } from "../../../domain/plan/population.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import type { changePart } from "../../../operations/change-part.ts";
import { readSubject, subjectValue } from "../../../web/pages/plans/subject-options.ts";
import type { SentForm } from "../../middleware/read-form.ts";
import type { ValueReader } from "./read-values.ts";

type ChangeInput = z.input<typeof changePart.input>;
type PatchOf<K extends ChangeInput["kind"]> = Extract<ChangeInput, { kind: K }>["patch"];

/** The text fields of a goal as its form sends them. */
export function goalPatch(read: ValueReader): PatchOf<"goal"> {
	return {
		statement: read.text("statement", 2000),
		goalKind: read.choice("goalKind", ["numeric", "process"]),
		population: read.choices("population", Population.options),
	};
}

export function strategyPatch(read: ValueReader): PatchOf<"strategy"> {
	return {
		statement: read.text("statement", 4000),
		rationale: read.text("rationale", 8000),
		population: read.choices("population", Population.options),
	};
}

export function milestonePatch(read: ValueReader): PatchOf<"milestone"> {
	return {
		statement: read.text("statement", 2000),
		timeframeMonths: read.number("timeframeMonths"),
		dueOn: read.date("dueOn"),
		assignedTitle: read.text("assignedTitle", 200),
		assignedPersonId: read.text("assignedPersonId", 40) || null,
		assignedAgency: read.text("assignedAgency", 200),
		population: read.choices("population", Population.options),
		status: read.choice("status", MilestoneStatus.options),
		completedOn: read.date("completedOn"),
	};
}

/**
 * The fields of a component's subject. Another subject brings its own name with it, unless the person has typed one.
 */
export function focusAreaPatch(
	read: ValueReader,
	form: SentForm,
	current: Fact<"focus-area">,
	edition: Edition,
): PatchOf<"focus-area"> {
	const label = read.text("label", 300).trim();
	const sent = form.text("subject");
	const subject = sent === subjectValue(current) ? undefined : readSubject(sent, edition);
	const renamed = label !== current.label;
	const name = subject?.label && !renamed ? subject.label : label;
	if (name === "")
		read.problems.push({ field: "label", message: "Give the component a name, as it is to be printed." });
	return {
		...(subject ? { subjectKind: subject.subjectKind, codes: subject.codes } : {}),
		label: name,
		origin: read.choice("origin", ["self-assessment", "peer-review", "agency-option"]),
		probationConsidered: read.choice("probationConsidered", ["unanswered", "yes", "not-applicable"]),
		probationReason: read.text("probationReason", 2000),
	};
}

/** The controls of fields that are not named like them. */
export const focusAreaControls = { subjectKind: "subject", codes: "subject" } as const;
