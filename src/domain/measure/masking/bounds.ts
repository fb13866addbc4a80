export type Bounds = { readonly least: number; readonly most: number };

/** What is known of each variable before anything is worked out: a shown one has its value as both bounds. */
export type KnownBounds = (variable: number) => Bounds;

/** A whole and the parts that add up to it. Each part is the number of a variable, counted from `first`. */
export type WholeOfParts = { readonly whole: number; readonly parts: readonly number[]; readonly first: number };

/**
 * How far each unknown can be narrowed down by adding up alone: the other parts leave only so much of a whole. A whole is looked at again
 * when one of its bounds has become narrower; altogether each is looked at 50 times at most.
 *
 * All numbers lie in a few arrays: a large State has a million parts.
 */
export class Narrowing {
	readonly #wholes: readonly WholeOfParts[];
	/** Of each variable where its wholes begin in the list after it; and where the last one's end. */
	readonly #starts: Uint32Array;
	readonly #uses: Uint32Array;
	#least = new Float64Array();
	#most = new Float64Array();

	/** Variables are numbered from 0; parts are none of them less than 0. */
	constructor(wholes: readonly WholeOfParts[], variables: number) {
		this.#wholes = wholes;
		const starts = new Uint32Array(variables + 1);
		const count = (variable: number) => {
			starts[variable + 1] = (starts[variable + 1] ?? 0) + 1;
		};
		for (const { whole, parts, first } of wholes) {
			count(whole);
			for (const part of parts) count(first + part);
		}
		for (let at = 1; at <= variables; at++) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
		const uses = new Uint32Array(starts[variables] ?? 0);
		const next = starts.slice();
		const use = (variable: number, by: number) => {
			const place = next[variable] ?? 0;
			uses[place] = by;
			next[variable] = place + 1;
		};
		for (const [by, { whole, parts, first }] of wholes.entries()) {
			use(whole, by);
			for (const part of parts) use(first + part, by);
		}
		this.#starts = starts;
		this.#uses = uses;
	}

	/** The narrowest bounds of each variable. */
	boundsOf(knownBounds: KnownBounds): (variable: number) => Bounds {
		const variables = this.#starts.length - 1;
		const least = new Float64Array(variables);
		const most = new Float64Array(variables);
		for (let variable = 0; variable < variables; variable++) {
			const known = knownBounds(variable);
			least[variable] = known.least;
			most[variable] = known.most;
		}
		[this.#least, this.#most] = [least, most];
		const waiting = new Waiting(this.#wholes.length);
		for (let left = 50 * this.#wholes.length; left > 0; left--) {
			const next = waiting.take();
			if (next === undefined) break;
			this.#narrow(next, waiting);
		}
		return (variable) => ({ least: least[variable] ?? 0, most: most[variable] ?? Number.POSITIVE_INFINITY });
	}

	/** Narrows the bounds of a whole and its parts; whoever else uses one of them is to be looked at again. */
	#narrow(at: number, waiting: Waiting): void {
		const of = this.#wholes[at];
		if (of === undefined) return;
		const { low, high, endless, unknown } = this.#sumOf(of);
		this.#set(of.whole, low, endless > 0 ? Number.POSITIVE_INFINITY : high, at, waiting);
		if (unknown === 0) return;
		const [wholeLeast, wholeMost] = [this.#least[of.whole] ?? 0, this.#most[of.whole] ?? 0];
		for (const part of of.parts) {
			const variable = of.first + part;
			const [from, to] = [this.#least[variable] ?? 0, this.#most[variable] ?? 0];
			if (from === to) continue;
			const isEndless = to === Number.POSITIVE_INFINITY;
			const areOthersEndless = endless > (isEndless ? 1 : 0);
			const leftAtLeast = areOthersEndless ? 0 : wholeLeast - (isEndless ? high : high - to);
			this.#set(variable, leftAtLeast, wholeMost - (low - from), at, waiting);
		}
	}

	/** The parts at their least and at their most together; how many have no bound above, and how many are not known. */
	#sumOf({ parts, first }: WholeOfParts) {
		let [low, high, endless, unknown] = [0, 0, 0, 0];
		for (const part of parts) {
			const [from, to] = [this.#least[first + part] ?? 0, this.#most[first + part] ?? 0];
			low += from;
			if (to === Number.POSITIVE_INFINITY) endless++;
			else high += to;
			if (from !== to) unknown++;
		}
		return { low, high, endless, unknown };
	}

	/** Takes bounds of a variable over where they are narrower. */
	#set(variable: number, from: number, to: number, by: number, waiting: Waiting): void {
		const [least, most] = [this.#least[variable] ?? 0, this.#most[variable] ?? 0];
		if (least === most || (from <= least && to >= most)) return;
		this.#least[variable] = Math.max(least, from);
		this.#most[variable] = Math.min(most, to);
		const end = this.#starts[variable + 1] ?? 0;
		for (let at = this.#starts[variable] ?? 0; at < end; at++) {
			const other = this.#uses[at] ?? 0;
			if (other !== by) waiting.add(other);
		}
	}
}

/** Numbers that wait, each once, the one that was added first at the front: at the beginning all of them. */
class Waiting {
	readonly #ring: Uint32Array;
	readonly #isWaiting: Uint8Array;
	#front = 0;
	#count: number;

	constructor(count: number) {
		this.#ring = Uint32Array.from({ length: count }, (_, index) => index);
		this.#isWaiting = new Uint8Array(count).fill(1);
		this.#count = count;
	}

	add(number: number): void {
		if (this.#isWaiting[number] === 1) return;
		this.#isWaiting[number] = 1;
		this.#ring[(this.#front + this.#count) % this.#ring.length] = number;
		this.#count++;
	}

	take(): number | undefined {
		if (this.#count === 0) return undefined;
		const number = this.#ring[this.#front] ?? 0;
		this.#front = (this.#front + 1) % this.#ring.length;
		this.#count--;
		this.#isWaiting[number] = 0;
		return number;
	}
}
