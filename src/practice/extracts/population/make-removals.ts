import type { ExitReason } from "../../../indicators/extracts/canonical-rows.ts";
import { birthday, type Day } from "../days.ts";
import type { Removal, Setting, Visit } from "../synthetic-child.ts";
import { type Chance, chanceOf } from "./chance.ts";
import { makeSettings } from "./make-settings.ts";
import { makeVisits } from "./make-visits.ts";
import { reasonsByLength } from "./shares.ts";

/** First and last day of the files. */
export type Span = { readonly start: Day; readonly end: Day };

/** About the mean of `lengthOfStay`, in days. */
const meanStay = 626;

/** A mix: a few short stays, some of about half a year, most of more than half a year with a long tail. */
function lengthOfStay(chance: Chance): number {
	const drawn = chance.next();
	if (drawn < 0.08) return 1 + chance.exponential(12);
	return drawn < 0.25 ? chance.exponential(150) : 200 + chance.exponential(600);
}

/**
 * When a child's first stay begins, and how long it is: either the child is in care when the files begin (so the stay began in
 * the years before, and longer stays are likelier), or enters on some day of the files.
 */
export function firstStay(chance: Chance, { start, end }: Span): { removal: Day; days: number } {
	const days = end - start + 1;
	if (chance.next() * (meanStay + days) >= meanStay)
		return { removal: start + Math.floor(chance.next() * days), days: lengthOfStay(chance) };
	for (let attempt = 0; attempt < 30; attempt += 1) {
		const before = 1 + Math.floor(chance.next() * 2200);
		const length = lengthOfStay(chance);
		if (length >= before) return { removal: start - before, days: length };
	}
	return { removal: start - 100, days: 700 };
}

/** Whose stays: seed and number of the child begin the chance of each stay, so that none depends on another's length. */
export type Whose = { readonly seed: number; readonly number: number; readonly birth: Day };

/** Every stay of the child within the span, from the first on, up to three, and for some one long before. */
export function makeRemovals(
	chance: Chance,
	whose: Whose,
	first: { readonly removal: Day; readonly days: number },
	span: Span,
): readonly Removal[] {
	const removals = stayLongBefore(chance, whose, first.removal, span);
	let { removal, days } = first;
	for (let stays = 0; stays < 3; stays += 1) {
		const { exit, reason } = ending(chance, whose.birth, removal, days);
		removals.push(new MadeRemoval(removal, exit, reason, whose, span.end));
		if (!mayReenter(reason) || chance.next() >= 0.09) break;
		removal = exit + 1 + chance.exponential(250);
		days = lengthOfStay(chance);
		if (removal > span.end || removal >= birthday(whose.birth, 18)) break;
	}
	return removals;
}

/** One in five children of two years or more was in care before, and was back home for more than a year. */
function stayLongBefore(chance: Chance, whose: Whose, removal: Day, span: Span): Removal[] {
	const exit = removal - 370 - chance.exponential(600);
	const start = exit - 30 - chance.exponential(250);
	return chance.next() < 0.2 && start > whose.birth
		? [new MadeRemoval(start, exit, "REUNIFICATION", whose, span.end)]
		: [];
}

const mayReenter = (reason: ExitReason) =>
	reason === "REUNIFICATION" || reason === "RELATIVE" || reason === "GUARDIANSHIP";

function ending(chance: Chance, birth: Day, removal: Day, days: number): { exit: Day; reason: ExitReason } {
	const adult = birthday(birth, 18);
	const exit = removal + days;
	if (exit < adult) return { exit, reason: drawReason(chance, days) };
	// A quarter of those who come of age in care stay for a while in extended care.
	const extended = chance.next() < 0.25;
	return {
		exit: Math.max(removal, extended ? Math.min(exit, birthday(birth, 21)) : adult),
		reason: "EMANCIPATION",
	};
}

function drawReason(chance: Chance, days: number): ExitReason {
	const row = reasonsByLength.find(([limit]) => days < limit);
	return row ? row[1](chance.next()) : "REUNIFICATION";
}

/** Settings and visits are made when a file asks for them: most files of most children do not. */
class MadeRemoval implements Removal {
	readonly removal: Day;
	readonly exit: Day;
	readonly reason: ExitReason;
	readonly #whose: Whose;
	readonly #until: Day;

	constructor(removal: Day, exit: Day, reason: ExitReason, whose: Whose, until: Day) {
		this.removal = removal;
		this.exit = exit;
		this.reason = reason;
		this.#whose = whose;
		this.#until = until;
	}

	get settings(): readonly Setting[] {
		const { removal, exit, reason } = this;
		const teenager = removal - this.#whose.birth > 13 * 365;
		return makeSettings(this.#chance(1), { removal, exit, reason, until: this.#until, teenager });
	}

	get visits(): readonly Visit[] {
		return makeVisits(this.#chance(2), this.removal, Math.min(this.exit, this.#until));
	}

	#chance(part: number): Chance {
		return chanceOf(this.#whose.seed, this.#whose.number, this.removal * 4 + part);
	}
}
