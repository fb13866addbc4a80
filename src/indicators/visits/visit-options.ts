import { IndicatorRequestError } from "../engine/request-error.ts";

/** Choices where the rule for monthly caseworker visits leaves room; the first value of each is the default. */
export const visitOptions = {
	/** Which month is the last of a child who turns 18: under 18 on its first day, or all through it. Not settled federally. */
	age18Month: ["firstOfMonth", "wholeMonth"],
	/** Records with the same number in one file: as for the indicators. */
	duplicateIds: ["drop", "first", "last"],
} as const satisfies Readonly<Record<string, readonly [string, ...string[]]>>;

type VisitOption = keyof typeof visitOptions;
export type VisitOptions = { readonly [Name in VisitOption]: (typeof visitOptions)[Name][number] };

/** The options with what was given in place of the defaults. Throws `IndicatorRequestError` for a name or value that is not known. */
export function readVisitOptions(given: Readonly<Record<string, string>> = {}): VisitOptions {
	for (const name of Object.keys(given)) {
		if (!Object.hasOwn(visitOptions, name)) {
			throw new IndicatorRequestError(
				`"${name}" is not an option of the visits. The options are ${Object.keys(visitOptions).join(", ")}.`,
			);
		}
	}
	const { age18Month, duplicateIds } = visitOptions;
	return {
		age18Month: choose("age18Month", age18Month, given.age18Month),
		duplicateIds: choose("duplicateIds", duplicateIds, given.duplicateIds),
	};
}

function choose<Value extends string>(
	name: string,
	allowed: readonly [Value, ...Value[]],
	given: string | undefined,
): Value {
	if (given === undefined) return allowed[0];
	const chosen = allowed.find((each) => each === given);
	if (chosen !== undefined) return chosen;
	throw new IndicatorRequestError(
		`"${given}" is not a value of the option ${name}. Allowed are ${allowed.join(", ")} (${allowed[0]} if nothing is said).`,
	);
}
