import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attack } from "./attack.ts";
import { attackByBounds } from "./attack-by-bounds.ts";
import { maskFamily } from "./mask-family.ts";
import { type FamilyCell, type MeasureKind, publishedFamily, type View } from "./published-family.ts";

const dimensions = ["county", "ageGroup", "sex"];
const allViews: readonly View[] = [
	[],
	...dimensions.map((each) => [each]),
	...dimensions.flatMap((a, index) => dimensions.slice(index + 1).map((b) => [a, b])),
];

const counts = { small: fc.integer({ min: 0, max: 12 }), any: fc.integer({ min: 0, max: 300 }) };
const count = fc.oneof({ weight: 3, arbitrary: counts.small }, { weight: 2, arbitrary: counts.any }, fc.constant(0));

/** A cube of 2 to 5 counties, 2 or 3 ages and 2 sexes; the numerator is a part of the denominator. */
const cubeOf = (count: fc.Arbitrary<number>) =>
	fc
		.record({ counties: fc.integer({ min: 2, max: 5 }), ages: fc.integer({ min: 2, max: 3 }) })
		.chain(({ counties, ages }) => {
			const groups = Array.from({ length: counties * ages * 2 }, (_, index) => ({
				county: `060${String((index % counties) * 2 + 1).padStart(2, "0")}`,
				ageGroup: `age ${Math.floor(index / counties) % ages}`,
				sex: index < counties * ages ? "female" : "male",
			}));
			return fc.array(fc.tuple(count, count), { minLength: groups.length, maxLength: groups.length }).map((pairs) =>
				groups.map((group, index): FamilyCell => {
					const [numerator = 0, rest = 0] = pairs[index] ?? [];
					return { group, numerator, denominator: numerator + rest };
				}),
			);
		});

const cube = cubeOf(count);
/** Many groups without children, or with nothing left: there numbers are pinned down. */
const sparse = cubeOf(fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 4, arbitrary: count })).map(
	(cells) => cells.filter(({ denominator }) => denominator > 0),
);

const row = (county: string, numerator: number, denominator: number): FamilyCell => ({
	group: { county },
	numerator,
	denominator,
});
const cell = (county: string, ageGroup: string, sex: string, numerator: number, denominator: number): FamilyCell => ({
	group: { county, ageGroup, sex },
	numerator,
	denominator,
});
const oneWay: readonly View[] = [[], ["county"]];

