/** Longest value that a problem shows. */
const longest = 80;

/** Signs that nobody sees: controls, joiners, direction marks. They are the usual reason why "12" is not a number. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu;

/** Signs that everybody sees: of these nothing is written out. Most values are such, and the pattern above takes long to be made ready. */
const plain = /^[ -~]*$/;

/**
 * A value as found, fit to be shown in a sentence: at most 80 characters, on one line, with signs that cannot be seen
 * written out ("12⟨U+200B⟩").
 */
export function shortenValue(value: string): string {
	if (value.length <= longest && plain.test(value)) return value.trim();
	const seen = value
		.slice(0, longest * 2)
		.replace(/[\r\n\t]+/g, " ")
		.replace(invisible, (sign) => `⟨U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}⟩`)
		.trim();
	if (seen.length <= longest && value.length <= longest * 2) return seen;
	let kept = "";
	for (const sign of seen) {
		if (kept.length + sign.length >= longest) break;
		kept += sign;
	}
	return `${kept}…`;
}
