import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainDate } from "../../src/domain/calendar/plain-date.ts";
import { caIndicators } from "../../src/frameworks/ca-indicators/catalogue.ts";
import { getNationalPerformance } from "../../src/frameworks/us-cfsr/national-performance.ts";
import { populationProblems } from "../../src/indicators/entry/population-problems.ts";
import { populationReference } from "../../src/indicators/entry/population-reference.ts";
import { populationTotals } from "../../src/indicators/entry/population-totals.ts";
import { makePopulationProblemList, readPopulationRows } from "../../src/indicators/entry/read-population-rows.ts";
import type { CatalogueProblem } from "../../src/indicators/figures/catalogue-problems.ts";
import { figureProblems } from "../../src/indicators/figures/figure-problems.ts";
import type { ProblemWords } from "../../src/indicators/figures/problem.ts";
import { problemsReference } from "../../src/indicators/figures/problems-reference.ts";
import { readFigures } from "../../src/indicators/figures/read-figures.ts";
import { sampleCounties } from "../../src/indicators/figures/sample-figures.ts";
import { workbookProblems } from "../../src/indicators/figures/workbook-problems.ts";
import { profileProblems } from "../../src/indicators/profile/profile-problems.ts";
import { profileReference } from "../../src/indicators/profile/profile-reference.ts";
import { readProfile } from "../../src/indicators/profile/read-profile.ts";
import { openTable } from "../../src/operations/open-table.ts";

// A message that no reference lists cannot be looked up: whatever a table holds, all that is said of it stands in a catalogue.

type Catalogue = Readonly<Record<string, ProblemWords>>;

/** Ids of problems that are said in other words than those of the catalogues. */
function strangeWords(problems: readonly CatalogueProblem<string>[], ...catalogues: readonly Catalogue[]): string[] {
	const known: Catalogue = Object.assign({}, ...catalogues);
	return problems
		.filter(({ rule, tier, message, remedy }) => {
			const words = known[rule.id];
			if (words === undefined || words.tier !== tier) return true;
			const clauses = [words.found, words.expected, words.remedy].map(patternOf);
			const isSaid = new RegExp(`^[^:]+: ${clauses.join("; ")}\\.$`, "is").test(message);
			return !isSaid || !new RegExp(`^${patternOf(words.remedy)}\\.$`, "is").test(remedy);
		})
		.map(({ rule }) => rule.id);
}

/** A template with anything in place of its blanks. */
function patternOf(template: string): string {
	return template
		.split(/\{\w+\}/)
		.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
		.join(".*");
}

const cell = fc.oneof(
	fc.constantFrom("", "06001", "6001", "2023", "23A23B", "S1", "P1", "4-P1", "99001", "Alder", "KY", "DQ", "46.3%"),
	fc.constantFrom("0.46", "100", "99", "-3", "1,234", "12.5", "better", "White", "female", "1-5 yrs", "2025-08", "x"),
	fc.string({ maxLength: 8 }).map((text) => text.replaceAll(/[\r\n]/g, " ")),
);

/** Files with headings of the kind, some of them missing, twice or unknown, and cells that may be anything. */
function tables(headings: readonly string[]): fc.Arbitrary<Uint8Array> {
	const heading = fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...headings) }, cell);
	const head = fc.oneof(fc.constant([...headings]), fc.array(heading, { maxLength: headings.length + 2 }));
	return fc
		.tuple(head, fc.array(fc.array(cell, { maxLength: headings.length + 1 }), { maxLength: 6 }), fc.boolean())
		.map(([first, rows, quoted]) => {
			const text = [first, ...rows].map((row) => row.map((each) => (quoted ? `"${each}"` : each)).join(",")).join("\n");
			return new TextEncoder().encode(text);
		});
}

const runs = { numRuns: 2000, seed: 7 };

describe("every message about a table stands in its catalogue, in its words", () => {
	it("of state data profiles", () => {
		const columns = ["state", "indicator", "period", "denominator", "numerator", "observed", "RSP", "lower", "upper"];
		const files = tables([...columns, "status", "reason", "profile"]);
		const options = {
			...{ state: { code: "21", name: "Kentucky" }, national: getNationalPerformance("round-4") },
			...{ release: "2025-08", compareAtDisplayPrecision: "yes" as const },
		};
		const found = new Set<string>();
		const check = (bytes: Uint8Array) => {
			const { problems } = readProfile({ bytes }, options);
			for (const { rule } of problems) found.add(rule.id);
			expect(strangeWords(problems, profileProblems, figureProblems)).toEqual([]);
		};
		fc.assert(fc.property(files, check), runs);
		expect(found.size).toBeGreaterThan(10);
	});

	it("of child population", () => {
		const files = tables(["county", "year", "ageGroup", "raceEthnicity", "sex", "population", "state"]);
		const found = new Set<string>();
		const check = (bytes: Uint8Array) => {
			const list = makePopulationProblemList();
			populationTotals(readPopulationRows({ bytes }, list), { kind: "state", code: "06", name: "California" }, list);
			for (const { rule } of list.problems()) found.add(rule.id);
			expect(strangeWords(list.problems(), populationProblems, figureProblems)).toEqual([]);
		};
		fc.assert(fc.property(files, check), runs);
		expect(found.size).toBeGreaterThan(7);
	});

	it("of figures", () => {
		const columns = ["county", "county name", "indicator", "vintage", "period", "numerator", "denominator", "value"];
		const files = tables([...columns, "group", "source", "data as of"]);
		const options = {
			...{ counties: sampleCounties, catalogue: caIndicators, defaultVintages: ["cfsr4"] },
			today: plainDate("2026-10-15"),
		};
		const check = (bytes: Uint8Array) => {
			expect(strangeWords(readFigures({ bytes }, options).problems, figureProblems)).toEqual([]);
		};
		fc.assert(fc.property(files, check), runs);
	});

	it.each([
		["workbook-damaged", Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0])],
		["workbook-too-large", Uint8Array.from([0x50, 0x4b, ...new Array<number>(11_000_000).fill(0)])],
	])("of workbooks that cannot be opened: %s", async (id, bytes) => {
		const opened = await openTable(bytes);
		if (!("problem" in opened)) throw new Error("The workbook was opened.");
		expect(opened.problem.rule.id).toBe(id);
		expect(strangeWords([opened.problem], workbookProblems)).toEqual([]);
	});
});

it.each([
	["state data profiles", profileReference(), profileProblems],
	["child population", populationReference(), populationProblems],
	["figures and workbooks", problemsReference(), { ...figureProblems, ...workbookProblems }],
])("the reference of %s lists each message once, with its words", (_name, reference, catalogue: Catalogue) => {
	const rows = reference.split("\n").filter((line) => /^\| `[^`]+` \|/.test(line) && /-/.test(line));
	const listed = rows.map((row) => /`([^`]+)`/.exec(row)?.[1]);
	expect(listed.sort()).toEqual(Object.keys(catalogue).sort());
});
