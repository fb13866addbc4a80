import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { makeEdgeCaseExtracts, makeExtracts } from "./make-extracts.ts";
import { makeChildren } from "./population/make-children.ts";

type Field = { element: number | string; name: string; start?: number; end: number };
type Element = { element: number; tag: string; parent: string; occurs: string };

function layout<T>(name: string): T {
	return JSON.parse(readFileSync(new URL(`../../indicators/extracts/layouts/${name}.json`, import.meta.url), "utf8"));
}
const legacyFields = layout<{ fields: Field[] }>("afcars-legacy").fields;
const ncandsFields = layout<{ fields: Field[] }>("ncands-child-file").fields;
const elements = layout<{ elements: Element[] }>("afcars-2020").elements;

const years = { first: 2021, last: 2025 };
const request = { seed: 7, children: 1500, years };
const texts = new Map(makeExtracts(request).map(({ name, chunks }) => [name, [...chunks].join("")]));
const edgeTexts = new Map(makeEdgeCaseExtracts().map(({ name, chunks }) => [name, [...chunks].join("")]));

function textOf(name: string, from = texts): string {
	const text = from.get(name);
	if (text === undefined) throw new Error(`There is no ${name}.`);
	return text;
}

/** The children's lines of a legacy file. */
const linesOf = (name: string, from = texts) => textOf(name, from).split("\n").slice(2, -2);

function fieldsOf(line: string, fields: readonly Field[]): Record<string, string> {
	return Object.fromEntries(
		fields.flatMap(({ name, start, end }) => (start === undefined ? [] : [[name, line.slice(start - 1, end)]])),
	);
}

describe("the files of five years", () => {
	it("are two AFCARS files and a Child File for each year, the AFCARS 2020 ones from 23A", () => {
		expect([...texts.keys()]).toEqual([
			...["afcars-21A.txt", "afcars-21B.txt", "afcars-22A.txt", "afcars-22B.txt"],
			...["afcars-23A.xml", "afcars-23B.xml", "afcars-24A.xml", "afcars-24B.xml", "afcars-25A.xml", "afcars-25B.xml"],
			...["ncands-2021.txt", "ncands-2022.txt", "ncands-2023.txt", "ncands-2024.txt", "ncands-2025.txt"],
		]);
	});

	it("are the same bytes for the same seed, and others for another", () => {
		const digest = (seed: number) => {
			const hash = createHash("sha256");
			for (const { chunks } of makeExtracts({ ...request, seed, children: 200 }))
				for (const chunk of chunks) hash.update(chunk);
			return hash.digest("hex");
		};
		expect(digest(7)).toBe(digest(7));
		expect(digest(8)).not.toBe(digest(7));
	});

	it("tell the same of a child however many are made, and can be read twice", () => {
		const few = makeExtracts({ ...request, children: 300 });
		for (const { name, chunks } of few) {
			const records = [...chunks]
				.join("")
				.split("\n")
				.filter((line) => /^<record>|^99|^20/.test(line))
				.slice(1, -1);
			expect(textOf(name)).toContain(records.join("\n"));
			expect([...chunks].join("")).toBe([...chunks].join(""));
		}
	});

	it("come in chunks, so that no file is ever whole in memory", () => {
		const file = makeExtracts(request).find(({ name }) => name === "afcars-23A.xml");
		const sizes = [...(file?.chunks ?? [])].map((chunk) => chunk.length);
		expect(sizes.length).toBeGreaterThan(10);
		expect(Math.max(...sizes)).toBeLessThan(150_000);
	});

	it("refuse a number of children or years that cannot be", () => {
		expect(() => makeExtracts({ ...request, children: -1 })).toThrow(RangeError);
		expect(() => makeExtracts({ ...request, children: 1.5 })).toThrow(RangeError);
		expect(() => makeExtracts({ ...request, years: { first: 2025, last: 2021 } })).toThrow(RangeError);
	});
});

