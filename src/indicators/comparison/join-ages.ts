import type { MixedModelData } from "../risk-adjustment/mixed-model.ts";

/** One or more age categories of risk adjustment that follow each other and share one effect. */
export type AgeRange = {
	/** The first and last category: -2 is 0 to 3 months, -1 is 4 to 11 months, then the year of age. */
	readonly from: number;
	readonly to: number;
	readonly numerator: number;
	readonly denominator: number;
};

/** A category as counts have it. */
type AgeCount = { readonly riskAge: number; readonly numerator: number; readonly denominator: number };

/**
 * The age categories of a fit. A category without events has no best effect, and neither has one with nothing but events where they
 * are parts of a whole: it is joined to the next older one, the oldest to the one before. Empty when nothing is left that differs.
 */
export function joinAges(counts: readonly AgeCount[], family: MixedModelData["family"]): readonly AgeRange[] {
	const isUsable = ({ numerator, denominator }: Pick<AgeRange, "numerator" | "denominator">) =>
		numerator > 0 && (family === "poisson" || numerator < denominator);
	const joined: AgeRange[] = [];
	let open: AgeRange | undefined;
	for (const each of sumByAge(counts)) {
		open = open ? join(open, each) : each;
		if (!isUsable(open)) continue;
		joined.push(open);
		open = undefined;
	}
	const last = joined.pop();
	if (!last) return [];
	return [...joined, open ? join(last, open) : last];
}

function join(younger: AgeRange, older: AgeRange): AgeRange {
	return {
		from: younger.from,
		to: older.to,
		numerator: younger.numerator + older.numerator,
		denominator: younger.denominator + older.denominator,
	};
}

function sumByAge(counts: readonly AgeCount[]): readonly AgeRange[] {
	const sums = new Map<number, AgeRange>();
	for (const { riskAge, numerator, denominator } of counts) {
		const each = { from: riskAge, to: riskAge, numerator, denominator };
		const known = sums.get(riskAge);
		sums.set(riskAge, known ? join(known, each) : each);
	}
	return [...sums.values()].sort((a, b) => a.from - b.from);
}

/** "0-3 mos", "5 yrs", "16 to 17 yrs", "0-3 mos to 2 yrs". */
export function ageRangeWords({ from, to }: Pick<AgeRange, "from" | "to">): string {
	if (from === to) return ageWords(from);
	return from >= 0 ? `${from} to ${ageWords(to)}` : `${ageWords(from)} to ${ageWords(to)}`;
}

function ageWords(riskAge: number): string {
	if (riskAge === -2) return "0-3 mos";
	if (riskAge === -1) return "4-11 mos";
	return riskAge === 1 ? "1 yr" : `${riskAge} yrs`;
}
