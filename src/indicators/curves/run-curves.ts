import { addDays, type PlainDate, plainDate } from "../../domain/calendar/plain-date.ts";
import type { Answers, IndicatorEngine, RunPlan } from "../engine/engine.ts";
import { compareGroups, type Group, type Grouping, groupings, readGroupings } from "../engine/groups.ts";
import { readOptions } from "../engine/options.ts";
import { parameterTable } from "../engine/parameter-table.ts";
import { daysOf, nextPeriod, periodNumber } from "../engine/period.ts";
import { planQuestions, readingColumns, readingRows } from "../engine/plan-run.ts";
import { IndicatorRequestError } from "../engine/request-error.ts";
import { type FileList, readWindow, type Window } from "../engine/window.ts";
import type { AfcarsPeriod } from "../extracts/canonical-rows.ts";
import { type CurvePoint, cumulativeIncidence } from "./cumulative-incidence.ts";
import {
	type CurveResults,
	type EntryCurve,
	type EntryPoint,
	type ExitCurve,
	type ExitKind,
	exitKinds,
	followedKinds,
	permanencyKinds,
} from "./curve-results.ts";
import { stayLengths } from "./stay-lengths.ts";

export const cohorts = ["entry", "exit"] as const;
export type Cohort = (typeof cohorts)[number];

export type CurvesRequest = {
	/** Holds the canonical rows of the AFCARS files already. */
	readonly engine: Pick<IndicatorEngine, "run">;
	readonly files: FileList;
	/** "23A23B". */
	readonly window: string;
	readonly cohort: Cohort;
	readonly by?: string | readonly string[];
	readonly options?: Readonly<Record<string, string>>;
	/** How many months the curves go; as long as anybody can be seen if left out. */
	readonly months?: number | undefined;
};

/** Curves go no further than this. */
export const mostMonths = 120;

/**
 * Time to permanency of children who enter care in a window, or length of stay and time to reentry of those who leave in it, followed
 * to the end of the last AFCARS file that follows the window's own without a gap. Throws `IndicatorRequestError` for a window, group,
 * option or number of months that is not known.
 */
export async function runCurves(request: CurvesRequest): Promise<CurveResults> {
	const { engine, cohort } = request;
	const window = readWindow(request.window);
	const by = readGroupings(request.by);
	const files = filesFrom(window.periods[0], request.files);
	const missing = window.periods.filter((period) => !files.includes(period));
	const about = { window: window.name, cohort };
	if (missing.length > 0) return { ...about, status: "needs-files", missing };
	const filesEnd = daysOf(files.at(-1) ?? window.periods[1]).last;
	const months = monthsTo(readMonths(request.months) ?? monthsBetween(window.start, filesEnd));
	const answers = await engine.run(planCurves([cohort], request.options, { window, by, files, filesEnd }));
	const rows = rowsOf(answers, cohort, by);
	const parts = [{ group: {}, rows }, ...(by.length === 0 ? [] : groupsOf(rows))];
	return cohort === "entry"
		? { ...about, cohort, files, filesEnd, curves: parts.map((each) => entryCurve(each, months)) }
		: { ...about, cohort, files, filesEnd, curves: parts.map((each) => exitCurve(each, months)) };
}

/** Both cohorts of a window: of all children, then of each group of one grouping at a time. */
export type CurveSet = {
	readonly filesEnd: PlainDate;
	readonly entry: readonly EntryCurve[];
	readonly exit: readonly ExitCurve[];
};

/** Follows both cohorts of a window in one run, to be kept. Undefined when the files of the window are not there. */
export async function runCurveSet({
	engine,
	files: given,
	window: name,
}: Pick<CurvesRequest, "engine" | "files" | "window">): Promise<CurveSet | undefined> {
	const window = readWindow(name);
	const files = filesFrom(window.periods[0], given);
	const last = files.at(-1);
	if (files.length < window.periods.length || last === undefined) return undefined;
	const filesEnd = daysOf(last).last;
	const months = monthsTo(monthsBetween(window.start, filesEnd));
	const by = Object.keys(groupings) as readonly Grouping[];
	const answers = await engine.run(planCurves(cohorts, {}, { window, by, files, filesEnd }));
	const partsOf = (cohort: Cohort): readonly Part[] => {
		const rows = rowsOf(answers, cohort, by);
		const groups = by.flatMap((each) =>
			groupsOf(rows.map((row) => ({ ...row, group: { [each]: row.group[each] ?? "" } }))),
		);
		return [{ group: {}, rows }, ...groups];
	};
	return {
		filesEnd,
		entry: partsOf("entry").map((each) => entryCurve(each, months)),
		exit: partsOf("exit").map((each) => exitCurve(each, months)),
	};
}

/** Reads a number of months. Throws `IndicatorRequestError` for one that cannot be. */
export function readMonths(months: number | undefined): number | undefined {
	if (months === undefined || (Number.isInteger(months) && months >= 1 && months <= mostMonths)) return months;
	throw new IndicatorRequestError(`Curves go from 1 to ${mostMonths} months. Give a whole number, such as 24.`);
}

/** The periods that are given, from one on, up to the first that is missing. */
function filesFrom(first: AfcarsPeriod, { afcars }: FileList): readonly AfcarsPeriod[] {
	const found: AfcarsPeriod[] = [];
	for (let period = first; afcars.includes(period); period = nextPeriod(period)) found.push(period);
	return found;
}

function monthsTo(count: number): readonly number[] {
	return Array.from({ length: Math.min(count, mostMonths) }, (_, index) => index + 1);
}

