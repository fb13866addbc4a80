import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainDate } from "../../domain/calendar/plain-date.ts";
import { Observation } from "../../domain/measure/measure-facts.ts";
import { caIndicators } from "../../frameworks/ca-indicators/catalogue.ts";
import { decodeCsv } from "./decode-csv.ts";
import type { FigureOptions } from "./figure-options.ts";
import type { FigureRow } from "./figure-row.ts";
import { type FigureReading, figuresFromRows } from "./figures-from-rows.ts";
import { figuresTemplate, figuresToCsv } from "./figures-to-csv.ts";
import { readFigures } from "./read-figures.ts";
import { sampleCounties, sampleFigures } from "./sample-figures.ts";

const options: FigureOptions = {
	counties: sampleCounties,
	catalogue: caIndicators,
	defaultVintages: ["cfsr4", "state-current"],
	today: plainDate("2026-10-15"),
};
const encode = (text: string) => new TextEncoder().encode(text);
const read = (text: string, change: Partial<FigureOptions> = {}) =>
	readFigures({ bytes: encode(text) }, { ...options, ...change });
const ids = (reading: FigureReading) => reading.problems.map(({ rule }) => rule.id);

/** The figures of a file that must be taken. */
function take(text: string, change: Partial<FigureOptions> = {}): readonly FigureRow[] {
	const reading = read(text, change);
	expect(reading.problems.filter(({ tier }) => tier !== "look-at").map(({ message }) => message)).toEqual([]);
	return reading.figures;
}

const alder = sampleCounties.slice(0, 1);
const given = { source: "CCWIP", dataAsOf: plainDate("2026-07-01") };
const head = "indicator,period,numerator,denominator,value,group";

