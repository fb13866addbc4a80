import { addDays, addMonths, type PlainDate, partsOf } from "../../domain/calendar/plain-date.ts";
import type { PopulationGroup } from "../../domain/measure/measure-facts.ts";
import { findIndicator } from "../../frameworks/ca-indicators/catalogue.ts";
import { countyFigures, type Level, type Side } from "../data/county-figures.ts";
import { type IndicatorShape, indicatorShapes } from "../data/indicator-shapes.ts";
import type { CountyKey } from "../data/places.ts";
import { createRandom } from "../random.ts";

/** The catalogue's vintage that the practice figures and plans use. */
export const practiceVintage = "ccfsr-2004";

/** Quarters for which there are figures: five years. */
export const quarterCount = 20;

/** One figure as it will stand in a file: counts of a quarter, of which `quarter` is the place in the series, oldest 0. */
export type PracticeFigure = {
	readonly code: string;
	readonly group: PopulationGroup;
	readonly quarter: number;
	readonly periodStart: PlainDate;
	readonly periodEnd: PlainDate;
	readonly numerator: number;
	readonly denominator: number;
};

/** More referrals come in while school is open; the place is the calendar quarter. */
const season = [0.03, 0.05, -0.07, -0.01] as const;

/**
 * All figures of a county: for each indicator and quarter one for all children and, where probation has a part, one for
 * each agency, which add up to it. The same seed gives the same figures. A quarter that counts nobody has no figure.
 * `ends` are the ends of the quarters, oldest first; more than `quarterCount` of them go on into the quarters after.
 */
export function makeSeries(seed: number, county: CountyKey, ends: readonly PlainDate[]): readonly PracticeFigure[] {
	return indicatorShapes.flatMap((shape) => {
		const random = createRandom(seed, `figures/${county}/${shape.code}`);
		const agencies = createRandom(seed, `figures/${county}/${shape.code}/agencies`);
		const shocks = Array.from({ length: ends.length + 3 }, () => [random.shock(), random.shock()] as const);
		return ends.flatMap((periodEnd, quarter) => {
			// A figure of twelve months shares three of its four quarters with the one before, and chance with them.
			const shared = shocks.slice(shape.months === 12 ? quarter : quarter + 3, quarter + 4);
			const drawn = (place: 0 | 1) => shared.reduce((sum, shock) => sum + shock[place], 0) / Math.sqrt(shared.length);
			const counts = countsAt(county, shape, { quarter, periodEnd, level: drawn(0), size: drawn(1) });
			if (counts.denominator === 0) return [];
			const periodStart = addMonths(addDays(periodEnd, 1), -shape.months);
			return splitByAgency(shape, counts, agencies.next()).map((part) => ({
				...part,
				code: shape.code,
				quarter,
				periodStart,
				periodEnd,
			}));
		});
	});
}

type Moment = {
	readonly quarter: number;
	readonly periodEnd: PlainDate;
	readonly level: number;
	readonly size: number;
};
type Counts = { readonly numerator: number; readonly denominator: number };

function countsAt(county: CountyKey, shape: IndicatorShape, moment: Moment): Counts {
	const { entries, growth, levels } = countyFigures[county];
	const level = levels[shape.code];
	if (!level) throw new RangeError(`No level is given for ${shape.code} in ${county}.`);
	const along = moment.quarter / (quarterCount - 1);
	const seasonal = shape.months === 3 ? (season[Math.ceil(partsOf(moment.periodEnd).month / 3) - 1] ?? 0) : 0;
	const size = entries * shape.perEntry * (1 + growth * along + seasonal + 0.012 * moment.size);
	const denominator = Math.max(0, Math.round(size));
	const line = level[0] + (level[1] - level[0]) * along;
	const percent = line + spread(shape, line / 100, denominator) * moment.level;
	const numerator = Math.min(denominator, Math.max(0, Math.round((percent / 100) * denominator)));
	return { numerator: keepSide(shape.code, sideAt(level, moment), { numerator, denominator }), denominator };
}

/** Points by which chance moves a percentage: the indicator's own unrest, and more where few children are counted. */
function spread({ swing }: IndicatorShape, share: number, children: number): number {
	const counting = 100 * Math.sqrt(Math.max(0, share * (1 - share)) / Math.max(1, children));
	return Math.hypot(0.6 * swing, 0.35 * counting);
}

function sideAt([, , side]: Level, { quarter }: Moment): "meets" | "below" | undefined {
	if (side === undefined || typeof side === "string") return side;
	const { below, quarters }: Exclude<Side, string> = side;
	const newest = quarter >= quarterCount - quarters;
	return (below === "since") === newest ? "below" : "meets";
}

/** Moves a count to the side of the standard that the county's story needs. */
function keepSide(code: string, side: "meets" | "below" | undefined, { numerator, denominator }: Counts): number {
	const indicator = findIndicator(practiceVintage, code);
	const standard = indicator?.standard?.value;
	if (side === undefined || standard === undefined) return numerator;
	const exact = (standard * denominator) / 100;
	if (indicator?.desiredDirection === "down") {
		const most = Math.floor(exact + 1e-9);
		return side === "meets" ? Math.min(numerator, most) : Math.min(denominator, Math.max(numerator, most + 1));
	}
	const least = Math.ceil(exact - 1e-9);
	return side === "meets" ? Math.max(numerator, least) : Math.max(0, Math.min(numerator, least - 1));
}

function splitByAgency(
	{ probation }: IndicatorShape,
	all: Counts,
	chance: number,
): readonly (Counts & { readonly group: PopulationGroup })[] {
	if (!probation) return [{ group: "all", ...all }];
	const below = Math.round(all.denominator * probation.share * (0.9 + 0.2 * chance));
	const percent = (100 * all.numerator) / all.denominator + probation.offset;
	const wanted = Math.round((Math.max(0, percent) / 100) * below);
	// What probation does not count, child welfare does, and neither can count more children than it has.
	const least = Math.max(0, all.numerator - (all.denominator - below));
	const numerator = Math.max(least, Math.min(wanted, below, all.numerator));
	const parts = [
		{ group: "all", ...all },
		{
			group: "child-welfare",
			numerator: all.numerator - numerator,
			denominator: all.denominator - below,
		},
		{ group: "probation", numerator, denominator: below },
	] as const;
	return parts.filter((part) => part.denominator > 0);
}
