import type { Answers, Cell, IndicatorEngine, RunPlan } from "./engine.ts";
import type { Group } from "./groups.ts";
import type { IndicatorId } from "./indicator.ts";
import { readOptions } from "./options.ts";
import { planQuestions, type RunRequest } from "./plan-run.ts";
import type { IndicatorRecord } from "./record.ts";
import { IndicatorRequestError } from "./request-error.ts";
import { recordStep } from "./steps.ts";
import { type FileList, filesOf, readWindow } from "./window.ts";

export type RecordsRequest = {
	/** Holds the canonical rows of the files already (`engine.append`). */
	readonly engine: Pick<IndicatorEngine, "run">;
	/** The files whose rows it holds. */
	readonly files: FileList;
	readonly indicator: IndicatorId;
	/** "23A23B". */
	readonly window: string;
	readonly options?: Readonly<Record<string, string>>;
};

/** What a question on a record step selects; `recordsOf` reads it. */
export const recordColumns = [
	"subject, child, file, record, county, age_group, race_ethnicity, sex, reason",
	...["removal", "exit", "care_end", "next_removal", "report_date", "incident_date", "initial_date"].map(
		(date) => `cast(${date} as text) as ${date}`,
	),
	"months_in_care, numerator, denominator, left_out",
].join(", ");

/** The plan of a run that lists the records behind one indicator, in order of children, dates and files. */
export function planRecordsRun(request: Omit<RunRequest, "by" | "indicators">, indicator: IndicatorId): RunPlan {
	const step = recordStep(indicator);
	const sql = `select ${recordColumns} from ${step} order by child, subject desc, coalesce(report_date, removal), file, record`;
	return planQuestions({ ...request, by: [], indicators: [indicator] }, [{ name: step, sql }]);
}

/**
 * The records behind a number of one indicator, each with what it adds or why it is left out. Throws `IndicatorRequestError` for a
 * window or option that is not known, and when the indicator cannot be counted from these files.
 */
export async function runRecords(request: RecordsRequest): Promise<readonly IndicatorRecord[]> {
	const { engine, files, indicator } = request;
	const window = readWindow(request.window);
	const needed = filesOf(indicator, window);
	const isThere =
		needed?.afcars.every((period) => files.afcars.includes(period)) &&
		needed.ncands.every((year) => files.ncands.includes(year));
	if (!isThere) {
		throw new IndicatorRequestError(
			`${indicator} cannot be counted for ${window.name} from these files, so there are no records behind it. Give all files that it reads.`,
		);
	}
	const plan = planRecordsRun({ window, options: readOptions(request.options), files }, indicator);
	return recordsOf(indicator, await engine.run(plan));
}

/** The records that a run answered. */
export function recordsOf(indicator: IndicatorId, answers: Answers): readonly IndicatorRecord[] {
	return (answers[recordStep(indicator)] ?? []).map((row) => ({
		indicator,
		subject: row.subject === "report" ? "report" : "stay",
		child: String(row.child),
		file: Number(row.file),
		record: Number(row.record),
		group: groupOf(row),
		removal: textOf(row.removal),
		exit: textOf(row.exit),
		careEnd: textOf(row.care_end),
		exitReason: textOf(row.reason),
		nextRemoval: textOf(row.next_removal),
		reportDate: textOf(row.report_date),
		incidentDate: textOf(row.incident_date),
		initialDate: textOf(row.initial_date),
		monthsInCare: row.months_in_care === null ? null : Number(row.months_in_care),
		numerator: Number(row.numerator),
		denominator: Number(row.denominator),
		leftOut: textOf(row.left_out),
	}));
}

function groupOf(row: Readonly<Record<string, Cell>>): Required<Group> {
	return {
		county: String(row.county),
		ageGroup: String(row.age_group),
		raceEthnicity: String(row.race_ethnicity),
		sex: String(row.sex),
	};
}

function textOf(cell: Cell | undefined): string | null {
	return cell === null || cell === undefined ? null : String(cell);
}
