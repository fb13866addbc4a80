import type { IndicatorId } from "./indicator.ts";

/** One SQL text: a query whose rows become a table (or a view, where it is read once) of this name. */
export type Step = {
	readonly name: string;
	readonly kind: "table" | "view";
	/** Below the folder of definitions. */
	readonly file: string;
	/** It depends on the rows and the table `store` alone: kept for the next run. */
	readonly isKept: boolean;
};

type StepWithNeeds = Step & { readonly needs: readonly string[] };

function kept(name: string, kind: Step["kind"], file: string, needs: readonly string[]): StepWithNeeds {
	return { name, kind, file: `${file}.sql`, needs, isKept: true };
}

function step(name: string, kind: Step["kind"], file: string, needs: readonly string[]): StepWithNeeds {
	return { name, kind, file: `${file}.sql`, needs, isKept: false };
}

/** Every step, after those that it needs; those that are kept first. */
const allSteps: readonly StepWithNeeds[] = [
	kept("copied_record", "table", "common/v1/copied-record", []),
	kept("file_row", "view", "common/v1/file-row", ["copied_record"]),
	kept("file_source", "table", "common/v1/file-source", []),
	kept("stay_row", "table", "common/v1/stay-row", ["file_row"]),
	kept("quality_record", "view", "quality/v1/afcars-record", ["file_row"]),
	kept("quality_file", "table", "quality/v1/afcars-file", ["quality_record"]),
	kept("quality_victim", "view", "quality/v1/ncands-victim", []),
	kept("quality_match_year", "table", "quality/v1/ncands-match", ["quality_victim"]),
	kept("quality_row_year", "table", "quality/v1/ncands-row", ["file_row"]),
	step("reading", "table", "common/v1/reading", ["file_source"]),
	step("last_row", "view", "common/v1/last-row", ["stay_row", "reading"]),
	step("episode", "table", "common/v1/episode", ["last_row"]),
	step("s1_stay", "table", "s1/v1/stay", ["episode"]),
	step("s1_report", "table", "s1/v1/report", []),
	step("s1_victimization", "view", "s1/v1/victimization", ["s1_stay", "s1_report"]),
	step("s1_count", "view", "s1/v1/count", ["s1_stay", "s1_victimization"]),
	step("s2_report", "view", "s2/v1/report", []),
	step("s1_record", "view", "s1/v1/record", ["s1_stay", "s1_report"]),
	step("s2_judged_report", "view", "s2/v1/judged-report", ["s2_report"]),
	step("s2_count", "view", "s2/v1/count", ["s2_judged_report"]),
	step("s2_record", "view", "s2/v1/record", ["s2_judged_report"]),
	step("p1_stay", "view", "p1/v1/stay", ["episode"]),
	step("p1_count", "view", "p1/v1/count", ["p1_stay"]),
	step("p1_record", "view", "p1/v1/record", ["p1_stay", "episode"]),
	step("first_day_stay", "table", "common/v1/first-day-stay", ["episode"]),
	step("p2_count", "view", "p2/v1/count", ["first_day_stay"]),
	step("p2_record", "view", "p2/v1/record", ["first_day_stay"]),
	step("p3_count", "view", "p3/v1/count", ["first_day_stay"]),
	step("p3_record", "view", "p3/v1/record", ["first_day_stay"]),
	step("p4_stay", "view", "p4/v1/stay", ["episode"]),
	step("p4_count", "view", "p4/v1/count", ["p4_stay"]),
	step("p4_record", "view", "p4/v1/record", ["p4_stay", "episode"]),
	step("p5_stay", "table", "p5/v1/stay", ["episode"]),
	step("p5_move", "view", "p5/v1/move", ["p5_stay"]),
	step("p5_stay_moves", "view", "p5/v1/stay-moves", ["p5_stay", "p5_move"]),
	step("p5_count", "view", "p5/v1/count", ["p5_stay_moves"]),
	step("p5_record", "view", "p5/v1/record", ["p5_stay", "p5_stay_moves"]),
	step("entry_count", "view", "entry/v1/count", ["episode"]),
	step("entry_time", "view", "curves/v1/entry-time", ["episode"]),
	step("exit_time", "view", "curves/v1/exit-time", ["episode"]),
	step("entry_band", "view", "curves/v1/entry-band", ["p1_stay", "episode"]),
	step("exit_band", "view", "curves/v1/exit-band", ["p4_stay"]),
	step("visit_span", "view", "visits/v1/span", ["episode"]),
	step("visit_month", "view", "visits/v1/month", ["visit_span"]),
	step("visit_count", "view", "visits/v1/count", ["visit_month"]),
	step("quality_afcars", "view", "quality/v1/afcars", ["quality_file"]),
	step("quality_ncands", "view", "quality/v1/ncands", ["quality_match_year", "quality_row_year"]),
];

/** The step whose rows are the counts of an indicator: child, county, age_group, race_ethnicity, sex, numerator, denominator. */
export function countStep(indicator: IndicatorId): string {
	return `${indicator.toLowerCase()}_count`;
}

/** The step whose rows are the records behind an indicator (`engine/records.ts`). */
export function recordStep(indicator: IndicatorId): string {
	return `${indicator.toLowerCase()}_record`;
}

/** These steps and all that they need, in the order in which they can be made. */
export function stepsFor(names: readonly string[]): readonly Step[] {
	const wanted = new Set(names);
	for (const each of [...allSteps].reverse()) {
		if (wanted.has(each.name)) for (const need of each.needs) wanted.add(need);
	}
	return allSteps
		.filter((each) => wanted.has(each.name))
		.map(({ name, kind, file, isKept }) => ({ name, kind, file, isKept }));
}

/** What is kept between runs: all of it, whichever indicators a run counts. */
export const keptSteps: readonly Step[] = stepsFor(allSteps.filter((each) => each.isKept).map((each) => each.name));
