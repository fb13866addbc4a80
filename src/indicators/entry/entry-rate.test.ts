import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ageGroups } from "../engine/groups.ts";
import { populationOf, populationYear } from "./population.ts";
import { populationTotals } from "./population-totals.ts";
import { publicEntryRates } from "./public-entry-rate.ts";
import { readPopulation } from "./read-population.ts";
import { makePopulationProblemList, readPopulationRows } from "./read-population-rows.ts";
import { entryRate, yearOfFirstOfJuly } from "./run-entry-rate.ts";

const read = (text: string) => readPopulation(new TextEncoder().encode(text), "people.csv");

describe("the foster care entry rate", () => {
	// National context data, sums of the states with usable data (Children's Bureau, Round 4 supplemental context data).
	it.each([
		["19A19B", 231_323, 73_661_476, 3.140352],
		["20A20B", 199_028, 73_982_567, 2.690201],
		["22A22B", 170_512, 72_969_166, 2.336768],
		["23A23B", 161_736, 72_969_166, 2.216498],
		["20B21A", 193_321, 74_175_203, 2.606275],
		["21B22A", 187_999, 73_743_251, 2.549372],
		["23B24A", 169_978, 73_330_540, 2.31797],
		["24B25A", 165_500, 73_613_449, 2.24823],
	])("of the nation in %s is as published", (_, entries, children, published) => {
		expect(entryRate({}, entries, children, 2023).observed).toBeCloseTo(published, 6);
	});

	it("takes the population of the 1 July in the window", () => {
		expect(yearOfFirstOfJuly("2022-10-01")).toBe(2023);
		expect(yearOfFirstOfJuly("2022-04-01")).toBe(2022);
	});

	it("is unknown where nobody lives", () => {
		expect(entryRate({}, 0, 0, 2023).observed).toBeNull();
	});
});

describe("a population file", () => {
	it("gives a state by its own line, or by its counties", () => {
		const rows = read('county,year,population\r\n06001,2023,300\r\n06003,2023,"1,000"\r\n06001,2022,280\r\n');
		expect(populationOf(rows, 2023, {})).toBe(1300);
		expect(populationOf(rows, 2023, { county: "06001" })).toBe(300);
		expect(populationOf(rows, 2023, { county: "06005" })).toBeUndefined();
		expect(populationOf(rows, 2023, { sex: "female" })).toBeUndefined();
		const withState = read("county,year,population\n06001,2023,300\n,2023,9000\n");
		expect(populationOf(withState, 2023, {})).toBe(9000);
	});

	it("adds age groups up to all ages, and never a total to its parts", () => {
		const text = "county,year,ageGroup,population\n06001,2023,1-5 yrs,40\n06001,2023,6-10 yrs,60\n";
		expect(populationOf(read(text), 2023, { county: "06001" })).toBe(100);
		expect(populationOf(read(`${text}06001,2023,,101\n`), 2023, { county: "06001" })).toBe(101);
		expect(populationOf(read(text), 2023, { ageGroup: "1-5 yrs" })).toBe(40);
	});

	it("lends its newest year to later windows, and no year to earlier ones", () => {
		const rows = read("year,population\n2022,10\n2021,9\n");
		expect(populationYear(rows, 2024)).toBe(2022);
		expect(populationYear(rows, 2021)).toBe(2021);
		expect(populationYear(rows, 2020)).toBeUndefined();
	});

	it.each([
		["county,year\n06001,2023\n", "has the headings year and population"],
		["county,fips,year,population\n", 'the heading "fips" means county, and so does column A'],
		["county,year,population\n601,2023,5\n", 'Row 2, column A (county): county is "601"'],
		["county,year,population\n06001,23,5\n", 'Row 2, column B (year): year is "23"'],
		["county,year,population\n06001,2023,many\n", 'population is "many"'],
		["county,year,ageGroup,population\n06001,2023,babies,5\n", "1-5 yrs"],
		["year,population\n2023,5\n2023,6\n", "two lines for the State, 2023"],
		["year,population\n", "no line below"],
	])("that is wrong says where and what was expected: %j", (text, words) => {
		expect(() => read(text)).toThrow(words);
	});
});

