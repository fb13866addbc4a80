import type { z } from "zod";

/**
 * What is wrong with a field, in plain words, where the schema brings none of its own. For the person who fills in a form
 * or calls the API: says what was expected.
 */
export function plainInputMessage(issue: z.core.$ZodRawIssue): string | undefined {
	switch (issue.code) {
		case "too_small":
			return tooSmall(issue.origin, issue.minimum, issue.input);
		case "too_big":
			return tooBig(issue.origin, issue.maximum);
		case "invalid_format":
			return formatWords[issue.format];
		case "invalid_value":
			return "Choose one of the list.";
		case "invalid_type":
			return issue.input === undefined || issue.input === null ? "Fill this in." : typeWords[issue.expected];
		default:
			return undefined;
	}
}

const formatWords: Readonly<Record<string, string>> = {
	email: "Expected an e-mail address such as ana.ruiz@county.example.",
	uuid: "Choose one of the list.",
};

const typeWords: Readonly<Record<string, string>> = { number: "Expected a number.", int: "Expected a whole number." };

function tooSmall(origin: string, minimum: number | bigint, input: unknown): string {
	if (origin === "string") return input === "" ? "Fill this in." : `At least ${inDigits(minimum)} characters.`;
	return origin === "array" ? `At least ${inDigits(minimum)}.` : `Not less than ${inDigits(minimum)}.`;
}

function tooBig(origin: string, maximum: number | bigint): string {
	if (origin === "string") return `This is too long: at most ${inDigits(maximum)} characters.`;
	return origin === "array" ? `At most ${inDigits(maximum)}.` : `Not more than ${inDigits(maximum)}.`;
}

function inDigits(count: number | bigint): string {
	return count.toLocaleString("en-US");
}