describe("a legacy AFCARS file", () => {
	it("has delimiters, a summary line of 174 characters and lines of 197", () => {
		for (const from of [texts, edgeTexts])
			for (const name of ["afcars-21A.txt", "afcars-21B.txt", "afcars-22A.txt", "afcars-22B.txt"]) {
				const lines = textOf(name, from).split("\n");
				expect(lines[0]).toBe("@");
				expect(lines[1]).toHaveLength(174);
				expect(lines.slice(-2)).toEqual(["#", ""]);
				expect(new Set(linesOf(name, from).map((line) => line.length))).toEqual(new Set([197]));
			}
	});

	it("has each value where the layout has it", () => {
		const line = linesOf("afcars-22B.txt", edgeTexts).find((each) => each.includes("EDGE039 ")) ?? "";
		expect(fieldsOf(line, legacyFields)).toMatchObject({
			...{ STATE: "99", REPDATYR: "2022", REPDATMO: "09", FIPSCODE: "99139", RECNUMBR: "EDGE039     " },
			...{
				DOB: "20120615",
				SEX: "1",
				AMIAKN: "0",
				WHITE: "1",
				UNTODETM: "0",
				HISORGIN: "2",
				CLINDIS: "2",
				AGEADOPT: "0",
			},
			...{ Rem1Dt: "20200601", TOTALREM: "02", DLstFCDt: "20220510", LatRemDt: "20220801", RemTrnDt: "20220806" },
			...{ CurSetDt: "20220801", NUMPLEP: "01", MANREM: "2", NEGLECT: "1", HOUSING: "0", CURPLSET: "3", PLACEOUT: "2" },
			...{
				CASEGOAL: "1",
				CTKFAMST: "3",
				CTK1YR: "1991",
				FOSFAMST: "3",
				FCCTK1YR: "1956",
				RF1WHITE: "1",
				HOFCCTK1: "2",
			},
			...{ DoDFCDt: "        ", DISREASN: "0", IVEFC: "1", FCMNTPAY: "00743" },
		});
	});

	it("tells the exit, and a trial home visit as the current setting that is no placement", () => {
		const line = linesOf("afcars-22A.txt", edgeTexts).find((each) => each.includes("EDGE029B")) ?? "";
		expect(fieldsOf(line, legacyFields)).toMatchObject({
			...{ CurSetDt: "20210920", NUMPLEP: "01", CURPLSET: "8", DoDFCDt: "20211104", DISREASN: "1" },
		});
	});

	it("follows a child in care from file to file until the exit", () => {
		const openIn = (name: string) =>
			linesOf(name)
				.map((line) => fieldsOf(line, legacyFields))
				.filter(({ DoDFCDt }) => DoDFCDt === "        ")
				.map(({ RECNUMBR }) => RECNUMBR);
		const next = new Set(linesOf("afcars-21B.txt").map((line) => line.slice(13, 25)));
		const open = openIn("afcars-21A.txt");
		expect(open.length).toBeGreaterThan(100);
		expect(open.filter((number) => !next.has(number ?? ""))).toEqual([]);
	});
});

type Node = { readonly path: string; readonly text: string };

/** Every element with its path and text. Throws when the text is not well-formed XML. */
function nodesOf(xml: string): Node[] {
	const nodes: Node[] = [];
	const path: string[] = [];
	let text = "";
	const parser = new SaxesParser({ xmlns: true });
	parser.on("error", (error) => {
		throw error;
	});
	parser.on("opentag", ({ name }) => {
		path.push(name);
		text = "";
	});
	parser.on("text", (more) => {
		text += more;
	});
	parser.on("closetag", () => {
		nodes.push({ path: path.join("/"), text: text.trim() });
		path.pop();
		text = "";
	});
	parser.write(xml).close();
	return nodes;
}

