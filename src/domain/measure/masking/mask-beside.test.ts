import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attack } from "./attack.ts";
import { attackByBounds } from "./attack-by-bounds.ts";
import { maskBeside } from "./mask-beside.ts";
import { decideFamily, type FamilyMask, maskFamily } from "./mask-family.ts";
import { type FamilyCell, groupKey, type View } from "./published-family.ts";

// ENTRY counts the children who enter care in a window, P1 those of them who stay 8 days and whose records are sound. Both are shown by
// county and region; P1 by age and sex too.

const places: readonly View[] = [[], ["county"], ["region"]];
const tables: readonly View[] = [...places, ["age"], ["sex"], ["county", "age"], ["county", "sex"], ["region", "age"]];

type Child = { readonly group: Readonly<Record<string, string>>; readonly stayed: number; readonly left: number };

const few = fc.integer({ min: 0, max: 6 });
const count = fc.oneof({ weight: 2, arbitrary: few }, { weight: 3, arbitrary: fc.integer({ min: 0, max: 120 }) });

const states = fc.integer({ min: 1, max: 6 }).chain((counties) => {
	const groups = Array.from({ length: counties * 4 }, (_, index) => ({
		county: `0600${(index % counties) * 2 + 1}`,
		region: index % counties < 3 ? "north" : "south",
		age: index % (counties * 2) < counties ? "0" : "1-5",
		sex: index < counties * 2 ? "female" : "male",
	}));
	return fc
		.array(fc.tuple(count, few), { minLength: groups.length, maxLength: groups.length })
		.map((counts) =>
			groups.map((group, at): Child => ({ group, stayed: counts[at]?.[0] ?? 0, left: counts[at]?.[1] ?? 0 })),
		);
});

/** Who entered, by county alone, as ENTRY is counted. */
function entriesOf(children: readonly Child[]) {
	return [...new Set(children.map(({ group }) => group.county ?? ""))].map((county) => {
		const own = children.filter(({ group }) => group.county === county);
		const beside = own.reduce((sum, { stayed }) => sum + stayed, 0);
		const count = beside + own.reduce((sum, { left }) => sum + left, 0);
		return { group: { county, region: own[0]?.group.region ?? "" }, count, beside };
	});
}

function masksOf(children: readonly Child[]) {
	const stayed = children.map(({ group, stayed }) => ({ group, numerator: 0, denominator: stayed }));
	const p1 = decideFamily(stayed, "rate", tables);
	const entries = entriesOf(children);
	const alone = maskFamily(
		entries.map(({ group, count }) => ({ group, numerator: count, denominator: 0 })),
		"count",
		places,
	);
	const beside = maskBeside(entries, places, (key) => p1.isKnown(Object.fromEntries(JSON.parse(key))).denominator);
	return { p1, alone, beside };
}

/** All children by whether P1 counts them: what an attacker works with. */
function childrenBySide(children: readonly Child[]): readonly FamilyCell[] {
	return children.flatMap(({ group, stayed, left }) => [
		{ group: { ...group, stayed: "yes" }, numerator: stayed, denominator: 0 },
		{ group: { ...group, stayed: "no" }, numerator: left, denominator: 0 },
	]);
}

const everything: readonly View[] = [...places, ...tables.map((view) => ["stayed", ...view])];

/** What is shown of both: rows of all children are of ENTRY, those of who stayed are of P1, and nothing is shown of who left at once. */
function shown(p1: FamilyMask, entry: (group: Readonly<Record<string, string | undefined>>) => boolean): FamilyMask {
	return (group) => {
		const { stayed, ...rest } = group;
		const isShown = stayed === undefined ? entry(rest) : stayed === "yes" && p1(rest).denominator;
		return { numerator: isShown, denominator: true };
	};
}

describe("the entry rate beside P1, which counts nearly the same children", () => {
	it("gives away no small number by the difference of the two", () => {
		fc.assert(
			fc.property(states, (children) => {
				const { p1, beside } = masksOf(children);
				expect(attack(childrenBySide(children), "rate", everything, shown(p1.mayShow, beside))).toEqual([]);
			}),
			{ numRuns: 150, seed: 23 },
		);
	}, 60_000);

	it("pins none down either, as no group is less than 0", () => {
		fc.assert(
			fc.property(states, (children) => {
				const { p1, beside } = masksOf(children);
				expect(attackByBounds(childrenBySide(children), "rate", everything, shown(p1.mayShow, beside))).toEqual([]);
			}),
			{ numRuns: 25, seed: 29 },
		);
	}, 60_000);

	it("would give many away if each were masked alone", () => {
		let recovered = 0;
		fc.assert(
			fc.property(states, (children) => {
				const { p1, alone } = masksOf(children);
				const mayShow = shown(p1.mayShow, (group) => alone(group).numerator);
				recovered += attack(childrenBySide(children), "rate", everything, mayShow).length;
			}),
			{ numRuns: 40, seed: 23 },
		);
		expect(recovered).toBeGreaterThan(20);
	}, 60_000);

	it("masks 50 entries beside 47 of P1, and shows 100 beside 70, 47 beside 47, and those of the State", () => {
		const county = (code: string, count: number, beside: number) => ({ group: { county: code }, count, beside });
		const cells = [county("a", 50, 47), county("b", 100, 70), county("c", 47, 47), county("d", 60, 52)];
		const mayShow = maskBeside(cells, [[], ["county"]], () => true);
		expect(["a", "b", "c", "d"].map((code) => mayShow({ county: code }))).toEqual([false, true, true, false]);
		expect(mayShow({})).toBe(true);
	});

	it("masks entries that are fewer than those of P1 by 1 to 10, as files of later periods may tell of more", () => {
		const cells = [
			{ group: { county: "a" }, count: 47, beside: 50 },
			{ group: { county: "b" }, count: 100, beside: 70 },
		];
		const mayShow = maskBeside(cells, [["county"]], () => true);
		expect([mayShow({ county: "a" }), mayShow({ county: "b" })]).toEqual([false, true]);
	});

	it("asks for the groups as P1 has their keys", () => {
		const asked = new Set<string>();
		const cells = [{ group: { county: "a", region: "north" }, count: 50, beside: 47 }];
		maskBeside(cells, places, (key) => asked.add(key) !== undefined);
		expect([...asked].sort()).toEqual([groupKey({}), groupKey({ county: "a" }), groupKey({ region: "north" })].sort());
	});
});