describe("readFigures", () => {
	it("takes the sample file with every figure as an observation can hold it", () => {
		const figures = take(figuresToCsv(sampleFigures(), sampleCounties));
		expect(figures).toEqual(sampleFigures());
		const ids = { id: "00000000-0000-4000-8000-000000000001", loadId: "00000000-0000-4000-8000-000000000002" };
		for (const { row: _row, ...figure } of figures)
			expect(Observation.safeParse({ ...figure, ...ids }).error).toBeUndefined();
	});

	it("works out each rate in the unit of its indicator", () => {
		const values = take(
			`${head}\n4-P1,Q2 2026,180,500,,all\n4-P5,Q2 2026,361,85022,,all\n4-S1,Q2 2026,29,333905,,all\n`,
			{
				...given,
				counties: alder,
			},
		).map(({ value }) => value.toFixed(3));
		expect(values).toEqual(["36.000", "4.246", "8.685"]);
	});

	it("reads the same file through text and through the rows of a workbook, places included", () => {
		const files = [
			figuresToCsv(sampleFigures(), sampleCounties),
			`county,${head},source,data as of\n99001,4-P9,Q2 2026,5,x,,all,CCWIP,2026-07-01\n`,
		];
		for (const text of files) {
			const { rows } = decodeCsv(encode(text));
			expect(figuresFromRows(rows, options)).toEqual(read(text));
			expect(readFigures({ bytes: new Uint8Array(), sheetRows: rows }, options)).toEqual(read(text));
		}
	});

	it("understands headings in other words, order, case and spelling", () => {
		const text =
			"Data_Source;AS OF DATE;Agency Type;Denom;NUM;Time Period;Measure;CFSR Round;County FIPS\nCCWIP;7/1/2026;CWS;500;180;Q2 2026;p1;Round 4;99001\n";
		expect(take(text)).toMatchObject([
			{ indicator: "4-P1", vintage: "cfsr4", populationGroup: "child-welfare", dataAsOf: "2026-07-01", value: 36 },
		]);
	});

	it("finds a county by code, by code without its zeros, and by name", () => {
		const counties = [{ code: "06001", name: "Alameda", id: alder[0]?.id ?? "" }, ...sampleCounties.slice(1)];
		for (const county of ["06001", "6001", "alameda", "Alameda County", "County of Alameda"])
			expect(take(`county,${head}\n${county},4-P1,Q2 2026,1,2,,all\n`, { ...given, counties })).toHaveLength(1);
	});

	it("needs no county column for a load of one county, and refuses the figures of another", () => {
		const one = { ...given, counties: alder };
		expect(take(`${head}\n4-P1,Q2 2026,180,500,,all\n`, one)[0]?.jurisdictionId).toBe(alder[0]?.id);
		expect(ids(read(`county,${head}\nBirch,4-P1,Q2 2026,180,500,,all\n`, one))).toEqual(["county-unknown"]);
		expect(ids(read(`${head}\n4-P1,Q2 2026,180,500,,all\n`, given))).toEqual(["column-missing"]);
	});

	it("looks a code up in the vintages of the load, then in the only vintage that has it", () => {
		const vintage = (code: string, defaultVintages: string[]) =>
			read(`${head}\n${code},Q2 2016,1,2,,all\n`, { ...given, counties: alder, defaultVintages }).figures[0]?.vintage;
		expect(vintage("P1", ["cfsr4"])).toBe("cfsr4");
		expect(vintage("P1", ["cfsr3", "cfsr4"])).toBe("cfsr3");
		expect(vintage("3-P1", ["cfsr4"])).toBe("cfsr3");
		expect(vintage("2B", ["cfsr4"])).toBeUndefined();
		expect(vintage("2B", ["cfsr4", "state-current"])).toBe("state-current");
	});

	it("reads a quarter's label as the year that ends with it, but as three months for what is counted by quarter", () => {
		const starts = take(`${head}\n4-P1,Q2 2026,1,2,,all\n2B,Q2 2026,1,2,,all\n`, { ...given, counties: alder });
		expect(starts.map(({ periodStart, periodEnd }) => [periodStart, periodEnd])).toEqual([
			["2025-07-01", "2026-06-30"],
			["2026-04-01", "2026-06-30"],
		]);
	});

	it("dates an extract by its cut-off", () => {
		const text = `${head},extract,source\n4-P1,Q1 2026,1,2,,all,2026 Quarter 2 Extract,CCWIP\n`;
		expect(take(text, { counties: alder })[0]?.dataAsOf).toBe("2026-07-01");
	});

	it("keeps the exact rate where the file gives a rounded one", () => {
		for (const value of ["34.2", "34", "34.17%", "34.166666666666664", "0.341666666666666"])
			expect(take(`${head}\n4-P1,Q2 2026,123,360,${value},all\n`, { ...given, counties: alder })[0]?.value).toBe(
				12_300 / 360,
			);
	});

	it("holds a value to the rounding in which it is written: 12,300 / 360 is 34.1666...", () => {
		const one = { ...given, counties: alder };
		for (const value of ["34.1", "34.22", "34.16", "35", "0.34", "0.33"]) {
			const reading = read(`${head}\n4-P1,Q2 2026,123,360,${value},all\n`, one);
			expect([value, reading.taken]).toEqual([value, value === "0.34"]);
		}
	});

	it("takes what stands exactly at a limit: all of them, 100 percent, a period that ends today, data of its last day", () => {
		const text = `${head}\n4-P1,Q2 2026,500,500,100,all\n4-P2,Q2 2026,,,100,all\n`;
		const today = plainDate("2026-06-30");
		expect(take(text, { counties: alder, source: "CCWIP", today, dataAsOf: today })).toHaveLength(2);
	});

	it("takes a median with the number of children, and a rate given without counts", () => {
		const text = `${head}\nC1.2,Q2 2016,,40,5.4,all\nC4.1,Q2 2016,,,79.7,all\n`;
		expect(take(text, { ...given, counties: alder })).toMatchObject([
			{ numerator: null, denominator: 40, value: 5.4 },
			{ numerator: null, denominator: null, value: 79.7 },
		]);
	});

	it("leaves out rows that have no figure, and says which", () => {
		const text = `${head}\n4-P1,Q2 2026,180,500,,all\n4-P2,Q2 2026,M,57,M,all\n4-P3,Q2 2026,0,0,.,all\n`;
		const reading = read(text, { ...given, counties: alder });
		expect(reading.figures).toHaveLength(1);
		expect(ids(reading)).toEqual(["masked-not-taken", "nothing-to-count"]);
	});

	it("takes no figure at all when one row is wrong, and tells everything that is wrong with the row", () => {
		const reading = read(`${head}\n4-P1,Q2 2026,180,500,,all\n4-P9,31 September 2019,x,1,,girls\n`, {
			...given,
			counties: alder,
		});
		expect(reading.figures).toEqual([]);
		expect(ids(reading)).toEqual(["indicator-unknown", "group-unknown", "date-impossible"]);
	});

	it("gives the same figure once", () => {
		const reading = read(`${head}\n4-P1,Q2 2026,180,500,,all\nP1,JUL2025-JUN2026,180,500,36%,Total\n`, {
			...given,
			counties: alder,
		});
		expect(reading).toMatchObject({ taken: true, figures: [{ row: 2 }] });
		expect(ids(reading)).toEqual(["same-figure-twice"]);
	});

	it("takes text that begins like a formula for text where text is expected", () => {
		const source = '=HYPERLINK("https://example.org","x")';
		const text = `${head},source\n4-P1,Q2 2026,180,500,,all,"${source.replaceAll('"', '""')}"\n`;
		expect(take(text, { ...given, counties: alder })[0]?.source).toBe(source);
	});

	it("counts every problem and lists the first hundred of a kind", () => {
		const reading = read(`${head}\n${"4-P9,Q2 2026,1,2,,all\n".repeat(250)}`, { ...given, counties: alder });
		expect(reading.counts).toEqual([{ id: "indicator-unknown", tier: "reject", count: 250, listed: 100 }]);
		expect(reading.problems).toHaveLength(100);
	});

	it("passes over empty rows and a spreadsheet's empty columns", () => {
		const empty = ",".repeat(300);
		expect(
			take(`${head}${empty}\n\n${empty}\n4-P1,Q2 2026,180,500,,all${empty}\n\n`, { ...given, counties: alder }),
		).toHaveLength(1);
	});

	it("does not take the template alone", () => {
		expect(ids(read(figuresTemplate()))).toEqual(["no-figures"]);
	});
});

