/** Children who stayed equally long. */
export type StayedChildren = { readonly months: number; readonly days: number; readonly children: number };

/** Months within which the share of children who left is told. */
export const shareMonths = [12, 24, 36] as const;

/** How long children had stayed when they left. */
export type StayLengths = {
	readonly children: number;
	/** Days that a quarter, a half and three quarters of the children stayed at most; null without children. */
	readonly days: { readonly p25: number; readonly p50: number; readonly p75: number } | null;
	/** Percent with fewer completed months than this; null without children. */
	readonly within: Readonly<Record<`${(typeof shareMonths)[number]}`, number>> | null;
};

/** Quartiles are days that a child did stay: the fewest that at least that part of the children do not exceed. */
export function stayLengths(given: readonly StayedChildren[]): StayLengths {
	const all = given.reduce((sum, each) => sum + each.children, 0);
	if (all === 0) return { children: 0, days: null, within: null };
	const sorted = given.toSorted((a, b) => a.days - b.days);
	const quantile = (part: number): number => {
		let reached = 0;
		for (const { days, children } of sorted) {
			reached += children;
			if (reached >= part * all) return days;
		}
		return sorted.at(-1)?.days ?? 0;
	};
	const within = (months: number) =>
		(given.reduce((sum, each) => sum + (each.months < months ? each.children : 0), 0) / all) * 100;
	return {
		children: all,
		days: { p25: quantile(0.25), p50: quantile(0.5), p75: quantile(0.75) },
		within: { "12": within(12), "24": within(24), "36": within(36) },
	};
}
