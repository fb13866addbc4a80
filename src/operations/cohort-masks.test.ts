import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attack } from "../domain/measure/masking/attack.ts";
import { attackByBounds } from "../domain/measure/masking/attack-by-bounds.ts";
import { type FamilyMask, maskFamily } from "../domain/measure/masking/mask-family.ts";
import { groupKey, publishedFamily } from "../domain/measure/masking/published-family.ts";
import { type BandCell, type CohortBand, cohortBands, isWithinYear } from "../indicators/curves/cohort-bands.ts";
import { cohortFamily, cohortMasks, cohortViews, decidedByIndicator } from "./cohort-masks.ts";
import type { IndicatorMask } from "./indicator-runs.ts";

const groupViews = cohortViews.filter((view) => !view.includes("band") && !view.includes("within"));

/** The masks of P1 or P4 as a run keeps them: of the same children, masked on their own. */
function indicatorMasks(cells: readonly BandCell[]): readonly IndicatorMask[] {
	const family = cells.map(({ band, children, ...group }) => ({
		...{ group, numerator: isWithinYear(band) ? children : 0, denominator: children },
	}));
	const mayShow = maskFamily(family, "share", groupViews);
	return [...publishedFamily(family, groupViews).cells.keys()].map((key) => {
		const shown = mayShow(Object.fromEntries(JSON.parse(key)));
		return {
			...{ indicator: "P1" as const, groupKey: key },
			...{ showsNumerator: shown.numerator, showsDenominator: shown.denominator },
		};
	});
}

/** Everything that is shown together: the indicator's tables and the bands. */
function shownTogether(cells: readonly BandCell[], mayShowBand: ReturnType<typeof cohortMasks>): FamilyMask {
	const ofIndicator = decidedByIndicator(indicatorMasks(cells));
	return (group) => {
		const isShown = ofIndicator(groupKey(group)) ?? mayShowBand(group as Readonly<Record<string, string>>);
		return { numerator: isShown, denominator: true };
	};
}

const few = fc.integer({ min: 0, max: 12 });
const count = fc.oneof({ weight: 3, arbitrary: few }, { weight: 2, arbitrary: fc.integer({ min: 0, max: 200 }) });

const cohortOf = (cohort: "entry" | "exit") =>
	fc.record({ counties: fc.integer({ min: 1, max: 4 }), sexes: fc.integer({ min: 1, max: 2 }) }).chain((size) => {
		const groups = Array.from({ length: size.counties * 2 * size.sexes }, (_, index) => ({
			county: `0600${(index % size.counties) * 2 + 1}`,
			ageGroup: `age ${Math.floor(index / size.counties) % 2}`,
			...{ raceEthnicity: "White", sex: index < size.counties * 2 ? "female" : "male" },
		}));
		const bands: readonly CohortBand[] = cohortBands[cohort];
		const names = groups.flatMap((group) => bands.map((band) => ({ ...group, band })));
		return fc
			.array(count, { minLength: names.length, maxLength: names.length })
			.map((counts) => names.map((name, index) => ({ ...name, children: counts[index] ?? 0 })));
	});

describe("a cohort in steps of six months beside its indicator", () => {
	it.each([
		["entry", 120],
		["exit", 120],
	] as const)(
		"withstands the attack on all that is shown of the %s cohort",
		(cohort, numRuns) => {
			fc.assert(
				fc.property(cohortOf(cohort), (all) => {
					const cells = all.filter(({ children }) => children > 0);
					const mayShow = shownTogether(cells, cohortMasks(cohort, cells, indicatorMasks(cells)));
					expect(attack(cohortFamily(cohort, cells), "rate", cohortViews, mayShow)).toEqual([]);
				}),
				{ numRuns, seed: 17 },
			);
		},
		60_000,
	);

	it("pins no small number down either, as no group is less than 0", () => {
		fc.assert(
			fc.property(cohortOf("exit"), (all) => {
				const cells = all.filter(({ children }) => children > 0);
				const mayShow = shownTogether(cells, cohortMasks("exit", cells, indicatorMasks(cells)));
				expect(attackByBounds(cohortFamily("exit", cells), "rate", cohortViews, mayShow)).toEqual([]);
			}),
			{ numRuns: 40, seed: 19 },
		);
	}, 60_000);

	it("would not withstand it by masking small bands alone", () => {
		let recovered = 0;
		fc.assert(
			fc.property(cohortOf("entry"), (all) => {
				const cells = all.filter(({ children }) => children > 0);
				const counts = publishedFamily(cohortFamily("entry", cells), cohortViews).cells;
				const small = (group: Readonly<Record<string, string>>) => {
					const value = counts.get(groupKey(group))?.numerator ?? 0;
					return value === 0 || value > 10;
				};
				recovered += attack(cohortFamily("entry", cells), "rate", cohortViews, shownTogether(cells, small)).length;
			}),
			{ numRuns: 20, seed: 17 },
		);
		expect(recovered).toBeGreaterThan(20);
	}, 60_000);

	it("shows what is large enough: 400 children of 1,000 within 6 months, 60 of them within 12 and 18", () => {
		const counts = { "by-6": 400, "by-12": 60, "by-18": 60, other: 80, "in-care": 400 } as const;
		const cells = cohortBands.entry.map((band) => ({
			...{ county: "06001", ageGroup: "1-5 yrs", raceEthnicity: "White", sex: "female" },
			...{ band, children: counts[band] },
		}));
		const mayShow = cohortMasks("entry", cells, indicatorMasks(cells));
		for (const band of cohortBands.entry)
			expect([band, mayShow({ band }), mayShow({ band, county: "06001" })]).toEqual([band, true, true]);
	});
});
