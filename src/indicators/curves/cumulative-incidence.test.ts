import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cumulativeIncidence } from "./cumulative-incidence.ts";
import { exitKinds } from "./curve-results.ts";
import { stayLengths } from "./stay-lengths.ts";

/** Rows are completed months, days beyond them, and what happened ("in-care": seen no longer). */
type Case = {
	readonly name: string;
	readonly rows: readonly (readonly [months: number, days: number, event: string])[];
	readonly expected: readonly {
		readonly month: number;
		readonly atRisk: number;
		readonly shares: Readonly<Record<string, number>>;
		readonly inCare: number;
	}[];
	readonly stays: readonly number[];
	readonly quantiles: readonly number[];
};

const folder = path.join(import.meta.dirname, "cases");
const cases = readdirSync(folder).map((name) => JSON.parse(readFileSync(path.join(folder, name), "utf8")) as Case);
const kindOf = (text: string) => exitKinds.find((each) => each === text) ?? null;

describe("cumulativeIncidence", () => {
	it.each(cases)("agrees with R's survival: $name", ({ rows, expected }) => {
		const timed = rows.map(([months, days, event]) => ({ months, days, event: kindOf(event), children: 1 }));
		const points = cumulativeIncidence(
			timed,
			exitKinds,
			expected.map(({ month }) => month),
		);
		for (const [index, { month, atRisk, shares, inCare }] of expected.entries()) {
			const point = points[index];
			expect({ month: point?.month, atRisk: point?.atRisk }).toEqual({ month, atRisk });
			if (!point?.shares) {
				expect(atRisk).toBe(0);
				continue;
			}
			for (const [kind, share] of Object.entries(shares)) {
				expect(point.shares[kind as (typeof exitKinds)[number]]).toBeCloseTo(share, 10);
			}
			expect(point.without).toBeCloseTo(inCare, 10);
		}
	});

	const children = fc.array(
		fc.record({
			months: fc.nat(30),
			days: fc.nat(30),
			event: fc.constantFrom(...exitKinds, null),
			children: fc.integer({ min: 1, max: 5 }),
		}),
		{ minLength: 1 },
	);
	const months = Array.from({ length: 32 }, (_, index) => index + 1);

	it("is the plain share where everybody is seen to the end", () => {
		fc.assert(
			fc.property(children, (given) => {
				const timed = given.map((each) => ({ ...each, event: each.event ?? ("other" as const) }));
				const all = timed.reduce((sum, each) => sum + each.children, 0);
				for (const { month, shares } of cumulativeIncidence(timed, exitKinds, months)) {
					for (const kind of exitKinds) {
						const left = timed.reduce(
							(sum, each) => sum + (each.event === kind && each.months < month ? each.children : 0),
							0,
						);
						expect(shares?.[kind]).toBeCloseTo(left / all, 9);
					}
				}
			}),
		);
	});

	it("never falls, adds up to all, and is the same child by child and in any order", () => {
		fc.assert(
			fc.property(children, (given) => {
				const points = cumulativeIncidence(given, exitKinds, months);
				let before = 0;
				for (const { shares, without } of points) {
					if (!shares || without === null) continue;
					const left = exitKinds.reduce((sum, kind) => sum + shares[kind], 0);
					expect(left + without).toBeCloseTo(1, 9);
					expect(left).toBeGreaterThanOrEqual(before - 1e-12);
					before = left;
				}
				const single = given
					.flatMap((each) => Array.from({ length: each.children }, () => ({ ...each, children: 1 })))
					.toReversed();
				const again = cumulativeIncidence(single, exitKinds, months);
				for (const [index, point] of points.entries()) {
					expect(again[index]?.atRisk).toBe(point.atRisk);
					expect(again[index]?.shares === null).toBe(point.shares === null);
					for (const kind of exitKinds) {
						expect(again[index]?.shares?.[kind] ?? 0).toBeCloseTo(point.shares?.[kind] ?? 0, 9);
					}
				}
			}),
		);
	});

	it("says nothing where nobody was seen for so long", () => {
		const point = { days: 0, children: 1 };
		const timed = [
			{ ...point, months: 2, event: "adoption" as const },
			{ ...point, months: 5, event: null },
		];
		const found = cumulativeIncidence(timed, exitKinds, [3, 5, 6]);
		expect(found.map(({ atRisk, shares }) => [atRisk, shares?.adoption ?? null])).toEqual([
			[1, 0.5],
			[1, 0.5],
			[0, null],
		]);
		expect(cumulativeIncidence([], exitKinds, [1])[0]?.shares).toBeNull();
	});
});

describe("stayLengths", () => {
	it.each(cases)("has the quartiles of R (type 1): $name", ({ stays, quantiles }) => {
		const { days } = stayLengths(stays.map((each) => ({ months: Math.floor(each / 31), days: each, children: 1 })));
		expect([days?.p25, days?.p50, days?.p75]).toEqual(quantiles);
	});

	it("counts completed months: 12 of them are no longer within 12", () => {
		const found = stayLengths([
			{ months: 11, days: 360, children: 3 },
			{ months: 12, days: 365, children: 1 },
		]);
		expect(found.within).toEqual({ "12": 75, "24": 100, "36": 100 });
		expect(stayLengths([])).toEqual({ children: 0, days: null, within: null });
	});
});
