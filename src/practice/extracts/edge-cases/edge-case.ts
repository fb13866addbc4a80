import type { AfcarsPeriod, ExitReason } from "../../../indicators/extracts/canonical-rows.ts";
import { dayOf } from "../days.ts";
import type {
	FileOverride,
	MaltreatmentReport,
	Removal,
	Setting,
	SettingKind,
	SyntheticChild,
} from "../synthetic-child.ts";

export type EdgeIndicator = "S1" | "S2" | "P1" | "P2" | "P3" | "P4" | "P5";

/** What the case's county adds to an indicator in a window; `excluded` is that the indicator has no row for the county. */
export type EdgeExpectation = {
	readonly window: string;
	readonly indicator: EdgeIndicator;
	/** Options as the command line names them, where they are not the defaults. */
	readonly options?: Readonly<Record<string, string>>;
} & ({ readonly denominator: number; readonly numerator: number } | { readonly excluded: true });

/** A quality row that the case's own files must give. */
export type EdgeQuality = {
	readonly check: string;
	readonly period: AfcarsPeriod;
	readonly failed: number;
	readonly of: number;
	readonly exceeded: boolean;
};

/** What the canonical row of the case's child says in the file of a period. */
export type EdgeReading = {
	readonly period: AfcarsPeriod;
	readonly inCare: boolean;
	readonly reason: ExitReason | null;
};

/** One case of the table of edge cases, with a county of its own. */
export type EdgeCase = {
	/** Number in the table, with a letter for a second child with the same point: "29", "29b". */
	readonly id: string;
	readonly number: number;
	readonly facts: string;
	readonly county: string;
	readonly children: readonly SyntheticChild[];
	readonly expectations: readonly EdgeExpectation[];
	readonly quality: readonly EdgeQuality[];
	readonly readings: readonly EdgeReading[];
	/** The case is about a whole file: its children must have files of their own. */
	readonly alone: boolean;
};

export type EdgeFacts = {
	readonly birth?: string | null;
	readonly removals?: readonly Removal[];
	readonly reports?: readonly ReportFacts[];
	readonly overrides?: Readonly<Record<AfcarsPeriod, FileOverride>>;
	readonly expect: readonly EdgeExpectation[];
	readonly readings?: readonly EdgeReading[];
};

const variants = ["", "b", "c", "d"];

/** The county of a case: 991 and its number; 992, 993, 994 for the letters b, c, d. No county of the practice state. */
export function countyOfCase(id: string): string {
	const variant = variants.indexOf(id.replace(/^\d+/, ""));
	if (variant < 0) throw new RangeError(`"${id}" is not the id of an edge case. Expected a number, and b, c or d.`);
	return `99${variant + 1}${String(Number.parseInt(id, 10)).padStart(2, "0")}`;
}

/** A case of one child: a White boy born on June 15, 2012, unless the facts say otherwise. */
export function edgeCase(id: string, facts: string, given: EdgeFacts): EdgeCase {
	const children = [edgeChild(id, given)];
	return {
		...{ id, number: Number.parseInt(id, 10), facts, county: countyOfCase(id), children },
		...{ expectations: given.expect, quality: [], readings: given.readings ?? [], alone: false },
	};
}

export function edgeChild(id: string, given: Omit<EdgeFacts, "expect">, among = ""): SyntheticChild {
	const [digits = "", letter = ""] = id.split(/(?<=\d)(?=[a-z])/);
	const recordNumber = `EDGE${digits.padStart(3, "0")}${letter.toUpperCase()}${among}`;
	return {
		recordNumber,
		county: countyOfCase(id),
		birth: given.birth === null ? null : dayOf(given.birth ?? "2012-06-15"),
		sex: "male",
		races: { americanIndian: false, asian: false, black: false, pacificIslander: false, white: true, unable: false },
		hispanic: "no",
		removals: given.removals ?? [],
		reports: (given.reports ?? []).map((facts, place) => toReport(`R${recordNumber.slice(4)}${place + 1}`, facts)),
		...(given.overrides ? { overrides: given.overrides } : {}),
	};
}

type SettingFacts = readonly [start: string, kind: SettingKind, place?: number];

/** A stay in one foster home, or in the settings given; reunified when it ends and nothing else is said. */
export function stay(
	from: string,
	to: string | null = null,
	reason: ExitReason | null = "REUNIFICATION",
	settings: readonly SettingFacts[] = [[from, "foster-home", 1]],
): Removal {
	return {
		removal: dayOf(from),
		exit: to === null ? null : dayOf(to),
		reason: to === null ? null : reason,
		settings: settings.map(([start, kind, place]): Setting => ({ start: dayOf(start), kind, place: place ?? 0 })),
		visits: [],
	};
}

type ReportFacts = Partial<Omit<MaltreatmentReport, "date" | "disposition" | "incident">> & {
	readonly date: string;
	readonly disposition?: string;
	readonly incident?: string;
};

/** A report of neglect that was substantiated, decided ten days later, without an incident date, unless told otherwise. */
export function report(date: string, more: Omit<ReportFacts, "date"> = {}): ReportFacts {
	return { date, ...more };
}

function toReport(number: string, { date, disposition, incident, ...more }: ReportFacts): MaltreatmentReport {
	return {
		...{ report: number, levels: [1], death: false, perpetrator: 4, ...more },
		date: dayOf(date),
		disposition: disposition === undefined ? dayOf(date) + 10 : dayOf(disposition),
		incident: incident === undefined ? null : dayOf(incident),
	};
}

/** The window of the table unless a case says otherwise: October 1, 2022 to September 30, 2023. */
const usualWindow = "23A23B";

export function counts(
	indicator: EdgeIndicator,
	denominator: number,
	numerator: number,
	window = usualWindow,
	options?: Readonly<Record<string, string>>,
): EdgeExpectation {
	return { window, indicator, denominator, numerator, ...(options ? { options } : {}) };
}

export function excluded(
	indicator: EdgeIndicator,
	window = usualWindow,
	options?: Readonly<Record<string, string>>,
): EdgeExpectation {
	return { window, indicator, excluded: true, ...(options ? { options } : {}) };
}