describe("an AFCARS 2020 file", () => {
	const nodes = nodesOf(textOf("afcars-23B.xml"));
	const plain = (parent: string) =>
		parent
			.replace(/ \([^)]*\)/g, "")
			.replace(/; also .*/, "")
			.replaceAll(" ", "");
	const pathsOf = ({ tag, parent }: Element) =>
		parent === "acf:data" ? [`acf:data/${tag}`] : [`acf:data/records/${plain(parent)}/${tag}`];

	it("is well-formed, in all periods and for the edge cases", () => {
		for (const from of [texts, edgeTexts])
			for (const [name, text] of from) if (name.endsWith(".xml")) expect(nodesOf(text).length).toBeGreaterThan(100);
	});

	it("has elements only where the layout has them", () => {
		const known = new Set(elements.flatMap(pathsOf));
		const short = /removal_1993\/(E69_removal_date|E153_exit_date|E155_exit_reason)$/;
		const isElement = (path: string) => /\/E\d+_(?!E?\d)[^/]*$/.test(path);
		const strange = nodes.filter(({ path }) => isElement(path) && !known.has(path) && !short.test(path));
		expect(nodes.filter(({ path }) => isElement(path)).length).toBeGreaterThan(10_000);
		expect([...new Set(strange.map(({ path }) => path))]).toEqual([]);
	});

	it("has every element that a record must have", () => {
		const count = new Map<string, number>();
		for (const { path } of nodes) count.set(path, (count.get(path) ?? 0) + 1);
		const records = count.get("acf:data/records/record");
		const missing = elements
			.filter(({ occurs, parent }) => occurs === "1" && parent.startsWith("record") && !parent.includes("("))
			.filter(({ parent }) => !parent.includes("removal_2020"))
			.filter((element) => pathsOf(element).every((path) => count.get(path) !== records));
		expect(missing).toEqual([]);
		const removal = "acf:data/records/record/E69_E186_removals/removal_2020";
		for (const { tag } of elements.filter(
			({ occurs, parent }) => occurs === "1" && plain(parent).endsWith("removal_2020"),
		))
			expect([tag, count.get(`${removal}/${tag}`)]).toEqual([tag, count.get(removal)]);
	});

	it("tells earlier removals in the short form, and tells homes apart by the birth years of the foster parents", () => {
		const text = textOf("afcars-23A.xml", edgeTexts);
		const record = (number: string) => new RegExp(`<record><E4[^>]*>${number}<.*`).exec(text)?.[0] ?? "";
		expect(record("EDGE041")).toMatch(
			/removal_1993><E69_removal_date>20211115.*20220320.*<removal_1993><E69_removal_date>20220402/,
		);
		expect(record("EDGE060").match(/E125_foster_parent1_birth_year>(\d+)</g)).toHaveLength(1);
		expect(record("EDGE061")).toContain("<E120_other_living_arrangement_type>3<");
		const birthYears = [...record("EDGE061").matchAll(/<E125_foster_parent1_birth_year>(\d+)/g)].map(
			([, year]) => year,
		);
		expect(new Set(birthYears).size).toBe(2);
		expect(record("EDGE058")).toContain("<E155_exit_reason>9<");
		expect(record("EDGE058")).not.toContain("E153");
	});
});

describe("an NCANDS Child File", () => {
	it("has lines of 312 characters, of dispositions in its year", () => {
		for (const from of [texts, edgeTexts])
			for (const year of [2021, 2022, 2023, 2024, 2025]) {
				const lines = textOf(`ncands-${year}.txt`, from).split("\n").filter(Boolean);
				expect([...new Set(lines.map((line) => line.length))].filter((length) => length !== 312)).toEqual([]);
				for (const line of lines) {
					const { SubYr = "", RptDispDt = "" } = fieldsOf(line, ncandsFields);
					expect(SubYr).toBe(String(year));
					const disposed = `${RptDispDt.slice(4)}${RptDispDt.slice(0, 4)}`;
					expect(disposed > `${year - 1}0930` && disposed < `${year}1001`).toBe(true);
				}
			}
	});

	it("has each value where the layout has it", () => {
		const line =
			textOf("ncands-2023.txt", edgeTexts)
				.split("\n")
				.find((each) => each.includes("EDGE072")) ?? "";
		expect(fieldsOf(line, ncandsFields)).toMatchObject({
			...{
				SubYr: "2023",
				StaTerr: "HC",
				RptID: "R0721       ",
				ChID: "CEDGE072    ",
				RptCnty: "172",
				RptDt: "03012023",
			},
			...{
				RptSrc: "04",
				RptDisp: "01",
				RptDispDt: "03112023",
				ChAge: "10",
				ChBdate: "06152012",
				ChSex: "1",
				ChRacAI: "2",
			},
			...{
				ChRacWh: "1",
				CEthn: "2",
				ChCnty: "172",
				ChMal1: "2",
				Mal1Lev: "01",
				ChMal2: " ",
				Mal2Lev: "  ",
				MalDeath: "2",
			},
			...{
				CdAlc: "9",
				ServDate: "        ",
				WrkrID: "W00000000001",
				Per1ID: "P00000000001",
				Per1Rel: "04",
				Per1Age: "29",
			},
			...{ Per2ID: "            ", AFCARSID: "EDGE072     ", IncidDt: "10152022" },
		});
	});
});

