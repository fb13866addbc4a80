import { dollars } from "./cents.ts";
import type { MoneyFinding } from "./part-one-checks.ts";

type Compared = { readonly line: string; readonly label: string; readonly cents: number };

/** C13: actual less estimated spending of one line of Part III, in whole cents. Negative where less was spent than estimated. */
export function variance(estimated: number, actual: number): number {
	return actual - estimated;
}

/** C13: the estimated column of Part III repeats the award, or the approved Part I. */
export function checkEstimated(estimated: Compared, approved: number): readonly MoneyFinding[] {
	if (estimated.cents === approved) return [];
	const message = `C13: ${estimated.label} is estimated at ${dollars(estimated.cents)}, but ${dollars(approved)} was approved. Enter the approved amount.`;
	return [{ checkId: "C13", severity: "error", line: estimated.line, message }];
}

/** C11: federal funds of subpart 1, or match, for these uses are at most the State's amount of FFY2005. The older level of 1979 is not it. */
export function checkFfy2005(spent: Compared, baseline: number): readonly MoneyFinding[] {
	if (spent.cents <= baseline) return [];
	const message = `C11: ${spent.label} is ${dollars(spent.cents)}, ${dollars(spent.cents - baseline)} above the State's amount of FFY2005 (${dollars(baseline)}). Lower it, or correct the baseline.`;
	return [{ checkId: "C11", severity: "error", line: spent.line, message }];
}

/** C12: State and local spending beside that of the base year 1992. A warning: the base year is known in the field, not confirmed. */
export function checkBaseYear1992(spent: Compared, baseline: number): readonly MoneyFinding[] {
	if (spent.cents >= baseline) return [];
	const message = `C12: ${spent.label} is ${dollars(spent.cents)}, ${dollars(baseline - spent.cents)} below the base year 1992 (${dollars(baseline)}). Federal funds may not take the place of State and local spending.`;
	return [{ checkId: "C12", severity: "warning", line: spent.line, message }];
}
