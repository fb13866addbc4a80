import { z } from "zod";
import type { Fact } from "../../domain/workflow/fact-kinds.ts";
import { countedIds, indicatorIds } from "../../indicators/engine/indicator.ts";
import type { QualityResult } from "../../indicators/engine/quality-checks.ts";
import { schemaOf } from "./agreement.ts";
import { factOutputs } from "./fact-outputs.ts";

export const IndicatorIdInput = z.enum(indicatorIds);
/** The seven, the foster care entry rate, and the monthly caseworker visits with those where the child lives. */
export const CountedIdInput = z.enum(countedIds);
export const WindowInput = z.string().regex(/^\d\d[AB]\d\d[AB]$/, "Write the window as 23A23B.");

export const AsPublic = z
	.enum(["1", "0"])
	.optional()
	.describe("1: as the public may see it, for people who may see everything.");

/**
 * One number of an indicator. `isMasked`: numerator, denominator and observed are null because the number is small, or would
 * give a small one away, and the person may not see it (extracts.read).
 */
const CountOutput = z
	.object({
		numerator: z.number().nullable(),
		denominator: z.number().nullable(),
		observed: z
			.number()
			.nullable()
			.describe(
				"S1 per 100,000 days, P5 per 1,000 days, ENTRY per 1,000 children, the others percent; null when the denominator is 0.",
			),
		isMasked: z.boolean(),
	})
	.meta({ id: "IndicatorCount" });
export type IndicatorCount = z.infer<typeof CountOutput>;

/** A file that a run read. */
export const RunFileOutput = z
	.object({
		loadId: z.uuid(),
		system: z.enum(["AFCARS", "NCANDS"]),
		period: z.string().describe('"23A", or "2023".'),
		fileName: z.string(),
		sha256: z.string(),
	})
	.meta({ id: "IndicatorRunFile" });
export type RunFile = z.infer<typeof RunFileOutput>;

/** One counting of one window: what it read, by which definitions, when. */
export const RunSummaryOutput = z
	.object({
		runId: z.uuid(),
		window: z.string(),
		windowStart: z.iso.date(),
		windowEnd: z.iso.date(),
		countedAt: z.string(),
		/** The day on which the newest of its files was taken. */
		dataAsOf: z.iso.date(),
		isCurrent: z.boolean(),
		definitionVersion: z
			.string()
			.describe('Of all steps: version and first digits of their checksum, as "v1-3fa2c90b".'),
		options: z.record(z.string(), z.string()),
		files: z.array(RunFileOutput),
		population: z
			.object({
				year: z.int(),
				wantedYear: z.int(),
				source: z.string(),
				dataAsOf: z.iso.date(),
				files: z.array(z.object({ fileName: z.string(), sha256: z.string() })),
			})
			.nullable()
			.describe("The child population of the entry rate: that of 1 July of `year`; null where none was loaded."),
		goneFiles: z
			.array(z.string())
			.describe(
				"Where the newest files do not allow this window any more: the files that were read and are gone. The figures are those of `countedAt`.",
			),
	})
	.meta({ id: "IndicatorRun" });
export type RunSummary = z.infer<typeof RunSummaryOutput>;

/** One indicator in one window: its number, or why there is none. */
export const PlaceResultOutput = z
	.discriminatedUnion("status", [
		CountOutput.extend({
			indicator: CountedIdInput,
			status: z.literal("counted"),
			exceededChecks: z.array(z.string()).describe('Data-quality checks over their limit: "dropped-records 23A".'),
		}),
		z.object({ indicator: CountedIdInput, status: z.literal("needs-files"), missing: z.array(z.string()) }),
		z.object({ indicator: CountedIdInput, status: z.literal("not-applicable") }),
	])
	.meta({ id: "IndicatorPlaceResult" });
export type PlaceResult = z.infer<typeof PlaceResultOutput>;

const QualityOutput = schemaOf<QualityResult>()(
	z
		.object({
			check: z.string(),
			system: z.enum(["AFCARS", "NCANDS"]),
			period: z.string(),
			failed: z.number(),
			of: z.number(),
			percent: z.number().nullable(),
			limit: z.number(),
			exceeded: z.boolean(),
		})
		.meta({ id: "QualityResult" }),
);

const WindowResultsOutput = z
	.object({
		run: RunSummaryOutput,
		results: z.array(PlaceResultOutput).describe("S1, S2, P1 to P5, ENTRY, VISITS and RESIDENCE, in this order."),
		quality: z
			.array(QualityOutput)
			.nullable()
			.describe("Of the whole files: null for a person who may not see figures of all that the files hold."),
	})
	.meta({ id: "IndicatorWindowResults" });