const codes = caIndicators
	.listVintages()
	.flatMap(({ vintage }) => caIndicators.listIndicators(vintage))
	.filter(({ label }) => label !== null);

/** Any set of figures that a county could have. */
const figureSets = fc.uniqueArray(
	fc.record({
		county: fc.constantFrom(...sampleCounties),
		indicator: fc.constantFrom(...codes),
		group: fc.constantFrom("all", "child-welfare", "probation"),
		year: fc.integer({ min: 1990, max: 2025 }),
		counts: fc.tuple(fc.nat(5_000), fc.nat(5_000)),
		source: fc
			.string({ minLength: 1, maxLength: 60, unit: "grapheme" })
			.map((text) => `S ${text}`.replace(/[\p{Cc}\s]+/gu, " ").trim()),
	}),
	{
		selector: (figure) =>
			JSON.stringify([figure.county.id, figure.indicator.vintage, figure.indicator.code, figure.group, figure.year]),
		minLength: 1,
		maxLength: 20,
	},
);

describe("figuresToCsv", () => {
	it("writes what reads back to the same figures", () => {
		fc.assert(
			fc.property(figureSets, (set) => {
				const figures = set.map((figure, index) => toRow(figure, index + 2));
				expect(take(figuresToCsv(figures, sampleCounties))).toEqual(figures);
			}),
			{ seed: 20260701, numRuns: 60 },
		);
	});

	it("guards text that a spreadsheet would take for a formula", () => {
		const [first] = sampleFigures();
		const csv = figuresToCsv(first ? [{ ...first, source: "=1+1" }] : [], sampleCounties);
		expect(csv).toContain(",'=1+1,");
		expect(take(csv)[0]?.source).toBe("=1+1");
	});
});

type AnyFigure = typeof figureSets extends fc.Arbitrary<(infer Figure)[]> ? Figure : never;

