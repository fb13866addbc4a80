import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import type { IndicatorName } from "./indicator-words.ts";

// What the pages of indicators show, as the operations hand it over.

export type CountProps = {
	readonly numerator: number | null;
	readonly denominator: number | null;
	readonly observed: number | null;
	readonly isMasked: boolean;
};

export type RunProps = {
	readonly window: string;
	readonly windowStart: string;
	readonly windowEnd: string;
	readonly dataAsOf: string;
	readonly definitionVersion: string;
	readonly options: Readonly<Record<string, string>>;
	readonly files: readonly {
		readonly loadId: string;
		readonly system: string;
		readonly period: string;
		readonly fileName: string;
		readonly sha256: string;
	}[];
};

export type ResultProps =
	| (CountProps & {
			readonly indicator: IndicatorName;
			readonly status: "counted";
			readonly exceededChecks: readonly string[];
	  })
	| { readonly indicator: IndicatorName; readonly status: "needs-files"; readonly missing: readonly string[] }
	| { readonly indicator: IndicatorName; readonly status: "not-applicable" };

/** One data-quality check of one file, with its limit in percent. */
export type QualityProps = {
	readonly check: string;
	readonly system: string;
	readonly period: string;
	readonly failed: number;
	readonly of: number;
	readonly percent: number | null;
	readonly limit: number;
	readonly exceeded: boolean;
};

export type WindowProps = {
	readonly run: RunProps;
	readonly results: readonly ResultProps[];
	/** Null for whoever may not see the whole files. */
	readonly quality: readonly QualityProps[] | null;
};

export type ResultListProps = {
	readonly jurisdiction: Fact<"jurisdiction">;
	/** Newest first. */
	readonly windows: readonly WindowProps[];
	readonly seesUnmasked: boolean;
};

export type Grouping = "county" | "region" | "ageGroup" | "raceEthnicity" | "sex";
type Labels = { readonly [Name in Grouping]?: string | undefined };

export type TableProps = {
	readonly jurisdiction: Fact<"jurisdiction">;
	readonly indicator: IndicatorName;
	readonly run: RunProps;
	readonly by: readonly Grouping[];
	readonly total: ResultProps;
	readonly rows: readonly (CountProps & { readonly group: Labels; readonly labels: Labels })[];
	readonly seesUnmasked: boolean;
};
