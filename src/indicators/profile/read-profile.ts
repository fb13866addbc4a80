import type { FederalIndicator } from "../../domain/measure/federal-result.ts";
import type { CompareAtDisplayPrecision } from "../../domain/measure/federal-status.ts";
import type { NationalPerformance, NationalPerformanceSet } from "../../domain/measure/national-performance.ts";
import { findStateFips } from "../extracts/state-fips.ts";
import { decodeCsv } from "../figures/decode-csv.ts";
import { spellHeading } from "../figures/figure-columns.ts";
import { wholeFile } from "../figures/place.ts";
import type { SheetRow } from "../figures/sheet-row.ts";
import { makeProfileCells, type ProfileCells } from "./profile-cells.ts";
import { findProfileHeadings } from "./profile-headings.ts";
import { makeProfileProblemList, type ProfileProblem, type ProfileProblemList } from "./profile-problem.ts";
import { type ProfileRow, readProfileRow } from "./read-profile-row.ts";

/** A file as it was handed in; `sheetRows` are those of a workbook that has been opened already. */
export interface ProfileFile {
	readonly bytes: Uint8Array;
	readonly sheetRows?: readonly SheetRow[];
}

/** What a load of a state data profile knows besides the file. */
export interface ProfileOptions {
	/** The State whose results are taken: its FIPS code and its name. */
	readonly state: { readonly code: string; readonly name: string };
	readonly national: NationalPerformanceSet;
	/** "2025-08", for rows that do not name their release. */
	readonly release: string | null;
	readonly compareAtDisplayPrecision: CompareAtDisplayPrecision;
}

/** All results of the file, or none and at least one problem that says why. */
export type ProfileReading =
	| { readonly taken: true; readonly results: readonly ProfileRow[]; readonly problems: readonly ProfileProblem[] }
	| { readonly taken: false; readonly problems: readonly ProfileProblem[] };

const mostRows = 5000;

/**
 * Reads the federal results of one State from a state data profile: text in any usual encoding and separator, or the rows of a
 * workbook. Never throws for anything that a file may hold: what cannot be taken comes back as problems with place, value, rule and
 * remedy. Rows of other areas, and of the entry rate, are left out and said so.
 */
export function readProfile(file: ProfileFile, options: ProfileOptions): ProfileReading {
	const list = makeProfileProblemList();
	const rows = file.sheetRows ?? decode(file.bytes, list);
	const results = list.blocked() ? [] : collect(rows, options, list);
	if (!list.blocked() && results.length === 0) {
		list.report("profile-no-results", wholeFile, null, { state: options.state.name });
	}
	if (list.blocked()) return { taken: false, problems: list.problems() };
	tellShares(results, list);
	return { taken: true, results, problems: list.problems() };
}

function decode(bytes: Uint8Array, list: ProfileProblemList): readonly SheetRow[] {
	const { rows, problems } = decodeCsv(bytes);
	for (const problem of problems) list.add(problem);
	return rows;
}

function collect(rows: readonly SheetRow[], options: ProfileOptions, list: ProfileProblemList): readonly ProfileRow[] {
	if (rows.length > mostRows) {
		const limit = mostRows.toLocaleString("en-US");
		list.report("profile-too-many-rows", wholeFile, rows.length.toLocaleString("en-US"), { limit });
		return [];
	}
	const headings = findProfileHeadings(rows, options.release !== null, list);
	if (!headings) return [];
	const taken = new Map<string, ProfileRow>();
	const left = new Map<string, number>();
	let context = 0;
	for (const row of rows.slice(headings.at + 1)) {
		const cells = makeProfileCells(row, headings, list);
		if (!isResultRow(cells)) continue;
		const area = cells.text("area");
		if (headings.columns.has("area") && !isState(area, options.state)) left.set(area, (left.get(area) ?? 0) + 1);
		else if (isEntryRate(cells.text("indicator"))) context += 1;
		else takeRow(cells, options, taken);
	}
	for (const [area, count] of left) {
		list.report("profile-other-area", wholeFile, area, { count: String(count), state: options.state.name });
	}
	if (context > 0) list.report("profile-context-row", wholeFile, null, { count: String(context) });
	return [...taken.values()];
}

/** Empty rows, and notes with one filled cell, are passed over. */
function isResultRow(cells: ProfileCells): boolean {
	return cells.text("indicator") !== "" && (cells.text("period") !== "" || cells.text("riskStandardized") !== "");
}

function isState(area: string, { code, name }: ProfileOptions["state"]): boolean {
	const spelled = spellHeading(area);
	if (spelled === "") return false;
	const names = [name, name.replace(/^(the )?(state|commonwealth) of /i, ""), code].map(spellHeading);
	return names.includes(spelled) || findStateFips(area) === code;
}

function isEntryRate(indicator: string): boolean {
	return /^(entry|entryrate|fostercareentryrate)/.test(spellHeading(indicator));
}

function findIndicator(text: string, { indicators }: NationalPerformanceSet): NationalPerformance | undefined {
	const code = /^(?:4-)?([SP]\d)(?![a-z0-9])/i.exec(text)?.[1]?.toUpperCase();
	const spelled = spellHeading(text);
	return indicators.find(
		(each) => each.code === code || [each.label, ...each.aliases].some((name) => spellHeading(name) === spelled),
	);
}

function takeRow(cells: ProfileCells, options: ProfileOptions, taken: Map<string, ProfileRow>): void {
	const national = findIndicator(cells.text("indicator"), options.national);
	if (!national) {
		cells.report("profile-indicator-unknown", "indicator");
		return;
	}
	const result = readProfileRow(cells, national, options);
	if (!result) return;
	const key = keyOf(result);
	const before = taken.get(key);
	if (!before) taken.set(key, result);
	else {
		const id = sameNumbers(before, result) ? "profile-same-row-twice" : "profile-same-row-different";
		const { indicator, period } = result;
		cells.report(id, "indicator", { indicator, period, other: String(before.row) });
	}
}

function keyOf(result: {
	readonly indicator: FederalIndicator;
	readonly period: string;
	readonly profile: string;
}): string {
	return `${result.indicator}|${result.period}|${result.profile}`;
}

function sameNumbers(one: ProfileRow, other: ProfileRow): boolean {
	return JSON.stringify({ ...one, row: 0 }) === JSON.stringify({ ...other, row: 0 });
}

/** Says which rows were read as shares. */
function tellShares(results: readonly ProfileRow[], list: ProfileProblemList): void {
	const rows = results.filter(({ asShare }) => asShare).map(({ row }) => row);
	const [first] = rows;
	if (first === undefined) return;
	const words = rows.length > 12 ? `rows ${first} to ${rows.at(-1)}` : `rows ${rows.join(", ")}`;
	const details = { count: String(rows.length), rows: rows.length === 1 ? `row ${first}` : words };
	list.report("profile-read-as-share", { ...wholeFile, row: first }, null, details);
}
