import type { FederalResult } from "../../domain/measure/federal-result.ts";
import { type CompareAtDisplayPrecision, judgeFederalResult } from "../../domain/measure/federal-status.ts";
import { federalStatusWords } from "../../domain/measure/federal-status-words.ts";
import { formatValue } from "../../domain/measure/format-value.ts";
import type { NationalPerformance } from "../../domain/measure/national-performance.ts";
import type { ProfileCells } from "./profile-cells.ts";
import { periodForm, readProfilePeriod } from "./profile-period.ts";
import { readProfileRelease } from "./profile-release.ts";
import { type ProfileNumbers, readProfileNumbers } from "./read-profile-numbers.ts";
import { readPublishedStatus } from "./read-published-status.ts";

/** One result as a file states it, checked, with its status by the rule. */
export type ProfileRow = Omit<FederalResult, "jurisdictionId" | "round" | "fileId" | "fileName" | "sha256"> & {
	/** Row of the file, as spreadsheets count. */
	readonly row: number;
	/** Its numbers stood there as shares and were taken times 100. */
	readonly asShare: boolean;
};

/** Why nothing was calculated, where the file gives no reason of its own (indicators, section 2.2). */
const dqReason = "The profile says DQ: a limit of data quality was exceeded.";

/** Reads a row of a known indicator. Undefined when it cannot stand; the reasons have been reported. */
export function readProfileRow(
	cells: ProfileCells,
	national: NationalPerformance,
	options: { readonly release: string | null; readonly compareAtDisplayPrecision: CompareAtDisplayPrecision },
): ProfileRow | undefined {
	const indicator = national.code;
	const period = readProfilePeriod(cells.text("period"), indicator);
	if (!period) cells.report("profile-period-not-understood", "period", { indicator, form: periodForm(indicator) });
	const release = cells.text("release") === "" ? options.release : readProfileRelease(cells.text("release"));
	if (!release) cells.report("profile-release-not-understood", "release");
	const published = readPublishedStatus(cells.text("status"));
	if (published === undefined) cells.report("profile-status-not-understood", "status");
	const numbers = readProfileNumbers(cells, national);
	if (!period || !release || !numbers) return undefined;
	const interval = readInterval(cells, numbers, published === "not-calculated");
	if (interval === undefined) return undefined;
	const status = judgeFederalResult(interval, national, options.compareAtDisplayPrecision);
	if (interval && published && published !== status) {
		cells.report("profile-status-differs", "status", {
			lower: formatValue(interval.lower, national.unit),
			upper: formatValue(interval.upper, national.unit),
			national: formatValue(national.value, national.unit),
			status: federalStatusWords[status].toLowerCase(),
		});
	}
	const { notCalculated: _said, asShare, ...values } = numbers;
	return {
		row: cells.row,
		asShare,
		indicator,
		period: period.label,
		periodStart: period.start,
		periodEnd: period.end,
		profile: release,
		...values,
		status,
		publishedStatus: published ?? null,
		reason: interval ? "" : cells.text("reason").slice(0, 300) || dqReason,
	};
}

/** The interval, null where nothing was calculated, undefined where the row contradicts itself and that was reported. */
function readInterval(
	cells: ProfileCells,
	{ riskStandardized, lower, upper, notCalculated }: ProfileNumbers,
	saidByStatus: boolean,
): { readonly lower: number; readonly upper: number } | null | undefined {
	const given = [riskStandardized, lower, upper].filter((value) => value !== null).length;
	const isDq = notCalculated || saidByStatus;
	if (given === 0) {
		if (isDq) return null;
		cells.report("profile-rsp-missing", "riskStandardized");
		return undefined;
	}
	if (isDq) {
		cells.report("profile-not-calculated-with-numbers", "riskStandardized");
		return undefined;
	}
	if (riskStandardized === null || lower === null || upper === null) {
		const missing = riskStandardized === null ? "riskStandardized" : lower === null ? "lower" : "upper";
		cells.report("profile-interval-incomplete", missing);
		return undefined;
	}
	if (lower <= riskStandardized && riskStandardized <= upper) return { lower, upper };
	const [rsp, low, high] = [riskStandardized, lower, upper].map(String);
	cells.report("profile-interval-order", "riskStandardized", { rsp: rsp ?? "", lower: low ?? "", upper: high ?? "" });
	return undefined;
}
