import { type FigureProblemId, figureProblems } from "./figure-problems.ts";
import { type Place, placeInWords } from "./place.ts";
import { shortenValue } from "./shorten-value.ts";

/**
 * How bad a problem is.
 *
 * - `reject`: the file cannot be read or the row cannot be understood.
 * - `mend`: the row is understood, but a value contradicts a rule.
 * - `look-at`: the file was taken as it is; someone should see whether that is what was meant.
 *
 * `reject` and `mend` both block: a load is taken whole or not at all. `look-at` never blocks.
 */
export type ProblemTier = "reject" | "mend" | "look-at";

/** One problem in a figure file, for the person who must mend the file. */
export interface Problem {
	readonly tier: ProblemTier;
	readonly place: Place;
	/** What was found, shortened to 80 characters; null where nothing was (an empty cell, a missing column). */
	readonly value: string | null;
	/** The rule that was broken: its id and what was expected, as a sentence. */
	readonly rule: { readonly id: FigureProblemId; readonly text: string };
	/** How to mend it, as a sentence. */
	readonly remedy: string;
	/** Place, value, rule and remedy in one plain sentence. */
	readonly message: string;
}

/** True for problems that keep the whole file from being taken. */
export function blocks(problem: Problem): boolean {
	return problem.tier !== "look-at";
}

function fill(template: string, details: Readonly<Record<string, string>>): string {
	return template.replace(/\{(\w+)\}/g, (_, name: string) => details[name] ?? "");
}

function sentence(words: string): string {
	return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** A problem of any catalogue of problems: what was found, what is expected and what to do, as clauses with blanks. */
export interface ProblemWords {
	readonly tier: ProblemTier;
	readonly found: string;
	readonly expected: string;
	readonly remedy: string;
}

/** Puts a problem of a catalogue into words. `value` and `details` fill the blanks; the value is shortened. */
export function sayProblem<Id extends string>(
	id: Id,
	{ tier, found, expected, remedy }: ProblemWords,
	place: Place,
	value: string | null,
	details: Readonly<Record<string, string>>,
): Omit<Problem, "rule"> & { readonly rule: { readonly id: Id; readonly text: string } } {
	const short = value === null ? null : shortenValue(value);
	const blanks = { ...details, value: short ?? "" };
	const parts = [found, expected, remedy].map((template) => fill(template, blanks));
	const [foundWords = "", expectedWords = "", remedyWords = ""] = parts;
	return {
		tier,
		place,
		value: short,
		rule: { id, text: sentence(expectedWords) },
		remedy: sentence(remedyWords),
		message: `${placeInWords(place)}: ${foundWords}; ${expectedWords}; ${remedyWords}.`,
	};
}

/** Makes a problem of the catalogue. `value` and `details` fill the blanks of its words; both are shortened. */
export function makeProblem(
	id: FigureProblemId,
	place: Place,
	value: string | null = null,
	details: Readonly<Record<string, string>> = {},
): Problem {
	return sayProblem(id, figureProblems[id], place, value, details);
}
