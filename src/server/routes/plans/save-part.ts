import type { FactKind } from "../../../domain/workflow/fact-kinds.ts";
import { StaleSave } from "../../../operations/errors.ts";
import type { FormProblem } from "../../../web/forms/form-problem.ts";
import type { SaveResult } from "./answer-save.ts";

type Saved = { readonly version: number; readonly savedAt: string };

/**
 * Does one save of one fact and says what became of it in the words of the page: its version, its clashes by control, or
 * what was wrong with the form before anything was saved.
 */
export async function savePart(
	kind: FactKind,
	save: () => Promise<Saved | { readonly problems: readonly FormProblem[] }>,
	names: {
		/** The hidden input of this fact's version. */
		readonly version?: string;
		/** The control of a field, where it is not the field's own name. */
		readonly controls?: Readonly<Record<string, string>>;
	} = {},
): Promise<SaveResult> {
	const versionName = names.version ?? "version";
	try {
		const saved = await save();
		if ("problems" in saved) return { versions: {}, savedAt: "", problems: saved.problems };
		return { versions: { [versionName]: saved.version }, savedAt: saved.savedAt };
	} catch (error) {
		if (!(error instanceof StaleSave)) throw error;
		return {
			versions: { [versionName]: error.currentVersion },
			savedAt: "",
			clashes: error.clashes.map((clash) => ({ control: names.controls?.[clash.field] ?? clash.field, kind, clash })),
		};
	}
}
