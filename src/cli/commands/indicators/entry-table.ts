import { maskedMark } from "../../../domain/measure/masking.ts";
import { readWindow } from "../../../indicators/engine/window.ts";
import type { PublicEntryRate } from "../../../indicators/entry/public-entry-rate.ts";
import { type EntryRateResult, yearOfFirstOfJuly } from "../../../indicators/entry/run-entry-rate.ts";
import { alignColumns } from "./align-columns.ts";

/** The foster care entry rate as a table, and which year's population it is held against. */
export function entryTable(results: readonly (EntryRateResult | PublicEntryRate)[], window: string): string {
	const wanted = yearOfFirstOfJuly(readWindow(window).start);
	const [first] = results;
	if (first === undefined) {
		return `Foster care entry rate: needs the child population of 1 July ${wanted} (--population FILE).`;
	}
	if ("status" in first) return `Foster care entry rate: needs ${first.missing.join(", ")}.`;
	const lines = results.flatMap((each) => {
		if ("status" in each) return [];
		const { group, numerator, denominator, observed } = each;
		const name = Object.values(group).join(", ") || "all";
		const count = numerator === null ? maskedMark : numerator.toLocaleString("en-US");
		const none = numerator === null ? maskedMark : "none";
		const rate = observed === null ? none : `${observed.toFixed(2)} per 1,000`;
		return [[name, count, denominator.toLocaleString("en-US"), rate]];
	});
	const reused = first.populationYear === wanted ? "" : `, the newest year before 1 July ${wanted} that is given`;
	return [
		`Foster care entry rate, population of 1 July ${first.populationYear}${reused}:`,
		...alignColumns([["Group", "Entries", "Children", "Rate"], ...lines], [1, 2]),
	].join("\n");
}
