import type { EntryCurve, ExitCurve } from "../indicators/curves/curve-results.ts";
import type { CountedId, IndicatorId } from "../indicators/engine/indicator.ts";
import type { QualityResult } from "../indicators/engine/quality-checks.ts";
import type { RiskCell } from "../indicators/engine/risk-cells.ts";
import type { RunFile } from "./outputs/indicator-outputs.ts";

export type { QualityResult } from "../indicators/engine/quality-checks.ts";
export type { RiskCell } from "../indicators/engine/risk-cells.ts";

// What is kept of the counting of indicators, and how it is asked for.

/** What became of one indicator in a run. */
export type RunStatus =
	| { readonly indicator: CountedId; readonly status: "counted"; readonly exceededChecks: readonly string[] }
	| { readonly indicator: CountedId; readonly status: "needs-files"; readonly missing: readonly string[] }
	| { readonly indicator: CountedId; readonly status: "not-applicable" };

/** The child population that the entry rate of a run is held against. */
export type RunPopulation = {
	/** That of the 1 July of this year: the newest one given where that of the window itself is not there. */
	readonly year: number;
	readonly wantedYear: number;
	readonly source: string;
	readonly dataAsOf: string;
	readonly files: readonly { readonly fileName: string; readonly sha256: string }[];
};

/** One counting of one window from the files of a place. */
export type IndicatorRun = {
	readonly id: string;
	/** The place whose files were counted. */
	readonly jurisdictionId: string;
	/** "23A23B". */
	readonly windowName: string;
	readonly windowStart: string;
	readonly windowEnd: string;
	readonly countedAt: Date;
	readonly dataAsOf: string;
	readonly definitionVersion: string;
	readonly options: Readonly<Record<string, string>>;
	readonly files: readonly RunFile[];
	/** Null where none was loaded. */
	readonly population: RunPopulation | null;
	/** Files that it read and that are no longer there, where the newest files do not allow its window any more: "23A", "FY23". */
	readonly goneFiles: readonly string[];
	readonly statuses: readonly RunStatus[];
	/** Of files, options and definitions: the same key is not counted again. */
	readonly key: string;
	/** False for one that a later run of the same window has replaced. */
	readonly current: boolean;
};

/** The smallest group of a run: all four groupings crossed. Of the entry rate by county alone, as its population is. */
export type IndicatorCell = {
	/** The county's place where there is one; otherwise the place of the run. */
	readonly jurisdictionId: string;
	readonly indicator: CountedId;
	readonly county: string;
	readonly ageGroup: string;
	readonly raceEthnicity: string;
	readonly sex: string;
	readonly numerator: number;
	readonly denominator: number;
};

/** A cell as it was counted: with how many children it is about, where it counts months. They are not kept. */
export type CountedCell = IndicatorCell & { readonly people?: number };

/** A cell of a comparison of counties, with its place as in `IndicatorCell`. */
export type PlacedRiskCell = RiskCell & { readonly jurisdictionId: string };

/** A cohort of a run followed by month. */
export type KeptCurve = {
	readonly jurisdictionId: string;
	readonly cohort: "entry" | "exit";
	/** "" for all children. */
	readonly groupingName: string;
	readonly label: string;
	readonly filesEnd: string;
	readonly curve: EntryCurve | ExitCurve;
};
export type CurveName = Pick<KeptCurve, "cohort" | "groupingName" | "label">;

/** Children of a cohort in one band of time: of all ("" and ""), or of one group. */
export type CohortBandRow = {
	readonly jurisdictionId: string;
	readonly cohort: "entry" | "exit";
	readonly groupingName: string;
	readonly label: string;
	readonly band: string;
	readonly children: number;
	/** May it be shown masked? */
	readonly isShown: boolean;
};

/** What the public may see of one number of a run. A number without one is not shown. */
export type IndicatorMask = {
	readonly indicator: CountedId;
	readonly groupKey: string;
	readonly showsNumerator: boolean;
	readonly showsDenominator: boolean;
};

/** Which cells: of a run, of an indicator, of places. */
export type CellFilter = {
	readonly runIds: readonly string[];
	readonly indicator?: CountedId;
	/** Only cells of these places; all that the person may see if left out. */
	readonly jurisdictionIds?: readonly string[];
};

/** One look at case-level data. */
export type CaseLook = {
	readonly id: string;
	readonly runId: string;
	/** The place whose records were looked at. */
	readonly jurisdictionId: string;
	readonly personId: string;
	readonly personName: string;
	readonly lookedAt: Date;
	readonly indicator: IndicatorId;
	readonly asked: Readonly<Record<string, string | number>>;
};

/** Results of indicators, and the log of looks. Rows that the person may not see are not found. */
export type IndicatorStore = {
	/** Runs from the files of these places, newest window first, of one window the newest first. */
	listRuns(filter: {
		readonly jurisdictionIds: readonly string[];
		readonly currentOnly: boolean;
	}): Promise<readonly IndicatorRun[]>;
	/** Sums over cells: `by` names the columns to keep apart. */
	sumCells(filter: CellFilter, by: readonly CellColumn[]): Promise<readonly CellSum[]>;
	qualityOf(runIds: readonly string[]): Promise<ReadonlyMap<string, readonly QualityResult[]>>;
	/** Keeps a run; the one of the same place and window that was current stops being so. */
	addRun(
		run: IndicatorRun,
		quality: readonly QualityResult[],
		cells: readonly IndicatorCell[],
		masks: readonly IndicatorMask[],
		riskCells: readonly PlacedRiskCell[],
	): Promise<void>;
	/** Says of the current runs of a place which files of theirs are gone; all others of the place have none that is. */
	markGone(jurisdictionId: string, goneByWindow: Readonly<Record<string, readonly string[]>>): Promise<void>;
	/** The masks of a run; of some groups of every indicator, or of all groups of one. */
	listMasks(
		runId: string,
		of: { readonly groupKeys: readonly string[] } | { readonly indicator: CountedId },
	): Promise<readonly IndicatorMask[]>;
	/** The cells of a comparison of counties that the person may see (extracts.read), by county and age. */
	listRiskCells(runId: string, indicator: IndicatorId): Promise<readonly RiskCell[]>;
	addCurves(runId: string, curves: readonly KeptCurve[]): Promise<void>;
	addCohortBands(runId: string, rows: readonly CohortBandRow[]): Promise<void>;
	/** The bands of both cohorts of the places whose figures the person may see. */
	listCohortBands(runId: string): Promise<readonly CohortBandRow[]>;
	/** The curves of a cohort that the person may see (extracts.read), without their points. */
	listCurveNames(runId: string, cohort: KeptCurve["cohort"]): Promise<readonly CurveName[]>;
	findCurve(runId: string, name: CurveName): Promise<KeptCurve | undefined>;
	addLook(look: CaseLook): Promise<void>;
	/** Newest first. */
	listLooks(filter: { readonly jurisdictionId: string; readonly limit: number }): Promise<readonly CaseLook[]>;
};

export type CellColumn = "runId" | "jurisdictionId" | "indicator" | "county" | "ageGroup" | "raceEthnicity" | "sex";
export type CellSum = { readonly [Column in CellColumn]?: string } & {
	readonly numerator: number;
	readonly denominator: number;
};
