import { describe, expect, it } from "vitest";
import { plainDate } from "../../domain/calendar/plain-date.ts";
import { caIndicators } from "../../frameworks/ca-indicators/catalogue.ts";
import type { FigureOptions } from "./figure-options.ts";
import { type FigureProblemId, figureProblemIds, figureProblems } from "./figure-problems.ts";
import type { Problem } from "./problem.ts";
import { readFigures } from "./read-figures.ts";
import { sampleCounties } from "./sample-figures.ts";

const options: FigureOptions = {
	counties: sampleCounties,
	catalogue: caIndicators,
	defaultVintages: ["cfsr4", "state-current"],
	today: plainDate("2026-10-15"),
};
const head = "county,county name,indicator,vintage,period,numerator,denominator,value,group,source,data as of";
const good = {
	county: "99001",
	"county name": "",
	indicator: "4-P1",
	vintage: "",
	period: "JUL2025-JUN2026",
	numerator: "180",
	denominator: "500",
	value: "",
	group: "all",
	source: "CCWIP",
	"data as of": "2026-07-01",
};

/** A file of one good row with some cells changed. */
function row(change: Partial<typeof good>): string {
	const cells = Object.values({ ...good, ...change });
	return `${head}\n${cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",")}\n`;
}

const goodRow = row({}).split("\n")[1] ?? "";
const bytes = (...values: number[]) => Uint8Array.from(values);
const text = (value: string) => new TextEncoder().encode(value);

/** For every problem a file that has it. The compiler asks for one when a problem is added to the list. */
const filesWith: Readonly<Record<FigureProblemId, string | Uint8Array>> = {
	"file-empty": "",
	"file-too-large": new Uint8Array(25 * 1024 * 1024 + 1).fill(65),
	"file-not-text": "%PDF-1.7\n...",
	"file-encoding": bytes(0xef, 0xbb, 0xbf, 0x41, 0xff, 0x41),
	"line-too-long": `${head}\n${"x".repeat(100_001)}`,
	"too-many-rows": `${head}\n${",,,,,,,,,,\n".repeat(200_000)}`,
	"too-many-columns": `${head}\n${"x,".repeat(101)}`,
	"quote-not-closed": `${head}\n"99001,4-P1`,
	"quote-inside-cell": `${head}\n99001,Ald"er,4-P1`,
	"cell-too-long": row({ source: "x".repeat(2_001) }),
	"headings-not-found": "1,2,3\n4,5,6\n",
	"column-missing": "county,indicator,numerator,denominator,source,data as of\n",
	"column-twice": `${head},rate\n${goodRow},36\n`,
	"row-too-long": `${head}\n${goodRow},234\n`,
	"no-figures": `${head}\n`,
	"county-missing": row({ county: "" }),
	"county-unknown": row({ county: "Cedar" }),
	"county-disagrees": row({ "county name": "Birch" }),
	"indicator-missing": row({ indicator: "" }),
	"indicator-unknown": row({ indicator: "4-P9" }),
	"indicator-ambiguous": row({ indicator: "2C" }),
	"indicator-reserved": row({ indicator: "4C", vintage: "2004" }),
	"vintage-unknown": row({ vintage: "cfsr9" }),
	"period-missing": row({ period: "" }),
	"period-not-understood": row({ period: "last year" }),
	"period-one-day": row({ period: "2026-06-30" }),
	"period-unclear-year": row({ period: "FY 2025" }),
	"period-needs-day": row({ indicator: "4A", vintage: "state-current", period: "Q2 2026" }),
	"period-backwards": row({ period: "2026-06-30/2025-07-01" }),
	"period-not-over": row({ period: "JAN2026-DEC2026" }),
	"date-impossible": row({ "data as of": "31 September 2019" }),
	"date-not-understood": row({ "data as of": "7/1/26" }),
	"date-serial": row({ "data as of": "46204" }),
	"group-unknown": row({ group: "girls" }),
	"number-not-understood": row({ numerator: "about 180" }),
	"number-formula": row({ numerator: "=SUM(A1:A9)" }),
	"number-spreadsheet-error": row({ denominator: "#REF!" }),
	"number-decimal-comma": row({ value: "36,0" }),
	"number-comma-unclear": row({ denominator: "1,500" })
		.replaceAll('"1,500"', "1.500")
		.replaceAll(",", ";")
		.replace("1.500", "1,500"),
	"number-shortened": row({ denominator: "1.5E+06" }),
	"number-percent-sign": row({ numerator: "36%" }),
	"number-negative": row({ numerator: "-5" }),
	"number-too-large": row({ denominator: "9999999999999" }),
	"count-not-whole": row({ numerator: "180.5" }),
	"figure-missing": row({ numerator: "", denominator: "" }),
	"count-missing": row({ denominator: "" }),
	"value-missing": row({ indicator: "C1.2", numerator: "", denominator: "40" }),
	"numerator-above-denominator": row({ numerator: "501" }),
	"nothing-below": row({ denominator: "0" }),
	"percent-above-100": row({ numerator: "", denominator: "", value: "120" }),
	"value-disagrees": row({ value: "37.0" }),
	"source-missing": row({ source: "" }),
	"source-too-long": row({ source: "x".repeat(301) }),
	"data-date-missing": row({ "data as of": "" }),
	"data-date-early": row({ "data as of": "2026-04-01" }),
	"data-date-future": row({ "data as of": "2027-01-01" }),
	"same-figure-different": `${row({})}${goodRow.replace(",180,", ",181,")}\n`,
	"same-figure-twice": `${row({})}${goodRow}\n`,
	"read-as-windows": Uint8Array.from([...text(row({ source: "Caf_" }))].map((byte) => (byte === 95 ? 0xe9 : byte))),
	"rows-above-headings": `Outcome figures of two counties\n\n${row({})}`,
	"column-unused": `${head},Percent of standard\n${goodRow},>100\n`,
	"row-of-text": `${row({})}"Data Source: CWS/CMS 2026 Quarter 2 Extract."\n`,
	"group-assumed": row({}).replace(",group,", ",,").replace(",all,", ",,"),
	"group-not-covered": row({ indicator: "4-S2", group: "probation" }),
	"quarter-as-year": row({ indicator: "2F", vintage: "state-current", period: "Q2 2026" }),
	"period-odd": row({ period: "2025-07-01/2026-06-29" }),
	"value-as-share": row({ value: "0.36" }),
	"value-maybe-share": row({ numerator: "", denominator: "", value: "0.36" }),
	"dot-as-zero": row({ numerator: "." }),
	"nothing-to-count": row({ numerator: "0", denominator: "0" }),
	"masked-not-taken": row({ numerator: "M" }),
	"masked-count": row({ numerator: "*", value: "7.0" }),
};

