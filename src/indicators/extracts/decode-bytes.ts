import { ExtractRefusal } from "./extract-refusal.ts";

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * One character for each byte (Latin-1), as files of fixed width count. Plain ASCII, the usual case, goes through the fast
 * decoder.
 */
export function decodeSingleBytes(bytes: Uint8Array): string {
	const plain = decodeStrictly(bytes);
	if (plain?.length === bytes.length) return plain;
	const parts: string[] = [];
	for (let at = 0; at < bytes.length; at += 8192) parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
	return parts.join("");
}

function decodeStrictly(bytes: Uint8Array): string | undefined {
	try {
		return utf8.decode(bytes);
	} catch {
		return undefined;
	}
}

/** Decodes UTF-8 piece by piece; a character that is cut at the end of a piece waits for the next. */
export interface Utf8Pieces {
	/** What can be decoded: of bytes that are not UTF-8, those before the first wrong one. */
	decode(bytes: Uint8Array): string;
	/** Throws an `ExtractRefusal` when bytes were not UTF-8. Ask it when the text before them has been read. */
	check(): void;
	/** Throws an `ExtractRefusal` when the file ends within a character. */
	end(): void;
	/** False while the start of a character waits. */
	readonly isWhole: boolean;
}

export function makeUtf8Pieces(): Utf8Pieces {
	let rest: Uint8Array = new Uint8Array(0);
	let isSound = true;
	return {
		decode(bytes) {
			const whole = rest.length === 0 ? bytes : joined(rest, bytes);
			const cut = whole.length - unfinished(whole);
			rest = whole.slice(cut);
			const text = decodeStrictly(whole.subarray(0, cut));
			if (text !== undefined) return text;
			isSound = false;
			return decodeSound(whole);
		},
		check() {
			if (!isSound) throw new ExtractRefusal("text-encoding", "text that is not UTF-8");
		},
		get isWhole() {
			return rest.length === 0;
		},
		end() {
			if (rest.length > 0) throw new ExtractRefusal("text-encoding", "text that ends within a character");
		},
	};
}

/** The text before the first wrong byte, found by halving. */
function decodeSound(bytes: Uint8Array): string {
	let [sound, wrong] = [0, bytes.length + 1];
	while (wrong - sound > 1) {
		const middle = Math.floor((sound + wrong) / 2);
		const start = bytes.subarray(0, middle);
		if (decodeStrictly(start.subarray(0, middle - unfinished(start))) === undefined) wrong = middle;
		else sound = middle;
	}
	const start = bytes.subarray(0, sound);
	return decodeStrictly(start.subarray(0, sound - unfinished(start))) ?? "";
}

/** Two stretches of bytes as one. */
export function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
	const both = new Uint8Array(first.length + second.length);
	both.set(first);
	both.set(second, first.length);
	return both;
}

/** How many bytes at the end begin a character without finishing it: 0 to 3. */
function unfinished(bytes: Uint8Array): number {
	for (let back = 1; back <= Math.min(3, bytes.length); back++) {
		const byte = bytes[bytes.length - back] ?? 0;
		if (byte < 0x80) return 0;
		if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
	}
	return 0;
}
