import type { CheckResult } from "../../../domain/document/checks/check-result.ts";
import type { Edition } from "../../../domain/document/edition.ts";
import type { PlanGraph } from "../../../domain/plan/plan-graph.ts";
import type { FormProblem } from "../../forms/form-problem.ts";
import type { PageFrame } from "../../shell/page-frame.ts";

/** What every page of one plan has at hand. */
export type PlanContext = {
	readonly frame: PageFrame;
	readonly graph: PlanGraph;
	readonly edition: Edition;
	readonly checks: readonly CheckResult[];
	/** The person may change the plan, and its state allows it. */
	readonly mayWrite: boolean;
	readonly mayWaive: boolean;
	/** A form that came back: what was typed into it and what is wrong with it. */
	readonly typed?: TypedForm | undefined;
	/** The key of the form that was saved by the step before. */
	readonly saved?: string | undefined;
};

/** What was typed into one form of a page, by the names of its controls. */
export type TypedForm = {
	/** Which form of the page: `milestone-<id>`, `cover-contactName`. */
	readonly key: string;
	readonly values: Readonly<Record<string, readonly string[]>>;
	readonly problems: readonly FormProblem[];
};

/** One form's view of what was typed: the text typed last, or the one that is kept. */
export type FormValues = {
	readonly text: (name: string, kept: string) => string;
	readonly list: (name: string, kept: readonly string[]) => readonly string[];
	readonly problem: (name: string) => string | undefined;
	readonly problems: readonly FormProblem[];
};

/** The values that a form shows: those of `typed` when it is this form that came back, else the kept ones. */
export function formValues(typed: TypedForm | undefined, key: string): FormValues {
	const mine = typed?.key === key ? typed : undefined;
	const problems = mine?.problems ?? [];
	return {
		text: (name, kept) => (mine ? (mine.values[name]?.[0] ?? "") : kept),
		list: (name, kept) => (mine ? (mine.values[name] ?? []) : kept),
		problem: (name) =>
			problems
				.filter((each) => each.field === name)
				.map((each) => each.message)
				.join(" ") || undefined,
		problems,
	};
}