export type WindowResults = z.infer<typeof WindowResultsOutput>;

/** What `list-indicator-results` answers. */
export type IndicatorResultList = {
	readonly jurisdiction: Fact<"jurisdiction">;
	/** Whose files were counted: the place itself, or one above it; null when nothing has been counted. */
	readonly countedFor: Fact<"jurisdiction"> | null;
	/** Newest window first. */
	readonly windows: readonly WindowResults[];
	readonly mayReadCases: boolean;
	/** False for a person who sees numbers as the public does. */
	readonly seesUnmasked: boolean;
	/** May compare the counties of what was counted. */
	readonly mayCompare: boolean;
};
export const IndicatorResultListOutput = z
	.object({
		jurisdiction: factOutputs.jurisdiction,
		countedFor: factOutputs.jurisdiction.nullable(),
		windows: z.array(WindowResultsOutput),
		mayReadCases: z.boolean(),
		seesUnmasked: z.boolean(),
		mayCompare: z.boolean(),
	})
	.meta({ id: "IndicatorResultList" });

/** What a table can have in its rows, one or two of them. A region is the place between State and county. */
export const tableGroupings = ["county", "region", "ageGroup", "raceEthnicity", "sex"] as const;
export type TableGrouping = (typeof tableGroupings)[number];

const LabelsOutput = z.partialRecord(z.enum(tableGroupings), z.string());

const TableRowOutput = CountOutput.extend({
	group: LabelsOutput.describe("Codes: five digits for a county, the code of a region."),
	labels: LabelsOutput.describe("As people say it: names of counties and regions."),
}).meta({ id: "IndicatorTableRow" });
export type TableRow = z.infer<typeof TableRowOutput>;

/** What `get-indicator-table` answers. */
export type IndicatorTable = {
	readonly jurisdiction: Fact<"jurisdiction">;
	readonly indicator: (typeof countedIds)[number];
	readonly run: RunSummary;
	readonly by: readonly TableGrouping[];
	/** As in `list-indicator-results`. */
	readonly total: PlaceResult;
	readonly rows: readonly TableRow[];
	readonly mayReadCases: boolean;
	/** False for a person who sees numbers as the public does. */
	readonly seesUnmasked: boolean;
};
export const IndicatorTableOutput = z
	.object({
		jurisdiction: factOutputs.jurisdiction,
		indicator: CountedIdInput,
		run: RunSummaryOutput,
		by: z.array(z.enum(tableGroupings)),
		total: PlaceResultOutput,
		rows: z.array(TableRowOutput),
		mayReadCases: z.boolean(),
		seesUnmasked: z.boolean(),
	})
	.meta({ id: "IndicatorTable" });

/** How a record stands to a number: in both, in the denominator only, or in neither. */
export const RecordOutcome = z.enum(["numerator", "denominator", "left-out"]);
export type RecordOutcome = z.infer<typeof RecordOutcome>;

const date = z.iso.date().nullable();

/** One record behind a number: a stay in care or a report, what it adds, and why it counts or not. Case-level data. */
const ListedRecordOutput = z
	.object({
		subject: z.enum(["stay", "report"]),
		child: z.string().describe("State and record number; for S2 state and child ID."),
		file: z.string(),
		record: z.int().describe("Which record of the file: 1 is the first."),
		group: z.object({ county: z.string(), ageGroup: z.string(), raceEthnicity: z.string(), sex: z.string() }),
		removal: date,
		exit: date,
		exitReason: z.string().nullable(),
		nextRemoval: date,
		reportDate: date,
		incidentDate: date,
		outcome: RecordOutcome,
		numerator: z.number(),
		denominator: z.number(),
		leftOut: z.string().nullable().describe('"stay-under-8-days"; null for a record that counted.'),
		rule: z.string().describe('"P1-3".'),
		words: z.string().describe('"left out: stayed 6 days; stays under 8 days do not count; rule P1-3".'),
		source: z.string().describe("Where the rule stands."),
	})
	.meta({ id: "ListedRecord" });
export type ListedRecord = z.infer<typeof ListedRecordOutput>;

/** What the list of the records behind a number answers. */
export const IndicatorRecordListOutput = z
	.object({
		lookId: z.uuid().describe("The row of the log of looks that this look made."),
		run: RunSummaryOutput,
		indicator: IndicatorIdInput,
		total: z.int(),
		from: z.int().describe("0 is the first."),
		records: z.array(ListedRecordOutput),
	})
	.meta({ id: "IndicatorRecordList" });
export type IndicatorRecordList = z.infer<typeof IndicatorRecordListOutput>;
