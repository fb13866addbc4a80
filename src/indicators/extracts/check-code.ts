import type { ElementName, ProblemTally } from "./problem-tally.ts";

/** The codes of an element as a layout lists them: "0|1", "1=Male|2=Female". */
export type Codes = ReadonlySet<string>;

export function codesOf(values: string): Codes {
	return new Set(values.split("|").map((each) => each.split("=", 1)[0] ?? ""));
}

/**
 * Reports a value that is none of the element's codes: the reader takes it for blank, which nobody would see otherwise. Blanks, zeros and
 * nines mean that nothing was said; a code may have zeros before it.
 */
export function checkCode(text: string, codes: Codes, element: ElementName, tally: ProblemTally): void {
	if (codes.has(text) || isBlank(text)) return;
	const trimmed = text.trim();
	if (codes.has(trimmed) || /^(?:0*|9+)$/.test(trimmed) || codes.has(trimmed.replace(/^0+/, ""))) return;
	tally.report("code-unknown", element, text);
}

/** A loop and no pattern: most elements of most lines are blank. */
function isBlank(text: string): boolean {
	for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) !== 32) return false;
	return true;
}

/** Reports a record number or ID that holds what cannot be seen: it would not be the same as the one that it looks like. */
export function checkSigns(text: string, element: ElementName, tally: ProblemTally): void {
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code < 32 || (code >= 127 && code < 160)) {
			tally.report("control-sign", element, text);
			return;
		}
	}
}
