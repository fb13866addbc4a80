/** How the bytes of a text file were read. */
export type TextEncoding = "UTF-8" | "UTF-16LE" | "UTF-16BE" | "Windows-1252";

export type DecodedText =
	| { readonly kind: "text"; readonly text: string; readonly encoding: TextEncoding }
	/** The mark at the start names an encoding that the rest does not keep to. */
	| { readonly kind: "broken"; readonly encoding: TextEncoding }
	/** Control signs that no text has: a program's file, not a table. */
	| { readonly kind: "not-text" };

const marks = [
	{ encoding: "UTF-8", mark: [0xef, 0xbb, 0xbf] },
	{ encoding: "UTF-16LE", mark: [0xff, 0xfe] },
	{ encoding: "UTF-16BE", mark: [0xfe, 0xff] },
] as const;

/** Windows-1252 from 0x80 to 0x9F; the rest is as in Unicode. A dot stands where the encoding has no sign. */
const windowsSigns = "€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ";
const windowsGaps = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/** Controls other than tab, line feed, form feed and carriage return. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is what this is for
const controls = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/;

/**
 * Turns bytes into text: by the mark at the start (UTF-8, UTF-16 little and big endian), without one as UTF-8, and if that
 * does not fit as Windows-1252, which the caller should say. Never throws.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
	const marked = marks.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte));
	const body = bytes.subarray(marked?.mark.length ?? 0);
	const decoded = decodeStrictly(body, marked?.encoding ?? "UTF-8");
	if (decoded !== undefined) return checkText(decoded, marked?.encoding ?? "UTF-8");
	if (marked) return { kind: "broken", encoding: marked.encoding };
	const windows = decodeWindows(body);
	return windows === undefined ? { kind: "not-text" } : checkText(windows, "Windows-1252");
}

function checkText(decoded: string, encoding: TextEncoding): DecodedText {
	// Old programs end a text with a control-Z.
	const text = decoded.endsWith("\u001a") ? decoded.slice(0, -1) : decoded;
	return controls.test(text) ? { kind: "not-text" } : { kind: "text", text, encoding };
}

function decodeStrictly(bytes: Uint8Array, encoding: TextEncoding): string | undefined {
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch {
		return undefined;
	}
}

/** Own table, because some versions of Node read Windows-1252 as Latin-1. Undefined where a byte has no sign. */
function decodeWindows(bytes: Uint8Array): string | undefined {
	const parts: string[] = [];
	for (let start = 0; start < bytes.length; start += 8192) {
		const signs: string[] = [];
		for (const byte of bytes.subarray(start, start + 8192)) {
			if (windowsGaps.has(byte)) return undefined;
			signs.push(byte >= 0x80 && byte <= 0x9f ? windowsSigns.charAt(byte - 0x80) : String.fromCharCode(byte));
		}
		parts.push(signs.join(""));
	}
	return parts.join("");
}
