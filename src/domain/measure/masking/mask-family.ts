import { isSmallCount } from "../masking.ts";
import { Narrowing, type WholeOfParts } from "./bounds.ts";
import { determinedBy, type Equation } from "./linear-system.ts";
import {
	type FamilyCell,
	type FamilyKind,
	groupKey,
	type PublishedFamily,
	publishedFamily,
	type View,
	type ViewCell,
} from "./published-family.ts";

/** Which counts of a row may be shown. Its rate may be where both are. */
export type MayShow = { readonly numerator: boolean; readonly denominator: boolean };

/** Asks for the row of a group; a group that is in none of the views shows nothing. */
export type FamilyMask = (group: Readonly<Record<string, string | undefined>>) => MayShow;

/**
 * Masks everything that is published together of one indicator and window (design, invariant 6; California Health and Human Services,
 * Data De-Identification Guidelines 4.4; cases 104 to 106).
 *
 * - A numerator, a denominator and, of a share, what is left of it (96 of 100 gives away 4) are masked when they are 1 to 10. Nothing
 *   is 0 that is masked: 0 is always shown.
 * - In each line of numbers that add up, masked parts beside a shown whole are at least two, more than 3 somewhere, and together 11
 *   or more; otherwise the smallest other part is masked too, and where there is none, the whole.
 * - Then everything published is read as one system of equations. While it determines or pins down a small number, one more number
 *   beside it is masked.
 *
 * Numbers that are decided elsewhere stay as they are: those that are shown are known to everybody, and those that are not are masked.
 *
 * Masks only grow, so it ends. The order of the cells does not matter.
 */
export function maskFamily(
	cells: readonly FamilyCell[],
	kind: FamilyKind,
	views: readonly View[],
	decided: Decided = () => undefined,
): FamilyMask {
	return decideFamily(cells, kind, views, decided).mayShow;
}

/** What was decided of a family: which counts may be shown, and which are known to everybody who sees those, shown or not. */
export type DecidedFamily = { readonly mayShow: FamilyMask; readonly isKnown: FamilyMask };

/** The same as `maskFamily`; also says which masked numbers follow from the shown ones, as large ones may. */
export function decideFamily(
	cells: readonly FamilyCell[],
	kind: FamilyKind,
	views: readonly View[],
	decided: Decided = () => undefined,
): DecidedFamily {
	const mask = new Masking(cells, kind, views, decided);
	mask.settle();
	return { mayShow: (group) => mask.mayShow(groupKey(group)), isKnown: (group) => mask.isKnown(groupKey(group)) };
}

/** Whether a number is shown already (true), never (false), or to be decided here (undefined). */
type DecidedNumber = boolean | undefined;

/** Of a row by its key: of all its numbers, or of numerator and denominator each. */
export type Decided = (
	key: string,
) => DecidedNumber | { readonly numerator: DecidedNumber; readonly denominator: DecidedNumber };

/** Variables of a row: its numerator, its denominator, and what is left. */
type Part = "numerator" | "denominator" | "rest";
/** Which of them are published, or follow from what is. */
const partsOf: Readonly<Record<FamilyKind, readonly Part[]>> = {
	share: ["numerator", "denominator", "rest"],
	rate: ["numerator", "denominator"],
	count: ["numerator"],
};

type Variable = { readonly cell: ViewCell; readonly part: Part; readonly value: number };
/** Lines that add up: the whole first. */
type Sum = { readonly whole: number; readonly parts: readonly number[] };

class Masking {
	readonly #variables: Variable[] = [];
	readonly #numbers = new Map<string, Record<Part, number>>();
	readonly #masked = new Set<number>();
	readonly #decided = new Set<number>();
	readonly #sums: Sum[] = [];
	readonly #equations: Equation[] = [];
	readonly #equationsOf = new Map<number, number[]>();
	/** Asks of a masked number whether it follows from what is shown, as things stood when that was last looked at. */
	#follows: (variable: number) => boolean = () => false;
	readonly #kind: FamilyKind;
	readonly #narrowing: Narrowing;

