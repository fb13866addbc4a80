import type { Cell, ParameterTable, Question, RunPlan } from "./engine.ts";
import { type Grouping, groupings } from "./groups.ts";
import type { IndicatorId } from "./indicator.ts";
import { type IndicatorOptions, optionNames } from "./options.ts";
import { parameterTable } from "./parameter-table.ts";
import { fiscalYearOf, periodNumber } from "./period.ts";
import { riskQuestion } from "./risk-cells.ts";
import { countStep, keptSteps, stepsFor } from "./steps.ts";
import { afcarsFilesRead, type FileList, filesOfWindow, type Window } from "./window.ts";

/** What one run is to count, checked and complete. */
export type RunRequest = {
	readonly window: Window;
	readonly options: IndicatorOptions;
	readonly by: readonly Grouping[];
	/** Those whose files are all there. */
	readonly indicators: readonly IndicatorId[];
	/** The files that are there. */
	readonly files: FileList;
	/** Ask for the cells of a comparison of counties too. */
	readonly withRiskCells?: boolean;
};

const qualityQuestions = ["quality_afcars", "quality_ncands"] as const;

/** The plan of a run: parameters as one-row and small tables, so that no text has anything put into it, steps and questions. */
export function planRun(request: RunRequest): RunPlan {
	const counts = request.indicators.map(
		(indicator): Question => ({
			name: countStep(indicator),
			sql: countQuestion(countStep(indicator), request.by),
		}),
	);
	const quality = qualityQuestions.map((name): Question => ({ name, sql: `select * from ${name}` }));
	const risk = request.withRiskCells ? request.indicators.map(riskQuestion) : [];
	return planQuestions(request, [...counts, ...risk, ...quality]);
}

/** The plan of a run that asks these questions of the steps. */
export function planQuestions(request: RunRequest, questions: readonly Question[]): RunPlan {
	return {
		kept: { parameters: [storeTable(request)], steps: keptSteps },
		parameters: [runTable(request), fileTable(request), readingTable(request), yearTable(request)],
		steps: stepsFor(questions.map((each) => each.name)).filter((each) => !each.isKept),
		questions,
	};
}

/** Totals by group; the step gives a row a child. */
function countQuestion(step: string, by: readonly Grouping[]): string {
	const columns = by.map((grouping) => groupings[grouping]);
	const totals = "sum(numerator) as numerator, sum(denominator) as denominator, count(*) as children";
	if (columns.length === 0) return `select ${totals} from ${step}`;
	return `select ${columns.join(", ")}, ${totals} from ${step} group by ${columns.join(", ")}`;
}

/** `run`: one row with the window and the options. */
function runTable({ window, options }: RunRequest): ParameterTable {
	return parameterTable(
		"run",
		{
			windowStart: "date",
			windowEnd: "date",
			...Object.fromEntries(optionNames.map((name) => [name, "text" as const])),
		},
		[[window.start, window.end, ...optionNames.map((name) => options[name])]],
	);
}

/** `store`: one row with the one option that what is kept depends on. */
function storeTable({ options }: RunRequest): ParameterTable {
	return parameterTable("store", { duplicateIds: "text" }, [[options.duplicateIds]]);
}

/** `run_file`: the AFCARS files to check. */
function fileTable({ window, files }: RunRequest): ParameterTable {
	const given = filesOfWindow(window).afcars.filter((period) => files.afcars.includes(period));
	const numbers = given.map(periodNumber);
	return parameterTable(
		"run_file",
		{ period: "text", isNextGiven: "boolean" },
		given.map((period) => [period, numbers.includes(periodNumber(period) + 1)]),
	);
}

/** `run_reading`: the AFCARS files that the indicators of this run read, for each number of files. */
function readingTable({ window, indicators }: RunRequest): ParameterTable {
	const counts = new Set(indicators.map((indicator) => afcarsFilesRead[indicator]));
	const rows = [...counts].flatMap((count) => {
		const numbers = filesOfWindow(window).afcars.slice(0, count).map(periodNumber);
		return readingRows(numbers, count === 5 ? "entries" : count === 4 ? "exits" : "all");
	});
	return parameterTable("run_reading", readingColumns, rows);
}

/** The columns of `run_reading`. */
export const readingColumns = {
	filesRead: "integer",
	fileNumber: "integer",
	periodNumber: "integer",
	lastPeriod: "integer",
	keeps: "text",
} as const;

/** The rows of `run_reading` for files that are read together, by their numbers; `keeps` says which stays are looked at. */
export function readingRows(
	numbers: readonly number[],
	keeps: "all" | "entries" | "exits",
): readonly (readonly Cell[])[] {
	return numbers.map((number, index) => [numbers.length, index + 1, number, numbers.at(-1) ?? number, keeps]);
}

/** `run_year`: the NCANDS years to read. */
function yearTable({ window, files }: RunRequest): ParameterTable {
	const listed = filesOfWindow(window).ncands;
	const rows = listed
		.filter((year) => files.ncands.includes(year))
		.map((year): readonly Cell[] => [
			year,
			listed.includes(year + 1) && files.ncands.includes(year + 1),
			files.afcars.some((period) => fiscalYearOf(period) === year),
		]);
	return parameterTable("run_year", { year: "integer", isNextGiven: "boolean", isAfcarsGiven: "boolean" }, rows);
}
