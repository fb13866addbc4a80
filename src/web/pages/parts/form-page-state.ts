import type { FormProblem } from "../../forms/form-problem.ts";

/** A form as it comes back to the person: what was typed and what is wrong with it. Empty for a fresh form. */
export type FormState = {
	readonly values: Readonly<Record<string, string>>;
	readonly problems: readonly FormProblem[];
};

export const freshForm: FormState = { values: {}, problems: [] };
