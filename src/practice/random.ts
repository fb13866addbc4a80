/** Chance that is the same for the same seed and stream, on every machine. Streams do not disturb each other. */
export type Random = {
	/** From 0 up to, not including, 1. */
	next(): number;
	/** A whole number from `low` to `high`, both included. */
	whole(low: number, high: number): number;
	/** About normal with a spread of 1, and never beyond 2.5 either way. */
	shock(): number;
	shuffle<T>(list: readonly T[]): readonly T[];
	bytes(size: number): Uint8Array;
};

/** A source of chance of its own for one purpose, for example `createRandom(7, "alder/3F")`. */
export function createRandom(seed: number, stream: string): Random {
	const next = createGenerator(`${seed}/${stream}`);
	const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
	return {
		next,
		whole,
		shock: () => Math.max(-2.5, Math.min(2.5, (next() + next() + next() + next() - 2) * Math.sqrt(3))),
		shuffle(list) {
			const left = [...list];
			return list.flatMap(() => left.splice(whole(0, left.length - 1), 1));
		},
		bytes: (size) => Uint8Array.from({ length: size }, () => whole(0, 255)),
	};
}

/** The generator sfc32 (Chris Doty-Humphrey, public domain), started from the hash of a text. */
function createGenerator(text: string): () => number {
	let hash = 2_166_136_261;
	for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 16_777_619);
	let [a, b, c, counter] = [hash | 0, (hash ^ 0x9e37_79b9) | 0, (hash ^ 0x243f_6a88) | 0, 1];
	const step = () => {
		const sum = (((a + b) | 0) + counter) | 0;
		counter = (counter + 1) | 0;
		a = b ^ (b >>> 9);
		b = (c + (c << 3)) | 0;
		c = (((c << 21) | (c >>> 11)) + sum) | 0;
		return (sum >>> 0) / 4_294_967_296;
	};
	for (let round = 0; round < 16; round += 1) step();
	return step;
}