describe("the entry rate as the public may see it", () => {
	it("masks 1 to 10 entries, and what would give them away; population stays", () => {
		const by = ["county"] as const;
		const rate = (county: string, entries: number) => entryRate({ county }, entries, 9000, 2023);
		const all = [entryRate({}, 94, 30_000, 2023), rate("06001", 4), rate("06003", 30), rate("06005", 40)];
		const shown = publicEntryRates(all, by, []);
		expect(shown.map((each) => ("status" in each ? null : [each.numerator, each.denominator, each.masked]))).toEqual([
			...[
				[94, 30_000, false],
				[null, 9000, true],
			],
			...[
				[30, 9000, false],
				[40, 9000, false],
			],
		]);
		// Without the 20 of counties that the file does not name, 4 would follow.
		const exact = publicEntryRates([entryRate({}, 74, 30_000, 2023), ...all.slice(1)], by, []);
		expect(exact.map((each) => "numerator" in each && each.numerator)).toEqual([74, null, null, 40]);
		// Beside P1 the children who stayed under 8 days would follow: 3 of 30, and 12 of 40.
		const p1 = (group: object, denominator: number) => ({
			...{ indicator: "P1" as const, group, numerator: 0, denominator, observed: 0 },
		});
		const entered = [p1({}, 80), p1({ county: "06003" }, 27), p1({ county: "06005" }, 28), p1({ county: "06007" }, 25)];
		const beside = publicEntryRates(
			[entryRate({}, 110, 30_000, 2023), rate("06003", 30), rate("06005", 40)],
			by,
			entered,
		);
		expect(beside.map((each) => "numerator" in each && each.numerator)).toEqual([110, null, 40]);
		expect(publicEntryRates([entryRate({}, 4, 100, 2023)], [], [])[0]).toMatchObject({ numerator: null, masked: true });
	});
});

describe("what is taken of a population file", () => {
	const totals = (text: string, place = { kind: "state" as const, code: "06", name: "California" }) => {
		const list = makePopulationProblemList();
		const taken = populationTotals(readPopulationRows({ bytes: new TextEncoder().encode(text) }, list), place, list);
		return { taken, problems: list.problems().map(({ rule, message }) => [rule.id, message]) };
	};

	it("is one number a county and year: other places are left out and said so, a lost zero is given back", () => {
		const text =
			"Child population\nFIPS,Year,Children under 18,Note\n6001,2023,300,x\n06001,2022,280,\n,2023,9000,\n32003,2023,5,\n";
		const { taken, problems } = totals(text);
		expect(taken).toEqual([
			{ county: "06001", year: 2022, population: 280 },
			{ county: "", year: 2023, population: 9000 },
			{ county: "06001", year: 2023, population: 300 },
		]);
		expect(problems.map(([id]) => id)).toEqual([
			...["population-column-unused", "population-county-zero", "population-other-place"],
		]);
		const alone = totals(text, { kind: "county", code: "06001", name: "Alameda" } as never);
		expect(alone.taken.map(({ population }) => population)).toEqual([280, 300]);
	});

	it("adds up age groups, and takes none where one is missing", () => {
		const ages = (groups: readonly string[]) =>
			`county,year,ageGroup,population\n${groups.map((each) => `06001,2023,${each},10\n`).join("")}`;
		expect(totals(ages(ageGroups)).taken).toEqual([{ county: "06001", year: 2023, population: 60 }]);
		const some = totals(ages(ageGroups.slice(1)));
		expect(some.taken).toEqual([]);
		expect(some.problems[0]?.[1]).toContain("06001, 2023 has rows by age group, but none for 0-3 mos");
	});

	it("is nothing where counties have more children than their State, or no row is of the place", () => {
		const more = totals("county,year,population\n06001,2023,300\n,2023,299\n");
		expect([more.taken, more.problems[0]?.[0]]).toEqual([[], "population-more-than-state"]);
		const none = totals("county,year,population\n32003,2023,300\n");
		expect([none.taken, none.problems[0]?.[0]]).toEqual([[], "population-no-rows"]);
	});

	it("never ends in an error, whatever the file holds", () => {
		fc.assert(
			fc.property(fc.array(fc.array(fc.string({ maxLength: 8 }), { maxLength: 5 }), { maxLength: 6 }), (rows) => {
				const text = `county,year,population\n${rows.map((row) => row.join(",")).join("\n")}`;
				const { taken, problems } = totals(text);
				expect(taken.length > 0 || problems.length > 0).toBe(true);
			}),
		);
	});
});
