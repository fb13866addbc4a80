import type { FormEdition } from "../../domain/money/form-edition.ts";
import { cfs101Ffy2022 } from "./ffy-2022/form.ts";
import { cfs101Ffy2026 } from "./ffy-2026/form.ts";

/** Editions of form CFS-101, the newest first. */
const formEditions: readonly FormEdition[] = [cfs101Ffy2026, cfs101Ffy2022];

/** The edition that a new form follows: the newest that is known. */
export const currentFormEdition: FormEdition = cfs101Ffy2026;

/** The edition with this version. Throws when it is not known: a kept form names one that was. */
export function getFormEdition(version: string): FormEdition {
	const found = formEditions.find((each) => each.version === version);
	if (!found) throw new RangeError(`Edition ${version} of form CFS-101 is not known to this version of the program.`);
	return found;
}
