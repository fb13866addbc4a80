import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hideGroups, maskCount, maskQuality, maskResult } from "./mask-indicators.ts";
import type { TableGrouping } from "./outputs/indicator-outputs.ts";

type Cell = { group: Partial<Record<TableGrouping, string>>; region: string; numerator: number; denominator: number };

const counties = [
	["99001", "N"],
	["99003", "N"],
	["99005", "V"],
	["99007", "V"],
] as const;
const cube = (numerators: readonly number[], rests: readonly number[]): readonly Cell[] =>
	counties.flatMap(([county, region], at) =>
		["female", "male", "unknown"].map((sex, index) => {
			const numerator = numerators[at * 3 + index] ?? 0;
			return { group: { county, sex }, region, numerator, denominator: numerator + (rests[at * 3 + index] ?? 0) };
		}),
	);

/** The rows of one table: who adds to each, and which numbers of it stand. */
function table(cells: readonly Cell[], by: readonly TableGrouping[]) {
	const keyOf = ({ group, region }: Cell) => by.map((each) => (each === "region" ? region : group[each])).join("|");
	const keys = [...new Set(cells.map(keyOf))];
	const groups = keys.map((key) => {
		const members = cells.filter((each) => keyOf(each) === key);
		const [numerator, denominator] = ["numerator", "denominator"].map((count) =>
			members.reduce((sum, each) => sum + each[count as "numerator"], 0),
		);
		const [first] = members;
		const group = Object.fromEntries(by.map((each) => [each, each === "region" ? first?.region : first?.group[each]]));
		return {
			group,
			region: by.length === 0 ? "" : (first?.region ?? ""),
			numerator: numerator ?? 0,
			denominator: denominator ?? 0,
		};
	});
	const hidden = hideGroups("P1", by, groups);
	return groups.map((each, index) => ({
		...each,
		hidden: hidden[index],
		members: cells.map((cell) => (keyOf(cell) === keys[index] ? 1 : 0)),
	}));
}

/** Is this sum of cells worked out from the others by adding and subtracting? */
function follows(from: readonly (readonly number[])[], sum: readonly number[]): boolean {
	return rank([...from, sum]) === rank(from);
}

function rank(rows: readonly (readonly number[])[]): number {
	const left = rows.map((row) => [...row]);
	let found = 0;
	for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
		const pivot = left.findIndex((row, index) => index >= found && Math.abs(row[column] ?? 0) > 1e-9);
		const top = left[pivot];
		if (!top) continue;
		left.splice(pivot, 1);
		left.splice(found, 0, top);
		for (const [index, row] of left.entries()) {
			const factor = index === found ? 0 : (row[column] ?? 0) / (top[column] ?? 1);
			for (const [at, value] of top.entries()) row[at] = (row[at] ?? 0) - factor * value;
		}
		found += 1;
	}
	return found;
}

const tables: readonly (readonly TableGrouping[])[] = [
	[],
	["county"],
	["region"],
	["sex"],
	["county", "sex"],
	["region", "sex"],
];
const numbers = fc.array(fc.oneof(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 11, max: 400 })), {
	minLength: 12,
	maxLength: 12,
});

describe("hideGroups", () => {
	it("hides what follows from everything else shown of the place: totals, counties, regions, sex, and these crossed", () => {
		fc.assert(
			fc.property(numbers, numbers, (numerators, rests) => {
				const cells = cube(numerators, rests);
				const all = tables.flatMap((by) => table(cells, by));
				for (const count of ["numerator", "denominator"] as const) {
					const shown = all.filter(({ hidden }) => !hidden?.[count]).map(({ members }) => members);
					// A zero that is shown says that each of its cells is zero.
					const zeros = all.filter((each) => !each.hidden?.[count] && each[count] === 0);
					const known = [
						...shown,
						...zeros.flatMap(({ members }) =>
							members.flatMap((each, at) => (each ? [members.map((_, i) => (i === at ? 1 : 0))] : [])),
						),
					];
					const isSmall = (value: number) => value > 0 && value < 11;
					const small = all.filter(
						(each) =>
							each.hidden?.[count] &&
							(isSmall(each[count]) ||
								(count === "numerator" && !each.hidden.denominator && isSmall(each.denominator - each.numerator))),
					);
					expect(small.filter(({ members }) => follows(known, members))).toEqual([]);
				}
			}),
			{ seed: 11, numRuns: 120 },
		);
	});

	it("hides the group from which a small one could be worked out, the smallest that is not small itself", () => {
		const group = (county: string, numerator: number) => ({
			...{ group: { county }, region: "N", numerator, denominator: 200 },
		});
		const hidden = hideGroups("P1", ["county"], [group("99001", 40), group("99003", 4), group("99005", 20)]);
		expect(hidden.map(({ numerator }) => numerator)).toEqual([false, true, true]);
		expect(hidden.every(({ denominator }) => !denominator)).toBe(true);
	});

	it("hides nothing where nothing is small", () => {
		const groups = [20, 30].map((numerator) => ({
			group: { sex: `${numerator}` },
			region: "",
			numerator,
			denominator: 90,
		}));
		expect(hideGroups("P1", ["sex"], groups)).toEqual(groups.map(() => ({ numerator: false, denominator: false })));
	});
});

describe("single numbers", () => {
	const count = { numerator: 96, denominator: 100, observed: 96, isMasked: false };

	it("hides a small rest of a percentage, not of a rate", () => {
		const result = { status: "counted" as const, exceededChecks: [], ...count };
		expect(maskResult({ indicator: "P1", ...result })).toMatchObject({
			...{ numerator: null, denominator: 100, observed: null, isMasked: true },
		});
		expect(maskResult({ indicator: "S1", ...result })).toMatchObject(count);
	});

	it("keeps no hidden number inside", () => {
		expect(maskCount(count, { numerator: true, denominator: true })).toEqual({
			...{ numerator: null, denominator: null, observed: null, isMasked: true },
		});
	});

	it("hides small counts of data-quality checks, and says still whether they are over the limit", () => {
		const check = {
			check: "same-day",
			system: "AFCARS",
			period: "23A",
			failed: 3,
			of: 50,
			percent: 6,
			limit: 5,
			exceeded: true,
		} as const;
		expect(maskQuality(check)).toEqual([{ ...check, failed: null, percent: null }]);
		expect(maskQuality({ ...check, failed: 0, percent: 0 })).toHaveLength(1);
		expect(maskQuality({ ...check, of: 5 })).toEqual([]);
	});
});
