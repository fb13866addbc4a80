/** What is wrong with one field of a form, in words for the person who fills it in. `field` is the control's name. */
export type FormProblem = { readonly field: string; readonly message: string };

/** The messages of one field as one text, or undefined when nothing is wrong with it. */
export function findProblem(problems: readonly FormProblem[] | undefined, field: string): string | undefined {
	const messages = (problems ?? []).filter((each) => each.field === field).map((each) => each.message);
	return messages.length > 0 ? messages.join(" ") : undefined;
}

/** The id of the control with this name, as every form part gives it: `cover.agency` is `cover-agency`. */
export function fieldId(name: string): string {
	return name.replace(/[^A-Za-z0-9_-]+/gu, "-");
}
