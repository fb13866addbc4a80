import { addDays, addMonths, plainDate } from "../../domain/calendar/plain-date.ts";
import type { IndicatorEngine, RunPlan } from "../engine/engine.ts";
import { type Grouping, groupings, readGroupings } from "../engine/groups.ts";
import { indicatorIds } from "../engine/indicator.ts";
import { readOptions } from "../engine/options.ts";
import { parameterTable } from "../engine/parameter-table.ts";
import { planQuestions } from "../engine/plan-run.ts";
import { IndicatorRequestError } from "../engine/request-error.ts";
import { type FileList, readWindow } from "../engine/window.ts";
import { sampleSize } from "./sample-size.ts";
import { readVisitOptions, type VisitOptions } from "./visit-options.ts";
import { type VisitResults, visitThresholds, visitValues } from "./visit-results.ts";

export type VisitsRequest = {
	/** Holds the canonical rows of the files already, those of visits too. */
	readonly engine: Pick<IndicatorEngine, "run">;
	readonly files: FileList;
	/** Federal fiscal year: 2024. */
	readonly year: number;
	/** "county,ageGroup", or a list. */
	readonly by?: string | readonly string[];
	readonly options?: Readonly<Record<string, string>>;
};

/** The files of the year are not all there. */
export type VisitsNeedFiles = {
	readonly year: number;
	readonly status: "needs-files";
	readonly missing: readonly string[];
};

/** The first year whose files tell of visits: AFCARS 2020 begins with 23A. */
export const firstYearOfVisits = 2023;

/**
 * Counts the monthly caseworker visits of title IV-B for a federal fiscal year (section 5): child-months with a visit, and of these
 * with a visit where the child lives. Throws `IndicatorRequestError` for a year, group or option that is not known.
 */
export async function runVisits(request: VisitsRequest): Promise<VisitResults | VisitsNeedFiles> {
	const { engine, files, year } = request;
	checkYear(year);
	const options = readVisitOptions(request.options);
	const by = readGroupings(request.by);
	const missing = filesOfYear(year).filter((period) => !files.afcars.includes(period));
	if (missing.length > 0) return { year, status: "needs-files", missing };
	const values = visitValues(by, await engine.run(planVisits(year, by, options, files)));
	const [total] = values;
	if (total === undefined) throw new RangeError("The visits have no total.");
	return { year, results: values, thresholds: visitThresholds(total), sampleSize: sampleSize(total.children) };
}

/** Throws `IndicatorRequestError` for a year that AFCARS 2020 files cannot tell of. */
export function checkYear(year: number): void {
	if (Number.isInteger(year) && year >= firstYearOfVisits && year < 2100) return;
	throw new IndicatorRequestError(
		`Visits cannot be counted for ${year}. Give a federal fiscal year from ${firstYearOfVisits} on: only AFCARS 2020 files, from 23A on, carry dates of visits.`,
	);
}

function filesOfYear(year: number): readonly string[] {
	const digits = String(year % 100).padStart(2, "0");
	return [`${digits}A`, `${digits}B`];
}

function planVisits(year: number, by: readonly Grouping[], options: VisitOptions, files: FileList): RunPlan {
	const columns = by.map((grouping) => groupings[grouping]).join(", ");
	const sums =
		"count(*) as children, sum(child_months) as child_months, sum(visited) as visited, sum(in_residence) as in_residence";
	const sql =
		columns === ""
			? `select ${sums} from visit_count`
			: `select ${columns}, ${sums} from visit_count group by ${columns}`;
	const plan = planQuestions(
		{
			window: readWindow(filesOfYear(year).join("")),
			options: readOptions({ duplicateIds: options.duplicateIds }),
			by,
			// Stays as the indicators see them that read the two files of a year.
			indicators: indicatorIds.filter((each) => each === "P2"),
			files,
		},
		[{ name: "visit_count", sql }],
	);
	const months = Array.from({ length: 12 }, (_, month) => addMonths(plainDate(`${year - 1}-10-01`), month));
	return {
		...plan,
		parameters: [
			...plan.parameters,
			parameterTable("visit_run", { age18Month: "text" }, [[options.age18Month]]),
			parameterTable(
				"run_month",
				{ monthStart: "date", monthEnd: "date" },
				months.map((start) => [start, addDays(addMonths(start, 1), -1)]),
			),
		],
	};
}
