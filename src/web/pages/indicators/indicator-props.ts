import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { Direction, Unit } from "../../../domain/measure/measure-facts.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";

/** A statewide data indicator, as pages speak of it. */
export type IndicatorNameProps = {
	/** "P1" */
	readonly id: string;
	/** "P1 Permanency in 12 months, entering care"; what is no federal indicator has no letters: "Foster care entry rate". */
	readonly title: string;
	/** "P1"; "Foster care entry rate" */
	readonly shortTitle: string;
	readonly label: string;
	readonly unit: Unit;
	/** Do data-quality checks with limits belong to it? Not to what is counted beside the seven. */
	readonly hasChecks: boolean;
	/** Which way is better; null where it is not known. */
	readonly direction: Direction | null;
};

/** A number of an indicator. What is masked is null, with `isMasked`; the observed value of nobody is null without it. */
export type IndicatorCountProps = {
	readonly numerator: number | null;
	readonly denominator: number | null;
	readonly observed: number | null;
	readonly isMasked: boolean;
};

/** What became of an indicator in a window. */
export type IndicatorResultProps =
	| (IndicatorCountProps & { readonly status: "counted"; readonly exceededChecks: readonly string[] })
	| { readonly status: "needs-files"; readonly missing: readonly string[] }
	| { readonly status: "not-applicable" };

/** One counting of a window: from what, by which rules. */
export type IndicatorRunProps = {
	readonly window: string;
	readonly windowStart: PlainDate;
	readonly windowEnd: PlainDate;
	readonly countedOn: PlainDate;
	readonly dataAsOf: PlainDate;
	readonly definitionVersion: string;
	readonly options: Readonly<Record<string, string>>;
	readonly files: readonly {
		readonly system: string;
		readonly period: string;
		readonly fileName: string;
		readonly sha256: string;
	}[];
	/** The child population of the entry rate: of 1 July of `year`, where that of `wantedYear` is not there. */
	readonly population: {
		readonly year: number;
		readonly wantedYear: number;
		readonly source: string;
		readonly dataAsOf: string;
		readonly files: readonly { readonly fileName: string; readonly sha256: string }[];
	} | null;
	/** Where the newest files do not allow this window any more: those that were read and are gone, as "23A" and "FY23". */
	readonly goneFiles: readonly string[];
};

/** An indicator in one window. */
export type IndicatorWindowProps = { readonly run: IndicatorRunProps; readonly result: IndicatorResultProps };

/** A data-quality check of a file, with the way its limit is read. */
export type QualityCheckProps = {
	readonly check: string;
	readonly period: string;
	readonly failed: number;
	readonly of: number;
	readonly percent: number | null;
	readonly limit: number;
	/** When the limit is exceeded: more than it, less than it, or exactly it. */
	readonly exceeds: ">" | "<" | "=";
	readonly exceeded: boolean;
};

/** How numbers are shown, and whether the person can choose. */
export type IndicatorSightProps = { readonly isUnmasked: boolean; readonly mayReadUnmasked: boolean };

export type PlaceProps = Fact<"jurisdiction">;

/** The names of what a table can be cut by, as addresses and pages have them. */
export const groupingLabels = {
	county: "County",
	region: "Region",
	ageGroup: "Age group",
	raceEthnicity: "Race and ethnicity",
	sex: "Sex",
} as const;
export type GroupingName = keyof typeof groupingLabels;

/** One group of children. */
export type GroupRowProps = IndicatorCountProps & {
	/** Codes, for addresses. */
	readonly group: Readonly<Partial<Record<GroupingName, string>>>;
	/** As people say it. */
	readonly labels: Readonly<Partial<Record<GroupingName, string>>>;
};
