import { InvalidInput } from "../../operations/errors.ts";
import type { FormProblem } from "../../web/forms/form-problem.ts";

/** What is wrong with the fields of a form, when that is what the error says; any other error is thrown on. */
export function problemsOf(error: unknown): readonly FormProblem[] {
	if (error instanceof InvalidInput) return error.problems;
	throw error;
}
