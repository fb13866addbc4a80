import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainDate } from "../../domain/calendar/plain-date.ts";
import { judge } from "../../domain/measure/judgement.ts";
import { getIndicator } from "../../frameworks/ca-indicators/catalogue.ts";
import { listQuarterEnds } from "../calendar/quarters.ts";
import { countyFigures } from "../data/county-figures.ts";
import { indicatorShapes } from "../data/indicator-shapes.ts";
import { countyKeys } from "../data/places.ts";
import { makeSeries, practiceVintage, quarterCount } from "./make-series.ts";

const ends = listQuarterEnds(plainDate("2026-06-30"), quarterCount);
const seeds = fc.integer({ min: 0, max: 100_000 });
const counties = fc.constantFrom(...countyKeys);

test("the same seed gives the same figures, another seed others", () => {
	expect(makeSeries(1, "alder", ends)).toEqual(makeSeries(1, "alder", ends));
	expect(makeSeries(1, "alder", ends)).not.toEqual(makeSeries(2, "alder", ends));
});

test("a series goes on into the quarters after without changing", () => {
	const longer = makeSeries(1, "birch", listQuarterEnds(plainDate("2026-09-30"), quarterCount + 1));
	const known = makeSeries(1, "birch", ends.slice(0));
	const counts = (figures: typeof known) =>
		figures
			.filter((figure) => figure.quarter < quarterCount && figure.code !== "2B")
			.map(({ code, group, quarter, numerator, denominator }) => [code, group, quarter, numerator, denominator]);
	expect(counts(longer)).toEqual(counts(known));
});

describe("for any seed and county", () => {
	test("counts are whole, a numerator is within its denominator, and the agencies add up to all", () => {
		fc.assert(
			fc.property(seeds, counties, (seed, county) => {
				const series = makeSeries(seed, county, ends);
				const wrong = series.filter(
					({ numerator, denominator }) =>
						!Number.isInteger(numerator) ||
						!Number.isInteger(denominator) ||
						numerator < 0 ||
						numerator > denominator ||
						denominator === 0,
				);
				expect(wrong).toEqual([]);
				const sums = (group: (name: string) => boolean) => {
					const split = new Set(series.flatMap(({ code, group: name }) => (name === "child-welfare" ? [code] : [])));
					const counts = new Map<string, [number, number]>();
					for (const figure of series.filter(({ code, group: name }) => split.has(code) && group(name))) {
						const key = `${figure.code}/${figure.quarter}`;
						const [over, under] = counts.get(key) ?? [0, 0];
						counts.set(key, [over + figure.numerator, under + figure.denominator]);
					}
					return Object.fromEntries(counts);
				};
				expect(sums((name) => name !== "all")).toEqual(sums((name) => name === "all"));
			}),
			{ numRuns: 40 },
		);
	});

	test("an indicator stays on the side of its standard that the county's story needs", () => {
		fc.assert(
			fc.property(seeds, counties, (seed, county) => {
				const strayed = makeSeries(seed, county, ends).filter((figure) => {
					const side = countyFigures[county].levels[figure.code]?.[2];
					if (figure.group !== "all" || (side !== "meets" && side !== "below")) return false;
					const { unit, desiredDirection, standard } = getIndicator(practiceVintage, figure.code);
					const value = (100 * figure.numerator) / figure.denominator;
					const { verdict } = judge({ value }, { unit: unit ?? "percent", direction: desiredDirection }, standard);
					return verdict !== side;
				});
				expect(strayed).toEqual([]);
			}),
			{ numRuns: 40 },
		);
	});
});

test("every county has figures of every indicator, and the small counties have small numbers", () => {
	for (const county of countyKeys) {
		const codes = new Set(makeSeries(1, county, ends).map((figure) => figure.code));
		expect(codes.size).toBe(indicatorShapes.length);
	}
	const small = makeSeries(1, "tolliver", ends).filter(({ numerator }) => numerator > 0 && numerator < 11);
	expect(small.length).toBeGreaterThan(100);
});

test("all indicators with a meaning are there, and none whose meaning is unknown", () => {
	for (const { code } of indicatorShapes) expect(getIndicator(practiceVintage, code).label).not.toBeNull();
});
