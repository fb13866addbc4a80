import type { Edition } from "../document/edition.ts";

/** One item of the State's checklist, from the edition. */
export type ChecklistItem = {
	readonly id: string;
	readonly label: string;
	readonly source: string;
	/** The rule's severity; absent for a question that only a person can weigh. */
	readonly severity?: "E" | "Ec" | "W" | "I" | "P";
};

/**
 * The checklist of a review: the questions for a person first, then the rules of the edition that hold up to the State's
 * review, in its order. Rules of the process and of the yearly update are not about the text.
 */
export function reviewChecklist(edition: Edition): readonly ChecklistItem[] {
	const questions = edition.review?.questions ?? [];
	const asked = new Set(questions.map(({ id }) => id));
	return [
		...questions.map(({ id, label, source }) => ({ id, label, source })),
		...edition.rules
			.filter((rule) => rule.severity !== "P" && rule.stage !== "annual-update" && rule.stage !== "state-review")
			.filter((rule) => rule.coverage !== "held" && !asked.has(rule.id))
			.map(({ id, requirement, source, severity }) => ({ id, label: requirement, source, severity })),
	];
}