/** Completed months from the window's first day to the day after the last of the files. */
function monthsBetween(start: PlainDate, end: PlainDate): number {
	const [from, to] = [start, addDays(plainDate(end), 1)].map(
		(day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)),
	);
	return (to ?? 0) - (from ?? 0);
}

type Asked = {
	readonly window: Window;
	readonly by: readonly Grouping[];
	readonly files: readonly AfcarsPeriod[];
	readonly filesEnd: PlainDate;
};

const timeColumns = {
	entry: ["exit_kind", "months", "days"],
	exit: ["exit_kind", "stay_months", "stay_days", "follow_kind", "months", "days"],
} as const;

/** Counts children with the same group, ways and times: many, but nobody is told from another. */
function planCurves(
	asked: readonly Cohort[],
	options: CurvesRequest["options"],
	{ window, by, files, filesEnd }: Asked,
): RunPlan {
	const questions = asked.map((cohort) => {
		const columns = [...by.map((grouping) => groupings[grouping]), ...timeColumns[cohort]].join(", ");
		const name = `${cohort}_time`;
		return { name, sql: `select ${columns}, count(*) as children from ${name} group by ${columns}` };
	});
	const request = { window, options: readOptions(options), by, indicators: [], files: { afcars: files, ncands: [] } };
	const plan = planQuestions(request, questions);
	return {
		...plan,
		parameters: [
			...plan.parameters.filter(({ shape }) => shape.name !== "run_reading"),
			parameterTable("run_reading", readingColumns, readingRows(files.map(periodNumber), "all")),
			parameterTable("run_curve", { filesEnd: "date" }, [[filesEnd]]),
		],
	};
}

type Row = {
	readonly group: Group;
	readonly exitKind: ExitKind | "in-care";
	readonly stayMonths: number;
	readonly stayDays: number;
	readonly followKind: string;
	readonly months: number;
	readonly days: number;
	readonly children: number;
};

function rowsOf(answers: Answers, cohort: Cohort, by: readonly Grouping[]): readonly Row[] {
	return (answers[`${cohort}_time`] ?? []).map((row) => ({
		group: Object.fromEntries(by.map((grouping) => [grouping, String(row[groupings[grouping]])])),
		exitKind: String(row.exit_kind) as Row["exitKind"],
		stayMonths: Number(row.stay_months ?? 0),
		stayDays: Number(row.stay_days ?? 0),
		followKind: String(row.follow_kind ?? ""),
		months: Number(row.months),
		days: Number(row.days),
		children: Number(row.children),
	}));
}

type Part = { readonly group: Group; readonly rows: readonly Row[] };

function groupsOf(rows: readonly Row[]): readonly Part[] {
	const groups = new Map<string, Row[]>();
	for (const row of rows) {
		const key = JSON.stringify(row.group);
		const known = groups.get(key);
		if (known) known.push(row);
		else groups.set(key, [row]);
	}
	return [...groups.values()]
		.map((each) => ({ group: each[0]?.group ?? {}, rows: each }))
		.sort((a, b) => compareGroups(a.group, b.group));
}

const childrenOf = (rows: readonly Row[]) => rows.reduce((sum, { children }) => sum + children, 0);

function entryCurve({ group, rows }: Part, months: readonly number[]): EntryCurve {
	const timed = rows.map(({ exitKind, ...each }) => ({ ...each, event: exitKind === "in-care" ? null : exitKind }));
	return {
		group,
		children: childrenOf(rows),
		months: cumulativeIncidence(timed, exitKinds, months).map(entryPoint),
	};
}

function entryPoint({ month, atRisk, shares, without }: CurvePoint<ExitKind>): EntryPoint {
	const percent = (share: number | null) => (share === null ? null : share * 100);
	const each = Object.fromEntries(exitKinds.map((kind) => [kind, percent(shares?.[kind] ?? null)]));
	const permanency = shares ? permanencyKinds.reduce((sum, kind) => sum + shares[kind], 0) : null;
	return {
		...{ month, atRisk, permanency: percent(permanency) },
		...(each as Record<ExitKind, number | null>),
		inCare: percent(without),
	};
}

function exitCurve({ group, rows }: Part, months: readonly number[]): ExitCurve {
	const stayed = rows.map(({ exitKind, stayMonths, stayDays, children }) => ({
		...{ exitKind, months: stayMonths, days: stayDays, children },
	}));
	const followed = rows.filter(({ followKind }) => followKind !== "not-followed");
	return {
		group,
		stays: [
			{ exit: "all", ...stayLengths(stayed) },
			{ exit: "permanency", ...stayLengths(stayed.filter(({ exitKind }) => exitKind !== "other")) },
			...exitKinds.map((exit) => ({ exit, ...stayLengths(stayed.filter(({ exitKind }) => exitKind === exit)) })),
		],
		reentry: (["all", ...followedKinds] as const).map((exit) => {
			const some = followed.filter(({ exitKind }) => exit === "all" || exitKind === exit);
			return { exit, children: childrenOf(some), months: reentryPoints(some, months) };
		}),
	};
}

/** Whoever turns 18 cannot come back any more: that is an end of its own, and no child who is seen no longer. */
function reentryPoints(rows: readonly Row[], months: readonly number[]): ExitCurve["reentry"][number]["months"] {
	const kinds = ["reentry", "turned-18"] as const;
	const timed = rows.map((row) => ({ ...row, event: kinds.find((kind) => kind === row.followKind) ?? null }));
	return cumulativeIncidence(timed, kinds, months).map(({ month, atRisk, shares }) => ({
		...{ month, atRisk, reentered: shares ? shares.reentry * 100 : null },
	}));
}
