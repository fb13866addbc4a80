import type { ExitReason } from "../../../indicators/extracts/canonical-rows.ts";
import type { Day } from "../days.ts";
import type { Setting } from "../synthetic-child.ts";
import type { Chance } from "./chance.ts";
import { drawFirstSetting, drawNextSetting } from "./shares.ts";

/** What a stay is about that its settings depend on. `until` is the last day that any file knows. */
export type StayFrame = {
	readonly removal: Day;
	readonly exit: Day;
	readonly reason: ExitReason;
	readonly until: Day;
	readonly teenager: boolean;
};

/** Moves come about every 170 days in the first 100 days, and every 430 days afterwards. */
const daysToMove = (chance: Chance, since: number) => 1 + chance.exponential(since < 100 ? 170 : 430);

/** Where the child lives from removal to exit: moves, runs away, a hospital stay, a trial home visit, a pre-adoptive home. */
export function makeSettings(
	chance: Chance,
	{ removal, exit, reason, until, teenager }: StayFrame,
): readonly Setting[] {
	const last = Math.min(exit, until);
	const ending = endingOf(chance, { removal, exit, reason });
	const lastMove = Math.min(last, ending?.start ?? last);
	let current: Setting = { start: removal, kind: drawFirstSetting(chance.next()), place: chance.whole(1, 1600) };
	const settings: Setting[] = [current];
	for (;;) {
		const start = current.start + daysToMove(chance, current.start - removal);
		if (start >= lastMove) break;
		const absence = makeAbsence(chance, start, teenager);
		if (absence) settings.push(absence.setting);
		const from = absence ? absence.end : start;
		if (from >= lastMove) break;
		current = absence?.returns
			? { ...current, start: from }
			: { start: from, kind: drawNextSetting(chance.next()), place: nextPlace(current.place, chance) };
		settings.push(current);
	}
	if (ending && ending.start <= last) settings.push({ ...ending, place: ending.place === 0 ? 0 : current.place });
	return settings;
}

/** Some moves begin with some days on the run or in a hospital; more than half of those children come back. */
function makeAbsence(chance: Chance, start: Day, teenager: boolean) {
	const drawn = chance.next();
	const kind = drawn < (teenager ? 0.12 : 0) ? "runaway" : drawn > 0.96 ? "hospital" : undefined;
	if (!kind) return undefined;
	const setting: Setting = { start, kind, place: kind === "hospital" ? 1700 : 0 };
	return { setting, end: start + 2 + chance.exponential(12), returns: chance.next() < 0.6 };
}

/** Another home: no two next to one another have the same number, nor the same foster parents' birth years. */
const nextPlace = (place: number, chance: Chance) => ((place + chance.whole(1, 1500)) % 1600) + 1;

/** The last setting before a reunification (often a trial home visit) or an adoption (the home becomes pre-adoptive). */
function endingOf(chance: Chance, { removal, exit, reason }: Pick<StayFrame, "removal" | "exit" | "reason">) {
	if (reason === "REUNIFICATION" && exit - removal > 120 && chance.next() < 0.3)
		return { start: exit - chance.whole(10, 100), kind: "trial-home-visit", place: 0 } as const;
	if (reason === "ADOPTION" && exit - removal > 300)
		return { start: exit - chance.whole(60, 200), kind: "pre-adoptive-home", place: 1 } as const;
	return undefined;
}
