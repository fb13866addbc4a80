const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * Reads when a profile was released, as "2025-08": from 2025_08, 2025-08, 2025-08-15, 8/2025, August 2025 or Aug 2025. Undefined for
 * anything else.
 */
export function readProfileRelease(text: string): string | undefined {
	const spelled = text.trim().toLowerCase();
	const yearFirst = /^(20\d\d)[-_/. ](\d{1,2})(?:[-/.]\d{1,2})?$/.exec(spelled);
	if (yearFirst) return release(yearFirst[1], Number(yearFirst[2]));
	const monthFirst = /^(\d{1,2})[-_/. ](20\d\d)$/.exec(spelled);
	if (monthFirst) return release(monthFirst[2], Number(monthFirst[1]));
	const named = /^([a-z]{3})[a-z]*\.?,? (20\d\d)$/.exec(spelled);
	return named ? release(named[2], months.indexOf(named[1] ?? "") + 1) : undefined;
}

function release(year: string | undefined, month: number): string | undefined {
	return year && month >= 1 && month <= 12 ? `${year}-${String(month).padStart(2, "0")}` : undefined;
}
