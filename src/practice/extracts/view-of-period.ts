import type { Day } from "./days.ts";
import type { Period } from "./periods.ts";
import type { FileOverride, Removal, Setting, SyntheticChild, Visit } from "./synthetic-child.ts";

/** A stay as a file knows it: an exit after the period's end is not known yet. */
export type KnownRemoval = Pick<Removal, "removal" | "exit" | "reason"> & { readonly facts: Removal };

/** What the file of a period knows of a child: nothing that lies after its last day. */
export type PeriodView = {
	readonly recordNumber: string;
	/** The removals up to the last day, by date. */
	readonly removals: readonly KnownRemoval[];
	/** The last of them. */
	readonly latest: KnownRemoval;
	readonly blankPlacements: boolean;
	readonly copies: number;
};

/** The view, or undefined when the child was in care on no day of the period (or the file has lost the child). */
function viewOfPeriod(child: SyntheticChild, period: Period): PeriodView | undefined {
	if (!wasInCare(child.removals, period)) return undefined;
	const override = child.overrides?.[period.name];
	if (override?.absent) return undefined;
	const removals: KnownRemoval[] = [];
	for (const each of child.removals) if (each.removal <= period.end) removals.push(asKnown(each, period.end));
	let latest = removals.pop();
	if (!latest) return undefined;
	if (override) latest = change(latest, override);
	removals.push(latest);
	return {
		recordNumber: override?.recordNumber ?? child.recordNumber,
		removals,
		latest,
		blankPlacements: override?.blankPlacements ?? false,
		copies: override?.copies ?? 1,
	};
}

function wasInCare(removals: readonly Removal[], { start, end }: Period): boolean {
	for (const { removal, exit } of removals) if (removal <= end && (exit === null || exit >= start)) return true;
	return false;
}

function asKnown(facts: Removal, end: Day): KnownRemoval {
	const { removal, exit, reason } = facts;
	return exit !== null && exit > end ? { removal, exit: null, reason: null, facts } : { removal, exit, reason, facts };
}

function change(latest: KnownRemoval, { removal, exit, reason }: FileOverride): KnownRemoval {
	return {
		...latest,
		...(removal === undefined ? {} : { removal }),
		...(exit === undefined ? {} : { exit, reason: null }),
		...(reason === undefined ? {} : { reason }),
	};
}

/** The settings of a stay as known at the end of the period or of the stay; never fewer than the first. */
export function settingsKnown({ removal, exit, facts }: KnownRemoval, { end }: Period): readonly Setting[] {
	const last = exit === null ? end : Math.max(removal, Math.min(end, exit));
	return facts.settings.filter(({ start }, place) => place === 0 || start <= last);
}

/** The caseworker's visits that fall into the period. */
export function visitsKnown({ exit, facts }: KnownRemoval, { start, end }: Period): readonly Visit[] {
	const last = exit === null ? end : Math.min(end, exit);
	return facts.visits.filter(({ date }) => date >= start && date <= last);
}

/** The records of all children who are in the file of a period, as the format writes one; a copied record comes again. */
export function* recordsOfPeriod(
	period: Period,
	children: Iterable<SyntheticChild>,
	write: (child: SyntheticChild, view: PeriodView, period: Period) => string,
): Generator<string> {
	for (const child of children) {
		const view = viewOfPeriod(child, period);
		if (!view) continue;
		const record = write(child, view, period);
		for (let copy = 0; copy < view.copies; copy += 1) yield record;
	}
}
