import type { Answers } from "../engine/engine.ts";
import { compareGroups, type Group, type Grouping, groupings } from "../engine/groups.ts";

/** The visits of one group of children. Months are child-months, not children. Percents are never rounded. */
export type VisitValue = {
	/** `{}` is the total, which comes first. */
	readonly group: Group;
	/** Children under 18 with a full month in care, each once. */
	readonly children: number;
	/** Months in care on every day. */
	readonly childMonths: number;
	/** Of these, with a visit of a caseworker. */
	readonly visited: number;
	/** Of the visited, with a visit where the child lives. */
	readonly inResidence: number;
	/** visited / childMonths; null when there is no month. */
	readonly visitedPercent: number | null;
	/** inResidence / visited; null when no month was visited. */
	readonly inResidencePercent: number | null;
};

/** A limit of the law, held against the percent before it is rounded. */
export type VisitThreshold = {
	readonly measure: "visited" | "inResidence";
	readonly limit: number;
	readonly percent: number | null;
	/** Null when there is nothing to judge. */
	readonly met: boolean | null;
};

/** What `throughline visits --json` prints when the files are there. */
export type VisitResults = {
	/** Federal fiscal year: 2024 is October 2023 to September 2024. */
	readonly year: number;
	readonly results: readonly VisitValue[];
	readonly thresholds: readonly VisitThreshold[];
	/** How many children a probability sample would need instead (`sampleSize`). */
	readonly sampleSize: number;
};

/** 42 U.S.C. 624(f): 95 percent of the months visited since fiscal year 2015, and 50 percent of the visits in the residence. */
export const visitLimits = { visited: 95, inResidence: 50 } as const;

/** The total and the groups that have a month, in order. */
export function visitValues(by: readonly Grouping[], answers: Answers): readonly VisitValue[] {
	const rows = (answers.visit_count ?? []).map((row) => ({
		group: Object.fromEntries(by.map((grouping) => [grouping, String(row[groupings[grouping]])])),
		children: Number(row.children ?? 0),
		childMonths: Number(row.child_months ?? 0),
		visited: Number(row.visited ?? 0),
		inResidence: Number(row.in_residence ?? 0),
	}));
	const sum = (field: "children" | "childMonths" | "visited" | "inResidence") =>
		rows.reduce((total, row) => total + row[field], 0);
	const total = {
		group: {},
		children: sum("children"),
		childMonths: sum("childMonths"),
		visited: sum("visited"),
		inResidence: sum("inResidence"),
	};
	const groups = by.length === 0 ? [] : rows.filter((row) => row.childMonths > 0);
	return [total, ...groups.sort((a, b) => compareGroups(a.group, b.group))].map((row) => ({
		...row,
		visitedPercent: percentOf(row.visited, row.childMonths),
		inResidencePercent: percentOf(row.inResidence, row.visited),
	}));
}

/** Both limits, held against the total. */
export function visitThresholds(total: VisitValue): readonly VisitThreshold[] {
	return [judge("visited", total.visited, total.childMonths), judge("inResidence", total.inResidence, total.visited)];
}

/** In whole numbers, so that 95 of 100 is 95 percent whatever a computer makes of the fraction. */
function judge(measure: VisitThreshold["measure"], part: number, whole: number): VisitThreshold {
	const limit = visitLimits[measure];
	return { measure, limit, percent: percentOf(part, whole), met: whole === 0 ? null : part * 100 >= limit * whole };
}

function percentOf(part: number, whole: number): number | null {
	return whole === 0 ? null : (part / whole) * 100;
}
