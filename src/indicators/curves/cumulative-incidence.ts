/** Children with the same time and the same end. */
export type TimedChildren<Kind extends string> = {
	/** Completed months, and days beyond them, until the event or until the child was last seen. */
	readonly months: number;
	readonly days: number;
	/** What happened then; null when the child was seen no longer and nothing had happened yet. */
	readonly event: Kind | null;
	readonly children: number;
};

/** The curve at the end of one month. */
export type CurvePoint<Kind extends string> = {
	/** Events with fewer completed months than this have happened by then. */
	readonly month: number;
	/** Children with no event and seen for at least this many completed months. */
	readonly atRisk: number;
	/** The estimated share of all children with each event by then; null where nobody was seen for so long. */
	readonly shares: Readonly<Record<Kind, number>> | null;
	/** With no event; null likewise. */
	readonly without: number | null;
};

/** Completed months and the days beyond them as one number: only the order counts. No month has so many days. */
const orderOf = ({ months, days }: { readonly months: number; readonly days: number }) => months * 100 + days;

/**
 * Cumulative incidence of competing events by the method of Aalen and Johansen: at each time the share of children without an event
 * so far, times the part of those at risk to whom the event happens. A child who is seen no longer leaves the risk after the events
 * of that time.
 */
export function cumulativeIncidence<Kind extends string>(
	given: readonly TimedChildren<Kind>[],
	kinds: readonly Kind[],
	months: readonly number[],
): readonly CurvePoint<Kind>[] {
	const times = byTime(given);
	const state: State<Kind> = {
		atRisk: given.reduce((sum, { children }) => sum + children, 0),
		without: 1,
		shares: Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<Kind, number>,
	};
	let next = 0;
	return months
		.toSorted((a, b) => a - b)
		.map((month): CurvePoint<Kind> => {
			for (; (times[next]?.time ?? Number.POSITIVE_INFINITY) < orderOf({ months: month, days: 0 }); next++) {
				step(state, times[next]?.ends ?? []);
			}
			const { atRisk, without, shares } = state;
			const isKnown = given.length > 0 && (atRisk > 0 || without === 0);
			return { month, atRisk, shares: isKnown ? { ...shares } : null, without: isKnown ? without : null };
		});
}

type State<Kind extends string> = { atRisk: number; without: number; readonly shares: Record<Kind, number> };

/** What happens at one time. */
function step<Kind extends string>(state: State<Kind>, ends: readonly TimedChildren<Kind>[]): void {
	const { atRisk, without } = state;
	for (const { event, children } of ends) {
		if (event !== null) {
			state.shares[event] += (without * children) / atRisk;
			state.without -= (without * children) / atRisk;
		}
		state.atRisk -= children;
	}
	// What rounding leaves when the last one had an event.
	if (state.atRisk === 0 && state.without < 1e-12) state.without = 0;
}

type AtOneTime<Kind extends string> = { readonly time: number; readonly ends: readonly TimedChildren<Kind>[] };

/** Children of one time and event together, in an order of their own: the same to the last digit whatever order they came in. */
function byTime<Kind extends string>(given: readonly TimedChildren<Kind>[]): readonly AtOneTime<Kind>[] {
	const times = new Map<number, Map<Kind | null, TimedChildren<Kind>>>();
	for (const each of given) {
		const ends = times.get(orderOf(each)) ?? new Map<Kind | null, TimedChildren<Kind>>();
		const children = each.children + (ends.get(each.event)?.children ?? 0);
		times.set(orderOf(each), ends.set(each.event, { ...each, children }));
	}
	return [...times]
		.map(([time, ends]) => ({ time, ends: [...ends.values()].sort((a, b) => compareText(a.event, b.event)) }))
		.sort((a, b) => a.time - b.time);
}

function compareText(a: string | null, b: string | null): number {
	return a === b ? 0 : (a ?? "") < (b ?? "") ? -1 : 1;
}
