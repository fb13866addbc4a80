/**
 * Chance for one part of one child's story. As `Random`, but started from numbers and made by the million: a text to hash for
 * each child would take longer than the child.
 */
export type Chance = {
	/** From 0 up to, not including, 1. */
	next(): number;
	/** A whole number from `low` to `high`, both included. */
	whole(low: number, high: number): number;
	/** Whole days until something that comes once in `mean` days on average. */
	exponential(mean: number): number;
};

/** The same numbers for the same seed, child and part, whatever else was drawn. sfc32 (Chris Doty-Humphrey, public domain). */
export function chanceOf(seed: number, child: number, part: number): Chance {
	return new Sfc32(seed, child, part);
}

class Sfc32 implements Chance {
	#a: number;
	#b: number;
	#c: number;
	#counter = 1;

	constructor(seed: number, child: number, part: number) {
		this.#a = seed | 0;
		this.#b = child | 0;
		this.#c = Math.imul(part + 1, 0x9e37_79b9);
		for (let round = 0; round < 12; round += 1) this.next();
	}

	next(): number {
		const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0;
		this.#counter = (this.#counter + 1) | 0;
		this.#a = this.#b ^ (this.#b >>> 9);
		this.#b = (this.#c + (this.#c << 3)) | 0;
		this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
		return (sum >>> 0) / 4_294_967_296;
	}

	whole(low: number, high: number): number {
		return low + Math.floor(this.next() * (high - low + 1));
	}

	exponential(mean: number): number {
		return Math.floor(-mean * Math.log(1 - this.next()));
	}
}