function read(file: string | Uint8Array) {
	return readFigures({ bytes: typeof file === "string" ? text(file) : file }, options);
}

const readings = new Map(figureProblemIds.map((id) => [id, read(filesWith[id])]));

/** The first problem of a kind in the file made for it. */
function problemIn(id: FigureProblemId): Problem | undefined {
	return readings.get(id)?.problems.find(({ rule }) => rule.id === id);
}

describe("the list of problems", () => {
	it.each(figureProblemIds)("%s can be met, and blocks or not as its tier says", (id) => {
		const reading = readings.get(id);
		expect(problemIn(id), `found instead: ${reading?.problems.map(({ message }) => message).join("\n")}`).toBeDefined();
		if (figureProblems[id].tier !== "look-at") expect(reading?.taken).toBe(false);
		expect((reading?.figures.length ?? 0) > 0).toBe(reading?.taken);
	});

	it.each(figureProblemIds)("%s is told in one whole sentence, with nothing left blank", (id) => {
		const problem = problemIn(id);
		expect(problem?.message).toMatch(/^(Row \d+|Column|The file).*: .*; .*; .*[^.]\.$/);
		expect(problem?.message).not.toMatch(/[{}]|undefined|null|“”| {2}|\*\w/);
		expect(problem?.rule.text).toMatch(/^[A-Z].*\.$/);
		expect(problem?.remedy).toMatch(/^[A-Z].*\.$/);
		expect(problem?.value?.length ?? 0).toBeLessThanOrEqual(80);
	});

	it("fills every blank of its words", () => {
		for (const id of figureProblemIds) {
			const { found, expected, remedy } = figureProblems[id];
			const blanks = [found, expected, remedy].join(" ").match(/\{\w+\}/g) ?? [];
			const message = problemIn(id)?.message ?? "";
			const pattern = [found, expected, remedy]
				.map((template) =>
					template
						.split(/\{\w+\}/)
						.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
						.join("(.+)"),
				)
				.join("; ");
			expect(new RegExp(`${pattern}\\.$`).exec(message)?.length, `${id}: ${message}`).toBe(blanks.length + 1);
		}
	});
});

describe("a problem's sentence", () => {
	const messageOf = (file: string, id: FigureProblemId) =>
		read(file).problems.find(({ rule }) => rule.id === id)?.message;

	it("names row, column, value, rule and remedy", () => {
		expect(messageOf(row({ numerator: "about 180" }), "number-not-understood")).toBe(
			"Row 2, column F (numerator): “about 180” is not a number; the numerator is written in digits, for example 123; write the number, or leave the cell empty if there is none.",
		);
	});

	it("suggests the nearest codes for an unknown indicator", () => {
		expect(messageOf(row({ indicator: "4-P11" }), "indicator-unknown")).toContain("4-P1 (cfsr4)");
		expect(messageOf(row({ indicator: "3-P4", vintage: "cfsr4" }), "indicator-unknown")).toContain("3-P4 (cfsr3)");
	});

	it("names the counties of the load", () => {
		expect(messageOf(row({ county: "Yolo" }), "county-unknown")).toContain("Alder (99001) and Birch (99003)");
	});

	it("says why a date does not exist", () => {
		expect(messageOf(row({ "data as of": "9/31/2019" }), "date-impossible")).toContain("September 2019 has 30 days");
		expect(messageOf(row({ "data as of": "31/12/2025" }), "date-impossible")).toContain("there is no month 31");
	});

	it("shows signs that cannot be seen, and shortens long values", () => {
		expect(messageOf(row({ numerator: "18\u200b0" }), "number-not-understood")).toContain("“18⟨U+200B⟩0”");
		const long = read(row({ county: "x".repeat(1_000) })).problems[0];
		expect(long?.value).toHaveLength(80);
	});
});
