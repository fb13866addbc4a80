import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { caseworkerShortfall } from "../../../domain/money/caseworker-shortfall.ts";
import { matchOf } from "../../../domain/money/match.ts";
import { checkPartOne } from "../../../domain/money/part-one-checks.ts";
import checksums from "./checksums.json" with { type: "json" };
import data from "./form.json" with { type: "json" };
import { cfs101Ffy2022 } from "./form.ts";

const alabama = {
	"7": 5_793_524_00,
	"7a": 1_680_122_00,
	"7b": 1_448_381_00,
	"7c": 1_448_381_00,
	"7d": 1_158_705_00,
	"7e": 0,
	"7f": 57_935_00,
	"7g": 5_793_524_00,
};
const found = (changed: Readonly<Record<string, number>>) =>
	checkPartOne(cfs101Ffy2022, { ...alabama, ...changed }).map(({ checkId, line }) => `${checkId} ${line}`);

it("is locked: form.json changes only with a new version", () => {
	const locked: Readonly<Record<string, string>> = checksums;
	expect(createHash("sha256").update(JSON.stringify(data)).digest("hex")).toBe(locked[data.version]);
});

it("C2 C4 C5: Alabama FFY2015 adds up, and its smallest category clears 20 percent by 20 cents", () => {
	expect(found({})).toEqual([]);
	expect(found({ "7d": 1_158_704_80, "7e": 20 })).toEqual([]);
	expect(found({ "7d": 1_158_704_79, "7e": 21 })).toEqual(["C5 7d"]);
});

it("C2: a total that differs from its lines, or from line 7, is told", () => {
	expect(found({ "7e": 1 })).toEqual(["C2 7g"]);
	expect(found({ "7g": 5_793_524_01 })).toEqual(["C2 7g", "C2 7g"]);
});

it.each([
	["C3", "6a", "6", 10],
	["C9", "10a", "10", 30],
])("%s: line %s is at most its percentage of line %s, to the cent", (id, line, of, percent) => {
	expect(found({ [of]: 100_00, [line]: percent * 100 })).toEqual([]);
	expect(found({ [of]: 100_00, [line]: percent * 100 + 1 })).toEqual([`${id} ${line}`]);
});

it("C6 C7 C8: the match is a share of the total, so a third or a quarter of the federal amount, or none", () => {
	const match = (line: string, cents: number) => {
		const program = cfs101Ffy2022.programs.find((each) => each.line === line);
		if (program === undefined) throw new Error(`No program has line ${line}.`);
		return matchOf(cents, program.match);
	};
	expect(match("6", 75_00)).toMatchObject({ state: 25_00, total: 100_00 });
	expect(match("10", 80_00)).toMatchObject({ state: 20_00, total: 100_00 });
	expect(match("9", 80_00)).toMatchObject({ state: 0, total: 80_00 });
	fc.assert(
		fc.property(fc.nat(1_000_000_000_00), (cents) => {
			const { state, total } = match("7", cents);
			expect(cents * 100).toBeLessThanOrEqual(total * 75);
			expect(state * 3 - cents).toBeLessThan(3);
		}),
		{ seed: 1 },
	);
});

it("C17: 1, 3 or 5 points by full points short, each standard by itself", () => {
	expect(caseworkerShortfall({ visits: 95, inResidence: 50 })).toEqual({ visits: 0, inResidence: 0 });
	expect(caseworkerShortfall({ visits: 94.9, inResidence: 40 })).toEqual({ visits: 1, inResidence: 3 });
	expect(caseworkerShortfall({ visits: 85.1, inResidence: 30 })).toEqual({ visits: 1, inResidence: 5 });
});