	constructor(cells: readonly FamilyCell[], kind: FamilyKind, views: readonly View[], decided: Decided) {
		this.#kind = kind;
		const family = publishedFamily(cells, views);
		for (const cell of family.cells.values()) {
			this.#numbers.set(cell.key, {
				numerator: this.#add(cell, "numerator", cell.numerator),
				denominator: this.#add(cell, "denominator", cell.denominator),
				rest: this.#add(cell, "rest", cell.denominator - cell.numerator),
			});
		}
		const parts = partsOf[kind];
		for (const line of family.lines) {
			for (const part of parts) {
				const sum = {
					whole: this.#number(line.whole, part),
					parts: line.parts.map((key) => this.#number(key, part)),
				};
				this.#sums.push(sum);
				this.#addEquation([[sum.whole, -1], ...sum.parts.map((each) => [each, 1] as const)]);
			}
		}
		if (kind === "share") {
			for (const { numerator, denominator, rest } of this.#numbers.values()) {
				this.#addEquation([
					[numerator, 1],
					[rest, 1],
					[denominator, -1],
				]);
			}
		}
		this.#narrowing = this.#narrowingOf(family);
		this.#begin(decided);
	}

	/** Takes over what is decided elsewhere, and masks what is small. */
	#begin(decided: Decided): void {
		for (const [key, { numerator, denominator, rest }] of this.#numbers) {
			const given = decided(key);
			const of = typeof given === "object" ? given : { numerator: given, denominator: given };
			const isRestShown = of.numerator !== undefined && of.denominator !== undefined ? of.numerator : undefined;
			this.#takeOver(numerator, of.numerator);
			this.#takeOver(denominator, of.denominator);
			this.#takeOver(rest, isRestShown);
			if (this.#isSmall(denominator)) this.#hide(denominator);
			else if (this.#isSmall(numerator)) this.#hide(numerator);
			if (this.#isSmall(rest) && this.#isKnown(rest)) this.#hide(rest);
		}
	}

	#takeOver(variable: number, isShown: DecidedNumber): void {
		if (isShown === undefined) return;
		this.#decided.add(variable);
		if (!isShown) this.#masked.add(variable);
	}

	settle(): void {
		do {
			while (this.#sums.filter((sum) => this.#widen(sum)).length > 0);
		} while (this.#hideMore());
	}

	mayShow(key: string): MayShow {
		const numbers = this.#numbers.get(key);
		if (!numbers) return { numerator: false, denominator: false };
		return { numerator: !this.#masked.has(numbers.numerator), denominator: !this.#masked.has(numbers.denominator) };
	}

	isKnown(key: string): MayShow {
		const numbers = this.#numbers.get(key);
		if (!numbers) return { numerator: false, denominator: false };
		const isKnown = (variable: number) => this.#isKnown(variable) || this.#follows(variable);
		return { numerator: isKnown(numbers.numerator), denominator: isKnown(numbers.denominator) };
	}

	/** The rule of each line. True when something more was masked. */
	#widen({ whole, parts }: Sum): boolean {
		if (!this.#isKnown(whole)) return false;
		const hidden = parts.filter((each) => !this.#isKnown(each)).map((each) => this.#weight(each));
		if (hidden.length === 0) return false;
		const enough = hidden.length > 1 && hidden.some((value) => value > 3) && hidden.reduce((a, b) => a + b, 0) >= 11;
		return (
			!enough &&
			this.#hideSmallest(
				parts.filter((each) => this.#isKnown(each)),
				whole,
			)
		);
	}

	/** Masks one number more beside each small one that everything published still gives away. */
	#hideMore(): boolean {
		const small = this.#variables.map((_, index) => index).filter((each) => this.#isSmall(each));
		const bounds = this.#narrowing.boundsOf((variable) => {
			const known = this.#variables[variable];
			if (known && this.#isKnown(variable)) return { least: known.value, most: known.value };
			// Nothing is 0 that is masked here; a smallest group may be, and what is decided elsewhere.
			const mayBeNothing = !known || known.part === "rest" || this.#decided.has(variable);
			return { least: mayBeNothing ? 0 : 1, most: Number.POSITIVE_INFINITY };
		});
		const isPinned = (variable: number) => {
			const { least, most } = bounds(variable);
			return least === most;
		};
		const determined = determinedBy(this.#equations, isPinned);
		this.#follows = (variable) => determined.has(variable) || isPinned(variable);
		const given = small.filter(this.#follows);
		return given.filter((each) => this.#hideBeside(each)).length > 0;
	}

	/** All equations, and those of the smallest groups beneath: they are not published, but none of them is less than 0. */
	#narrowingOf({ members }: PublishedFamily): Narrowing {
		// Not `Math.max` of all of them: a large State has more than a call can take.
		let last = -1;
		for (const list of members.values()) for (const each of list) last = Math.max(last, each);
		const count = last + 1;
		const parts = partsOf[this.#kind];
		const beneath = (part: number) => this.#variables.length + part * count;
		const wholes: WholeOfParts[] = this.#sums.map((sum) => ({ ...sum, first: 0 }));
		for (const [key, groups] of members) {
			for (const [index, part] of parts.entries())
				wholes.push({ whole: this.#number(key, part), parts: groups, first: beneath(index) });
		}
		if (this.#kind === "share") {
			for (const { numerator, denominator, rest } of this.#numbers.values())
				wholes.push({ whole: denominator, parts: [numerator, rest], first: 0 });
			for (let group = 0; group < count; group += 1)
				wholes.push({ whole: beneath(1) + group, parts: [beneath(0) + group, beneath(2) + group], first: 0 });
		}
		return new Narrowing(wholes, this.#variables.length + parts.length * count);
	}

	#hideBeside(variable: number): boolean {
		const near = new Set<number>();
		const wholes = new Set<number>();
		for (const equation of this.#equationsOf.get(variable) ?? []) {
			for (const [each, coefficient] of this.#equations[equation] ?? []) {
				if (this.#isKnown(each) && each !== variable) (coefficient < 0 ? wholes : near).add(each);
			}
		}
		const all = this.#variables.map((_, index) => index).filter((each) => this.#isKnown(each));
		return (
			this.#hideSmallest([...near]) ||
			this.#hideSmallest([...wholes]) ||
			// Everything beside it is masked already: whatever gives it away lies further off.
			this.#hideSmallest(all)
		);
	}

	/** Masks the smallest of these that is not nothing, or else the whole. */
	#hideSmallest(candidates: readonly number[], whole?: number): boolean {
		const possible = candidates.filter((each) => this.#value(each) > 0 && !this.#decided.has(each));
		const [chosen = whole] = possible.sort((a, b) => this.#value(a) - this.#value(b) || a - b);
		return chosen !== undefined && this.#value(chosen) > 0 && this.#hide(chosen);
	}

	/** Masks it. A small denominator takes its numerator along; what is left of a share is hidden by masking the numerator or, if that is 0, the denominator. */
	#hide(variable: number): boolean {
		const { cell, part } = this.#variable(variable);
		const numbers = this.#numbers.get(cell.key);
		if (!numbers || this.#decided.has(variable)) return false;
		const before = this.#masked.size;
		const { numerator, denominator } = numbers;
		const mayMask = (each: number) => !this.#masked.has(each) && !this.#decided.has(each);
		if (part !== "rest") this.#masked.add(variable);
		else if (this.#value(numerator) > 0 && mayMask(numerator)) this.#masked.add(numerator);
		else if (mayMask(denominator)) this.#masked.add(denominator);
		// A masked denominator beside a shown numerator would be told by their rate, were it shown; of a small group the numerator is small too.
		const takesAlong = part === "denominator" && this.#kind === "share" && this.#value(numerator) > 0;
		if (takesAlong && mayMask(numerator)) this.#masked.add(numerator);
		return this.#masked.size > before;
	}

	/** What is left of a share is known where numerator and denominator are shown. */
	#isKnown(variable: number): boolean {
		const { cell, part } = this.#variable(variable);
		if (part !== "rest") return !this.#masked.has(variable);
		const numbers = this.#numbers.get(cell.key);
		return numbers !== undefined && !this.#masked.has(numbers.numerator) && !this.#masked.has(numbers.denominator);
	}

	/** Is it a number to be protected? */
	#isSmall(variable: number): boolean {
		const { part } = this.#variable(variable);
		return isSmallCount(this.#weight(variable)) && (part !== "rest" || this.#kind === "share");
	}

	/** How many children a number stands for at most: 24 months in care of 3 children are as small a number as 3. */
	#weight(variable: number): number {
		const { cell, value } = this.#variable(variable);
		return cell.people === undefined ? value : Math.min(value, cell.people);
	}

	#add(cell: ViewCell, part: Part, value: number): number {
		return this.#variables.push({ cell, part, value }) - 1;
	}

	#addEquation(terms: readonly (readonly [number, number])[]): void {
		const equation = this.#equations.push(new Map(terms)) - 1;
		for (const [variable] of terms) {
			const known = this.#equationsOf.get(variable);
			if (known) known.push(equation);
			else this.#equationsOf.set(variable, [equation]);
		}
	}

	#number(key: string, part: Part): number {
		return this.#numbers.get(key)?.[part] ?? -1;
	}

	#variable(variable: number): Variable {
		const found = this.#variables[variable];
		if (!found) throw new Error(`There is no variable ${variable}.`);
		return found;
	}

	#value(variable: number): number {
		return this.#variable(variable).value;
	}
}
