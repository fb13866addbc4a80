import type { Context } from "hono";
import { InvalidInput } from "../../operations/errors.ts";
import type { FormProblem } from "../../web/forms/form-problem.ts";
import type { FormState } from "../../web/pages/parts/form-page-state.ts";

/** A form that was sent. Nothing in it is checked yet. */
export type SentForm = {
	/** The text of a field with line breaks as `\n`; "" when it is not there. */
	text(name: string): string;
	/** All values of a field that can be chosen several times. */
	texts(name: string): readonly string[];
	file(name: string): File | undefined;
	/** The field was sent, be it empty. */
	has(name: string): boolean;
	/** All texts by field, to be put into the page again. Passwords and files are left out. */
	values(): Readonly<Record<string, readonly string[]>>;
	/** The form as it goes back to the person, with what is wrong. Passwords and files are left out. */
	state(problems: readonly FormProblem[]): FormState;
};

/** Reads the form of a request. Throws `InvalidInput` when the body is no form (a broken upload, a program's mistake). */
export async function readForm(context: Context): Promise<SentForm> {
	const form = await context.req.raw.formData().catch(() => {
		throw new InvalidInput([
			{ field: "", message: "What was sent could not be read. Go back, fill in the form and send it again." },
		]);
	});
	const texts = (name: string) =>
		form.getAll(name).flatMap((value) => (typeof value === "string" ? [value.replaceAll("\r\n", "\n")] : []));
	const names = [...new Set(form.keys())].filter((name) => !isSecretField(name));
	return {
		text: (name) => texts(name)[0] ?? "",
		texts,
		file: (name) => {
			const value = form.get(name);
			return value instanceof File ? value : undefined;
		},
		has: (name) => form.has(name),
		values: () => Object.fromEntries(names.map((name) => [name, texts(name)])),
		state: (problems) => ({
			values: Object.fromEntries(names.map((name) => [name, texts(name)[0] ?? ""])),
			problems,
		}),
	};
}

/** Fields whose content must not be put into a page again. */
export function isSecretField(name: string): boolean {
	return /password|^current$|^new$|^code$|^backupCode$/.test(name);
}
