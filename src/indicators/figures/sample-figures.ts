import { addDays, addMonths, type PlainDate, plainDate } from "../../domain/calendar/plain-date.ts";
import type { PopulationGroup } from "../../domain/measure/measure-facts.ts";
import type { FigureRow, KnownCounty } from "./figure-row.ts";

/** Two counties of a state that does not exist: 99 is no state's number. */
export const sampleCounties: readonly KnownCounty[] = [
	{ code: "99001", name: "Alder", id: "00000000-0000-4000-8000-000000099001" },
	{ code: "99003", name: "Birch", id: "00000000-0000-4000-8000-000000099003" },
];

interface Line {
	readonly county: number;
	readonly indicator: string;
	readonly vintage: string;
	readonly group: PopulationGroup;
	readonly months: 3 | 12;
	/** Counts by year, oldest first; the last is the newest period. */
	readonly counts: readonly (readonly [numerator: number, denominator: number])[];
}

const lines: readonly Line[] = [
	{
		county: 0,
		indicator: "4-P1",
		vintage: "cfsr4",
		group: "all",
		months: 12,
		counts: [
			[168, 502],
			[171, 488],
			[180, 479],
		],
	},
	{
		county: 0,
		indicator: "4-P1",
		vintage: "cfsr4",
		group: "probation",
		months: 12,
		counts: [
			[14, 61],
			[12, 55],
			[13, 52],
		],
	},
	{
		county: 0,
		indicator: "4-S1",
		vintage: "cfsr4",
		group: "all",
		months: 12,
		counts: [
			[31, 354_120],
			[27, 341_882],
			[29, 333_905],
		],
	},
	{
		county: 0,
		indicator: "4-P5",
		vintage: "cfsr4",
		group: "all",
		months: 12,
		counts: [
			[402, 91_340],
			[377, 88_215],
			[361, 85_022],
		],
	},
	{
		county: 0,
		indicator: "2B",
		vintage: "state-current",
		group: "child-welfare",
		months: 3,
		counts: [
			[911, 968],
			[904, 951],
			[887, 940],
		],
	},
	{
		county: 1,
		indicator: "4-P1",
		vintage: "cfsr4",
		group: "all",
		months: 12,
		counts: [
			[22, 64],
			[25, 59],
			[19, 57],
		],
	},
	{
		county: 1,
		indicator: "4-P4",
		vintage: "cfsr4",
		group: "all",
		months: 12,
		counts: [
			[3, 41],
			[0, 38],
			[2, 44],
		],
	},
];

const newestEnd = plainDate("2026-06-30");
const extract = plainDate("2026-07-01");

function sampleRow(
	line: Line,
	place: number,
	[numerator, denominator]: readonly [number, number],
): Omit<FigureRow, "row"> {
	const periodEnd: PlainDate = addMonths(newestEnd, -12 * (line.counts.length - 1 - place));
	const scale = { "4-S1": 100_000, "4-P5": 1_000 }[line.indicator] ?? 100;
	return {
		jurisdictionId: sampleCounties[line.county]?.id ?? "",
		indicator: line.indicator,
		vintage: line.vintage,
		populationGroup: line.group,
		periodStart: addMonths(addDays(periodEnd, 1), -line.months),
		periodEnd,
		numerator,
		denominator,
		value: (numerator * scale) / denominator,
		source: "Practice figures (fictional)",
		dataAsOf: extract,
	};
}

/** A small fictional set of figures, for the sample file, for tests and for trying a load out. Always the same. */
export function sampleFigures(): readonly FigureRow[] {
	return lines
		.flatMap((line) => line.counts.map((counts, place) => sampleRow(line, place, counts)))
		.map((figure, index) => ({ row: index + 2, ...figure }));
}