describe("the practice population", () => {
	const children = [...makeChildren({ seed: 3, children: 20_000, years })];
	const inCare = children.filter(({ removals }) => removals.length > 0);

	it("has children of all ages, sexes and counties, and sixty of a hundred in care at some time", () => {
		expect(inCare.length / children.length).toBeCloseTo(0.6, 1);
		expect(new Set(children.map(({ county }) => county)).size).toBe(8);
		expect(new Set(children.map(({ sex }) => sex)).size).toBe(3);
		expect(inCare.every(({ birth, removals }) => birth !== null && birth <= (removals[0]?.removal ?? 0))).toBe(true);
	});

	it("has stays in order, which begin with a setting on the day of removal", () => {
		for (const { removals } of inCare)
			for (const [place, { removal, exit, settings, visits }] of removals.entries()) {
				expect(settings[0]?.start).toBe(removal);
				const starts = settings.map(({ start }) => start);
				expect(starts).toEqual([...starts].sort((a, b) => a - b));
				expect(exit ?? removal).toBeGreaterThanOrEqual(removal);
				const before = removals[place - 1]?.exit;
				if (before !== undefined && before !== null) expect(removal).toBeGreaterThan(before);
				expect(visits.every(({ date }) => date >= removal && date <= (exit ?? date))).toBe(true);
			}
	});

	it("has re-entries within a year and maltreatment in care of the magnitude of published figures", () => {
		const going = inCare.flatMap(({ removals }) =>
			removals.flatMap(({ exit, reason }, place) =>
				reason === "REUNIFICATION" || reason === "RELATIVE" || reason === "GUARDIANSHIP"
					? [{ exit: exit ?? 0, back: removals[place + 1]?.removal }]
					: [],
			),
		);
		const back = going.filter(({ exit, back }) => back !== undefined && back - exit < 365).length / going.length;
		expect(back).toBeGreaterThan(0.04);
		expect(back).toBeLessThan(0.08);
		const last = 20_361;
		const days = inCare.flatMap(({ removals }) =>
			removals.map(({ removal, exit }) => Math.max(0, Math.min(exit ?? last, last) - Math.max(removal, last - 1826))),
		);
		const reports = inCare.flatMap(({ removals, reports }) =>
			reports.filter(
				({ date, levels }) =>
					(levels[0] ?? 9) <= 2 &&
					removals.some(({ removal, exit }) => date >= removal + 7 && date < (exit ?? last) && date > last - 1826),
			),
		);
		const rate = (reports.length / days.reduce((sum, each) => sum + each, 0)) * 100_000;
		expect(rate).toBeGreaterThan(7);
		expect(rate).toBeLessThan(11);
	});

	it("fills the periods evenly", () => {
		const sizes = ["21A", "22A", "22B"].map((period) => linesOf(`afcars-${period}.txt`).length);
		const newer = ["23A", "24A", "25B"].map((period) => textOf(`afcars-${period}.xml`).split("<record>").length - 1);
		for (const size of [...sizes, ...newer]) {
			expect(size).toBeGreaterThan(200);
			expect(size).toBeLessThan(450);
		}
	});
});
