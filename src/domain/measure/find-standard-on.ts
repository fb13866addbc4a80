import type { PlainDate } from "../calendar/plain-date.ts";
import type { Standard } from "./standard.ts";

/**
 * The standard that held on a day: the last one that came into effect on or before it. A standard without a date holds
 * from the beginning. Undefined where none was set yet (SIP-40).
 */
export function findStandardOn(standards: readonly Standard[], day: PlainDate): Standard | undefined {
	return standards
		.filter((standard) => standard.effectiveFrom === null || standard.effectiveFrom <= day)
		.sort((a, b) => (a.effectiveFrom ?? "").localeCompare(b.effectiveFrom ?? ""))
		.at(-1);
}
