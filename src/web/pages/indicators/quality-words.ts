import type { QualityCheckProps } from "./indicator-props.ts";

/** The data-quality checks of Round 4 (Data Dictionary, August 2022) in plain words. */
const checkWords: Readonly<Record<string, string>> = {
	"id-no-match-next-period": "Children whose record number is not in the next file",
	"dob-after-entry": "Birth date after the date of entry",
	"dob-after-exit": "Birth date after the date of exit",
	"dropped-records": "Children without an exit who are not in the next file",
	"same-day": "Entered and left care on the same day",
	"exit-before-removal": "Exit before the removal",
	"missing-dob": "Birth date missing",
	"missing-removal-date": "Date of the latest removal missing",
	"missing-discharge-reason": "Exit without a discharge reason",
	"missing-num-placements": "Number of placement settings missing",
	"pct-first-removal": "Children on their first removal",
	"victim-ids-match": "Victims who are also in the next year's file",
	"ids-match-demog-differ": "Same child ID in both years, but birth date, age or sex differ",
	"missing-age": "Age of a victim missing",
	"has-afcars-id": "Victims with an AFCARS number",
	"afcars-id-matches": "Victims whose AFCARS number is in AFCARS",
};

export function qualityCheckWords(check: string): string {
	return checkWords[check] ?? check;
}

/** "dropped-records 23A" as "children without an exit …, 23A". */
export function exceededCheckWords(named: string): string {
	const [check = "", period = ""] = named.split(" ");
	return `${qualityCheckWords(check)} (${period})`;
}

/** What is still within the limit. */
export function limitWords({ exceeds, limit }: QualityCheckProps): string {
	if (exceeds === ">") return `at most ${limit}%`;
	return exceeds === "<" ? `at least ${limit}%` : `more than ${limit}%`;
}
