import type { IndicatorId } from "./indicator.ts";

/** Why a record counts or is left out: the rule's number, in plain words, with where the rule stands. */
export type Reason = {
	/** "P1-3": what lists and pages print. Numbers are never given to another rule. */
	readonly rule: string;
	/** What the rule says; `{...}` is filled by facts of the record (`explain-record.ts`). */
	readonly words: string;
	/** The Data Dictionary (August 2022), or the settled reading that Throughline takes where it leaves room. */
	readonly source: string;
};

type Words = readonly [words: string, source: string];

const dictionary = "Data Dictionary Aug 2022";
const quality = `${dictionary}, data-quality checks`;

/** Faults of a record that take it out of every AFCARS indicator. */
const faults = {
	"missing-dob": ["the birth date is missing", quality],
	"dob-after-entry": ["the birth date is after the removal on {removal}", quality],
	"exit-before-removal": ["the exit on {exit} is before the removal on {removal}", quality],
	"same-day": ["entered and left care on the same day, {removal}", quality],
	"dob-after-exit": ["the birth date is after the exit on {exit}", quality],
} as const satisfies Record<string, Words>;

const common = {
	"dropped-records": [
		"no exit date, and the stay is not in the later files: its length is not known",
		`${quality}; settled reading 11`,
	],
	"missing-discharge-reason": ["left care on {exit} without a discharge reason", `${dictionary}, exclusions`],
	"same-period-reentry": [
		"left care on {exit} and came back in the same six-month period: a legacy file does not hold the reason",
		`${dictionary}, exclusions; settled reading 12`,
	],
	"stay-under-8-days": ["stayed {days}; stays under 8 days do not count", `${dictionary}, exclusions`],
	"age-18-at-entry": ["was 18 or older at entry on {removal}", `${dictionary}, general rules`],
	"age-18-on-first-day": ["was 18 or older on the first day of the window", `${dictionary}, general rules`],
	"no-days": ["has no day in care within the window", `${dictionary}, denominator`],
} as const satisfies Record<string, Words>;

