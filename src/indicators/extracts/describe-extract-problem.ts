import { type ExtractProblem, extractProblems } from "./extract-problems.ts";

/** A problem in words: all for people, each a sentence. */
export type ExtractProblemWords = {
	/** "Record 12, line 14, element 56 (Date of discharge)"; "The file". */
	readonly place: string;
	readonly found: string;
	readonly expected: string;
	readonly remedy: string;
	readonly source: string;
	/** Place, what was found, what was expected and how to mend it, in one sentence. */
	readonly message: string;
};

function capital(words: string): string {
	return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function placeOf({ record, line, element }: ExtractProblem): string {
	const parts = [
		record === null ? "" : `record ${record.toLocaleString("en-US")}`,
		line === null ? "" : `line ${line.toLocaleString("en-US")}`,
		element === null ? "" : `element ${element.number} (${element.name})`,
	].filter((part) => part !== "");
	return capital(parts.join(", ") || "the file");
}

/** Says a problem in words, for the person who must mend the file. */
export function describeExtractProblem(problem: ExtractProblem): ExtractProblemWords {
	const { found, expected, remedy, source } = extractProblems[problem.id];
	const place = placeOf(problem);
	const value = problem.value ?? "";
	const foundWords = value === "" ? found.replace('"{value}"', "blank") : found;
	const filled = foundWords.replace("{value}", () => value);
	return {
		place,
		found: `${capital(filled)}.`,
		expected: `${capital(expected)}.`,
		remedy: `${capital(remedy)}.`,
		source,
		message: `${place}: ${filled}; ${expected}; ${remedy}.`,
	};
}
