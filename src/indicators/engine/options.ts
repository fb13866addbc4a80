import { IndicatorRequestError } from "./request-error.ts";

/**
 * Choices where the federal rules leave room (section 9), spelled as settled 1 says; the first value of each is the default. Each
 * is a column of the table `run` in snake_case.
 */
export const indicatorOptions = {
	within12Months: ["months", "anniversary"],
	s2Within12Months: ["days", "anniversary"],
	rollup: ["initial", "chain"],
	s1LastDayReport: ["include", "exclude"],
	s1DayCap: ["window", "365"],
	firstReportFatality: ["keep", "drop"],
	p4MultipleExits: ["first", "every"],
	samePeriodReentry: ["legacy", "never"],
	duplicateIds: ["drop", "first", "last"],
} as const satisfies Readonly<Record<string, readonly [string, ...string[]]>>;

export type IndicatorOption = keyof typeof indicatorOptions;
export type IndicatorOptions = { readonly [Name in IndicatorOption]: (typeof indicatorOptions)[Name][number] };

export const optionNames = Object.keys(indicatorOptions) as readonly IndicatorOption[];

/** The options with what was given in place of the defaults. Throws `IndicatorRequestError` for a name or value that is not known. */
export function readOptions(given: Readonly<Record<string, string>> = {}): IndicatorOptions {
	for (const [name, value] of Object.entries(given)) {
		const option = optionNames.find((each) => each === name);
		if (option === undefined) {
			throw new IndicatorRequestError(`"${name}" is not an option. The options are ${optionNames.join(", ")}.`);
		}
		const allowed: readonly string[] = indicatorOptions[option];
		if (!allowed.includes(value)) {
			throw new IndicatorRequestError(
				`"${value}" is not a value of the option ${name}. Allowed are ${allowed.join(", ")} (${allowed[0]} if nothing is said).`,
			);
		}
	}
	return Object.fromEntries(
		optionNames.map((name) => [name, given[name] ?? indicatorOptions[name][0]]),
	) as unknown as IndicatorOptions;
}
