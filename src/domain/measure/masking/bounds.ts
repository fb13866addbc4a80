import type { Equation } from "./linear-system.ts";

export type Bounds = { readonly least: number; readonly most: number };

/** What is known of each variable before anything is worked out: a shown one has its value as both bounds. */
export type KnownBounds = (variable: number) => Bounds;

/**
 * How far each unknown can be narrowed down by adding up alone: in each equation the others leave only so much. An equation is read
 * again when one of its bounds has become narrower; on the whole each is read 50 times at most.
 */
export class Narrowing {
	readonly #terms: readonly (readonly { readonly variable: number; readonly isWhole: boolean }[])[];
	readonly #equationsOf: readonly (readonly number[])[];

	/** Variables are numbered from 0; coefficients are 1 for a part and -1 for the whole. */
	constructor(equations: readonly Equation[], variables: number) {
		const equationsOf = Array.from({ length: variables }, (): number[] => []);
		this.#terms = equations.map((equation) =>
			[...equation].map(([variable, coefficient]) => ({ variable, isWhole: coefficient < 0 })),
		);
		for (const [index, terms] of this.#terms.entries()) {
			for (const { variable } of terms) equationsOf[variable]?.push(index);
		}
		this.#equationsOf = equationsOf;
	}

	boundsOf(knownBounds: KnownBounds): readonly Bounds[] {
		const bounds = this.#equationsOf.map((_, variable) => knownBounds(variable));
		const waiting = new Set(this.#terms.keys());
		let left = 50 * this.#terms.length;
		for (const equation of waiting) {
			waiting.delete(equation);
			left -= 1;
			if (left < 0) break;
			for (const variable of this.#narrow(equation, bounds)) {
				for (const each of this.#equationsOf[variable] ?? []) if (each !== equation) waiting.add(each);
			}
		}
		return bounds;
	}

	/** Narrows the bounds by one equation and answers whose became narrower. */
	#narrow(equation: number, bounds: Bounds[]): readonly number[] {
		const terms = (this.#terms[equation] ?? []).map(({ variable, isWhole }) => {
			const { least, most } = bounds[variable] ?? { least: 0, most: Number.POSITIVE_INFINITY };
			return isWhole ? { variable, isWhole, from: -most, to: -least } : { variable, isWhole, from: least, to: most };
		});
		const [from, to] = [sumOf(terms.map((each) => each.from)), sumOf(terms.map((each) => each.to))];
		const narrower: number[] = [];
		for (const term of terms) {
			if (term.from === term.to) continue;
			const newFrom = Math.max(term.from, -without(to, term.to));
			const newTo = Math.min(term.to, -without(from, term.from));
			if (newFrom <= term.from && newTo >= term.to) continue;
			bounds[term.variable] = term.isWhole ? { least: -newTo, most: -newFrom } : { least: newFrom, most: newTo };
			narrower.push(term.variable);
		}
		return narrower;
	}
}

/** A sum in which some are without bound. */
type Sum = { readonly finite: number; readonly infinite: number; readonly sign: number };

function sumOf(values: readonly number[]): Sum {
	const finite = values.filter(Number.isFinite);
	return {
		finite: finite.reduce((a, b) => a + b, 0),
		infinite: values.length - finite.length,
		sign: values.some((each) => each === Number.NEGATIVE_INFINITY) ? -1 : 1,
	};
}

/** What is left of a sum without one of its values. */
function without({ finite, infinite, sign }: Sum, value: number): number {
	const others = infinite - (Number.isFinite(value) ? 0 : 1);
	return others > 0 ? sign * Number.POSITIVE_INFINITY : finite - (Number.isFinite(value) ? value : 0);
}