function toRow({ county, indicator, group, year, counts, source }: AnyFigure, row: number): FigureRow {
	const [a, b] = counts;
	const [numerator, denominator] = [Math.min(a, b), Math.max(a, b) + 1];
	const scale = { percent: 100, "per-1000-days": 1_000, "per-100000-days": 100_000 }[indicator.unit as "percent"];
	const counted = scale !== undefined;
	return {
		row,
		jurisdictionId: county.id,
		indicator: indicator.code,
		vintage: indicator.vintage,
		populationGroup: group as FigureRow["populationGroup"],
		periodStart: plainDate(`${year}-01-01`),
		periodEnd: plainDate(`${year}-12-31`),
		numerator: counted ? numerator : null,
		denominator,
		value: counted ? (numerator * scale) / denominator : numerator / 10,
		source,
		dataAsOf: plainDate("2026-04-01"),
	};
}

/** What holds for every reading, whatever the file was. */
function expectSound(reading: FigureReading): void {
	if (reading.taken) {
		expect(reading.figures.length).toBeGreaterThan(0);
		expect(reading.problems.every(({ tier }) => tier === "look-at")).toBe(true);
	} else {
		expect(reading.figures).toEqual([]);
		expect(reading.problems.some(({ tier }) => tier !== "look-at")).toBe(true);
	}
	for (const { message, value } of reading.problems) {
		expect(message).toMatch(/^[A-Z].+: .+; .+; .+\.$/su);
		expect((value ?? "").length).toBeLessThanOrEqual(80);
	}
	expect(reading.counts.reduce((sum, { listed }) => sum + listed, 0)).toBe(reading.problems.length);
}

describe("bad input", () => {
	const good = encode(figuresToCsv(sampleFigures().slice(0, 6), sampleCounties));

	it("never throws on any bytes, and never fails without a reason", () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => expectSound(readFigures({ bytes }, options))),
			{ seed: 20260701, numRuns: 500 },
		);
	});

	it("never throws on a good file with bytes changed, dropped, doubled or put in", () => {
		const change = fc.record({
			at: fc.nat(good.length - 1),
			drop: fc.nat(30),
			put: fc.oneof(
				fc.uint8Array({ maxLength: 20 }),
				fc.constantFrom('"', '""', ",", ";", "\n", "\r", "\t", "=", "\u0000", "-1", "é").map(encode),
			),
		});
		fc.assert(
			fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
				const bytes = changes.reduce(
					(file, { at, drop, put }) => Uint8Array.from([...file.subarray(0, at), ...put, ...file.subarray(at + drop)]),
					good,
				);
				expectSound(readFigures({ bytes }, options));
			}),
			{ seed: 20260701, numRuns: 500 },
		);
	});

	it("never throws on any cells below good headings, from text or from a workbook", () => {
		const headings = figuresTemplate().trim().split(",");
		const cell = fc.oneof(
			fc.string({ maxLength: 30, unit: "binary" }),
			fc.constantFrom(
				"99001",
				"4-P1",
				"cfsr4",
				"2025-07-01",
				"2026-06-30",
				"",
				"0",
				"1",
				"100",
				".",
				"M",
				"=1",
				"Q2 2026",
				"all",
				"1e9",
				"__proto__",
				"constructor",
			),
		);
		fc.assert(
			fc.property(fc.array(fc.array(cell, { maxLength: 13 }), { maxLength: 8 }), (table) => {
				const rows = [headings, ...table].map((cells, index) => ({ row: index + 1, cells }));
				expectSound(figuresFromRows(rows, options));
			}),
			{ seed: 20260701, numRuns: 500 },
		);
	});

	it("takes what it writes after any change of one cell either whole or not at all", () => {
		const figures = sampleFigures().slice(0, 6);
		const table = decodeCsv(good).rows;
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 6 }), fc.nat(10), fc.string({ maxLength: 12 }), (rowAt, columnAt, text) => {
				const rows = table.map(({ row, cells }, index) => ({
					row,
					cells: index === rowAt ? cells.toSpliced(columnAt, 1, text) : cells,
				}));
				const reading = figuresFromRows(rows, options);
				expectSound(reading);
				if (reading.taken) expect(reading.figures.length).toBeGreaterThanOrEqual(figures.length - 1);
			}),
			{ seed: 20260701, numRuns: 300 },
		);
	});
});