describe("masking everything that is published together", () => {
	it("case 104: 4 of 57 reentries are masked, and so is the county that would give them away", () => {
		const mayShow = maskFamily([row("06001", 4, 57), row("06003", 30, 400), row("06005", 20, 300)], "share", oneWay);
		expect(mayShow({ county: "06001" })).toEqual({ numerator: false, denominator: true });
		expect(mayShow({ county: "06005" })).toEqual({ numerator: false, denominator: true });
		expect(mayShow({ county: "06003" })).toEqual({ numerator: true, denominator: true });
		expect(mayShow({})).toEqual({ numerator: true, denominator: true });
	});

	it("case 105: 0 is shown", () => {
		const mayShow = maskFamily([row("06001", 0, 57), row("06003", 30, 400)], "share", oneWay);
		expect(mayShow({ county: "06001" })).toEqual({ numerator: true, denominator: true });
	});

	it("case 106: 96 of 100 would give away the other 4", () => {
		const mayShow = maskFamily([row("06001", 96, 100), row("06003", 200, 400)], "share", oneWay);
		expect(mayShow({ county: "06001" }).numerator).toBe(false);
		expect(mayShow({ county: "06003" }).numerator).toBe(false);
	});

	it("masks one more where all that is masked together is less than 11", () => {
		const cells = [row("06001", 4, 500), row("06003", 3, 400), row("06005", 20, 300), row("06007", 40, 300)];
		const mayShow = maskFamily(cells, "share", oneWay);
		expect(mayShow({ county: "06005" }).numerator).toBe(false);
		expect(mayShow({ county: "06007" }).numerator).toBe(true);
	});

	it("shows nothing of a group that is in none of the views", () => {
		const mayShow = maskFamily([row("06001", 40, 57)], "share", oneWay);
		expect(mayShow({ sex: "female" })).toEqual({ numerator: false, denominator: false });
	});

	it("gives the same whatever order the cells come in", () => {
		fc.assert(
			fc.property(cube, (cells) => {
				const [one, other] = [cells, [...cells].reverse()].map((each) => maskFamily(each, "share", allViews));
				for (const { group } of viewCells(cells)) expect(one?.(group)).toEqual(other?.(group));
			}),
			{ numRuns: 60, seed: 7 },
		);
	});

	it.each(["share", "rate"] as const)("withstands the attack: no small number of a %s can be worked out", (kind) => {
		fc.assert(
			fc.property(cube, (cells) => {
				const mayShow = maskFamily(cells, kind, allViews);
				expect(attack(cells, kind, allViews, mayShow)).toEqual([]);
			}),
			{ numRuns: 250, seed: 11 },
		);
	});

	it.each(["share", "rate"] as const)(
		"pins no small number of a %s down either, as no group is less than 0",
		(kind) => {
			fc.assert(
				fc.property(sparse, (cells) => {
					const mayShow = maskFamily(cells, kind, allViews);
					expect(attackByBounds(cells, kind, allViews, mayShow)).toEqual([]);
				}),
				{ numRuns: 150, seed: 13 },
			);
		},
	);

	it.each(["share", "rate"] as const)(
		"takes months of few children for small numbers, whatever they add up to: %s",
		(kind) => {
			const months = cube.map((cells) =>
				cells.map(({ group, denominator }, index): FamilyCell => {
					const people = denominator % 9;
					const all = people * (3 + (index % 9));
					return { group, people, denominator: all, numerator: Math.floor((all * (index % 5)) / 4) };
				}),
			);
			fc.assert(
				fc.property(months, (cells) => {
					const mayShow = maskFamily(cells, kind, allViews);
					expect(attack(cells, kind, allViews, mayShow)).toEqual([]);
					expect(attackByBounds(cells, kind, allViews, mayShow)).toEqual([]);
					for (const { group, people = 0, denominator } of viewCells(cells)) {
						if (people > 0 && people < 11 && denominator > 0) expect(mayShow(group).denominator).toBe(false);
					}
				}),
				{ numRuns: 60, seed: 23 },
			);
		},
	);

	it("masks one more where 52 left of 53 would follow from what has nothing left", () => {
		const cells = [
			cell("06001", "age 0", "female", 0, 9),
			cell("06001", "age 1", "female", 7, 7),
			cell("06003", "age 0", "female", 154, 154),
			cell("06003", "age 0", "male", 163, 163),
			cell("06003", "age 1", "female", 23, 34),
			cell("06003", "age 1", "male", 129, 129),
			cell("06003", "age 2", "male", 1, 53),
			cell("06005", "age 0", "female", 10, 16),
			cell("06005", "age 2", "female", 204, 204),
			cell("06007", "age 1", "female", 136, 136),
			cell("06007", "age 2", "male", 194, 224),
		];
		expect(attackByBounds(cells, "share", allViews, small(cells, "share")).length).toBeGreaterThan(0);
		expect(attackByBounds(cells, "share", allViews, maskFamily(cells, "share", allViews))).toEqual([]);
	});

	it.each(["share", "rate"] as const)("would not withstand it by masking small numbers of a %s alone", (kind) => {
		let recovered = 0;
		fc.assert(
			fc.property(cube, (cells) => {
				recovered += attack(cells, kind, allViews, small(cells, kind)).length;
			}),
			{ numRuns: 30, seed: 11 },
		);
		expect(recovered).toBeGreaterThan(50);
	});
});

function viewCells(cells: readonly FamilyCell[]) {
	return [...publishedFamily(cells, allViews).cells.values()].map((cell) => ({
		...cell,
		group: Object.fromEntries(JSON.parse(cell.key)) as Record<string, string>,
	}));
}

/** What masking without its neighbours would show. */
function small(cells: readonly FamilyCell[], kind: MeasureKind) {
	const isSmall = (value: number) => value > 0 && value < 11;
	const all = new Map(viewCells(cells).map((cell) => [JSON.stringify(cell.group), cell]));
	return (group: Readonly<Record<string, string | undefined>>) => {
		const { numerator = 0, denominator = 0 } = all.get(JSON.stringify(group)) ?? {};
		const hides = isSmall(numerator) || isSmall(denominator) || (kind === "share" && isSmall(denominator - numerator));
		return { numerator: !hides, denominator: !isSmall(denominator) };
	};
}