/** In the order of the rules' numbers; a new one goes to the end. */
const ofIndicator: Readonly<Record<IndicatorId, Readonly<Record<string, Words>>>> = {
	S1: {
		counted: ["{contribution}", `${dictionary}, S1`],
		"stay-under-8-days": common["stay-under-8-days"],
		"report-in-first-7-days": [
			"reported on {reportDate}, within 7 days of the removal on {removal}",
			`${dictionary}, S1 exclusions`,
		],
		"incident-outside-care": [
			"reported in care, but the incident of {incidentDate} was before the removal on {removal} (or its first 7 days), or after care",
			`${dictionary}, S1 exclusions`,
		],
		"report-outside-window": ["reported on {reportDate}, outside the window", `${dictionary}, S1 exclusions`],
		"later-report": [
			"reported on {reportDate}, within 1 day of a report before it",
			`${dictionary}, S1 exclusions; settled reading 13`,
		],
		"dropped-records": common["dropped-records"],
		"report-outside-care": [
			"reported on {reportDate}, not while in care",
			`${dictionary}, S1 numerator; settled reading 14`,
		],
		"stay-left-out": ["reported on {reportDate} during a stay that is left out itself", `${dictionary}, S1 exclusions`],
		"age-18-at-entry": common["age-18-at-entry"],
		"age-18-on-first-day": common["age-18-on-first-day"],
		"no-days": common["no-days"],
		...faults,
	},
	S2: {
		counted: ["{contribution}", `${dictionary}, S2`],
		"within-14-days": [
			"reported on {reportDate}, within 14 days of the report before it (initial report {initialDate})",
			`${dictionary}, S2 exclusions; settled reading 19`,
		],
		"same-incident": [
			"reported on {reportDate} for the same incident ({incidentDate}) as the initial report",
			`${dictionary}, S2 exclusions`,
		],
		"after-12-months": [
			"reported on {reportDate}, more than 12 months after the initial report of {initialDate}",
			`${dictionary}, S2 numerator`,
		],
		unborn: ["unborn at the report of {reportDate}", `${dictionary}, S2 exclusions`],
		"missing-age": ["the age at the report of {reportDate} is missing", quality],
		"under-1-without-birth-date": ["under 1 year without a birth date", quality],
		"over-17": ["older than 17 at the report of {reportDate}", "settled reading 24"],
		"initial-after-window": [
			"the initial report of {initialDate} is after the window: it belongs to the next one",
			`${dictionary}, S2 denominator`,
		],
		"report-before-window": ["reported on {reportDate}, before the window", `${dictionary}, S2 denominator`],
		"not-substantiated": ["neither substantiated nor indicated, and no death by maltreatment", `${dictionary}, S2`],
		"counted-already": [
			"reported on {reportDate}: a child counts once, whatever follows the initial report of {initialDate}",
			`${dictionary}, S2 numerator`,
		],
		"first-report-death": [
			"the first report is a death by maltreatment (option firstReportFatality=drop)",
			"option firstReportFatality",
		],
		"missing-report-date": ["the report date is missing", "settled reading 4"],
	},
	P1: {
		counted: ["{contribution}", `${dictionary}, P1`],
		"later-entry": [
			"entered on {removal}, but entered before in the same window: the first entry counts",
			`${dictionary}, P1 denominator; settled reading 17`,
		],
		"stay-under-8-days": common["stay-under-8-days"],
		"missing-discharge-reason": common["missing-discharge-reason"],
		"same-period-reentry": common["same-period-reentry"],
		"age-18-at-entry": common["age-18-at-entry"],
		"dropped-records": common["dropped-records"],
		...faults,
	},
	P2: {
		counted: ["{contribution}", `${dictionary}, P2`],
		"in-care-under-12-months": [
			"in care for {months} on the first day of the window, less than 12",
			`${dictionary}, P2 denominator`,
		],
		"in-care-over-23-months": [
			"in care for {months} on the first day of the window, more than 23: belongs to P3",
			`${dictionary}, P2 denominator`,
		],
		"missing-discharge-reason": common["missing-discharge-reason"],
		"same-period-reentry": common["same-period-reentry"],
		"age-18-on-first-day": common["age-18-on-first-day"],
		"dropped-records": common["dropped-records"],
		...faults,
	},
	P3: {
		counted: ["{contribution}", `${dictionary}, P3`],
		"in-care-under-24-months": [
			"in care for {months} on the first day of the window, less than 24",
			`${dictionary}, P3 denominator`,
		],
		"missing-discharge-reason": common["missing-discharge-reason"],
		"same-period-reentry": common["same-period-reentry"],
		"age-18-on-first-day": common["age-18-on-first-day"],
		"dropped-records": common["dropped-records"],
		...faults,
	},
	P4: {
		counted: ["{contribution}", `${dictionary}, P4`],
		"exit-not-in-cohort": [
			"left care on {exit} to {exitReason}, not to reunification, a relative or guardianship",
			`${dictionary}, P4 denominator`,
		],
		"later-exit": [
			"left care on {exit}, but left before in the same window: the first exit counts",
			"settled reading 17; option p4MultipleExits",
		],
		"missing-discharge-reason": common["missing-discharge-reason"],
		"reentry-before-exit": [
			"the next removal on {nextRemoval} is before the exit on {exit}",
			`${dictionary}, P4 exclusions`,
		],
		"same-period-reentry": common["same-period-reentry"],
		"age-18-at-exit": ["was 18 or older at the exit on {exit}", `${dictionary}, general rules`],
		...faults,
	},
	P5: {
		counted: ["{contribution}", `${dictionary}, P5`],
		"stay-under-8-days": common["stay-under-8-days"],
		"missing-num-placements": ["the number of placement settings is missing", `${dictionary}, P5 exclusions`],
		"moves-over-days": ["more placement moves than days in care", "settled reading of case 55"],
		"no-days": common["no-days"],
		"age-18-at-entry": common["age-18-at-entry"],
		"dropped-records": common["dropped-records"],
		...faults,
	},
};

/** Every reason of an indicator by its id, `counted` first; rules are numbered in this order. */
export function reasonsOf(indicator: IndicatorId): Readonly<Record<string, Reason>> {
	return Object.fromEntries(
		Object.entries(ofIndicator[indicator]).map(([id, [words, source]], index) => [
			id,
			{ rule: `${indicator}-${index + 1}`, words, source },
		]),
	);
}
