/** 1 is male and 2 female in all three formats; anything else is unknown (settled reading 3). */
export function readSex(code: string): "male" | "female" | "unknown" {
	return code === "1" ? "male" : code === "2" ? "female" : "unknown";
}

/** Five digits, otherwise "unknown" (settled reading 3). */
export function readCounty(text: string): string {
	return text.length === 5 && isDigits(text) ? text : "unknown";
}

/** Digits with blanks around them as a number; null for anything else, also for blank. */
export function readCount(text: string): number | null {
	const trimmed = text.trim();
	return trimmed.length > 0 && trimmed.length <= 6 && isDigits(trimmed) ? Number(trimmed) : null;
}

/** A link to a child across files: the state and the record number without blanks around it. */
export function childKey(state: string, recordNumber: string): string {
	return `${state}-${recordNumber}`;
}

/** A loop and no pattern: it is asked several times for each line of files with millions of them. */
function isDigits(text: string): boolean {
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code < 48 || code > 57) return false;
	}
	return true;
}
