import { describe, expect, it } from "vitest";
import { countyKeys, practicePlaces } from "../../data/places.ts";
import { makeEdgeCaseExtracts } from "../make-extracts.ts";
import { periodOf } from "../periods.ts";
import { edgeCaseChildren, edgeCases } from "./edge-case-children.ts";

const texts = new Map(makeEdgeCaseExtracts().map(({ name, chunks }) => [name, [...chunks].join("")]));
const has = (name: string, record: string) => (texts.get(name) ?? "").includes(record);

describe("the edge cases", () => {
	it("are all cases about files, 1 to 98, each with something to expect", () => {
		expect([...new Set(edgeCases.map(({ number }) => number))]).toEqual(
			Array.from({ length: 98 }, (_, place) => place + 1),
		);
		for (const { id, expectations, quality, readings } of edgeCases)
			expect(expectations.length + quality.length + readings.length, id).toBeGreaterThan(0);
	});

	it("have a county of their own that the practice state does not have, and record numbers that are theirs", () => {
		const counties = edgeCases.map(({ county }) => county);
		expect(new Set(counties).size).toBe(counties.length);
		for (const county of counties) expect(county).toMatch(/^99\d{3}$/);
		expect(countyKeys.map((key) => practicePlaces[key].code).filter((code) => counties.includes(code))).toEqual([]);
		for (const { county, children } of edgeCases) for (const child of children) expect(child.county).toBe(county);
		const numbers = edgeCases.flatMap(({ children }) => children.map(({ recordNumber }) => recordNumber));
		expect(new Set(numbers).size).toBe(numbers.length);
		for (const number of numbers) expect(number).toMatch(/^EDGE\d{3}[A-Z]?\w{0,3}$/);
	});

	it("expect one thing of an indicator, window and option", () => {
		for (const { id, expectations } of edgeCases) {
			const keys = expectations.map(({ window, indicator, options }) => JSON.stringify([window, indicator, options]));
			expect(new Set(keys).size, id).toBe(keys.length);
		}
	});

	it("expect S1 and P5 no more days than the window has, and no more children than the case has", () => {
		for (const { id, expectations, children } of edgeCases)
			for (const each of expectations) {
				if ("excluded" in each) continue;
				const most = each.indicator === "S1" || each.indicator === "P5" ? 366 : 2 * children.length;
				expect(each.denominator, id).toBeGreaterThan(0);
				expect(each.denominator, id).toBeLessThanOrEqual(most);
				expect(each.numerator, id).toBeLessThanOrEqual(each.denominator);
			}
	});

	it("expect the days in care that the stays give, wherever stays and moves are plain", () => {
		const plain = edgeCases.filter(({ number }) => (number >= 3 && number <= 5) || (number >= 60 && number <= 77));
		for (const { id, children, expectations } of plain)
			for (const each of expectations) {
				if ("excluded" in each || (each.indicator !== "P5" && each.indicator !== "S1")) continue;
				const start = periodOf(each.window.slice(0, 3)).start;
				const end = periodOf(each.window.slice(3)).end;
				const days = children
					.flatMap(({ removals }) => removals)
					.filter(({ removal, exit }) => removal <= end && (exit ?? end) >= start)
					.map(({ removal, exit }) => Math.min(exit ?? end, end) - Math.max(removal, start - (exit === null ? 1 : 0)));
				expect(each.denominator, `${id} ${each.indicator}`).toBe(days.reduce((sum, some) => sum + some, 0));
			}
	});

	it("stand in the files that they need", () => {
		expect(edgeCaseChildren.length).toBe(edgeCases.filter(({ alone }) => !alone).length + 1);
		for (const [name, text] of texts) expect(text, name).toMatch(/EDGE/);
		expect(["22B.txt", "23A.xml", "23B.xml"].map((name) => has(`afcars-${name}`, "EDGE044"))).toEqual([
			true,
			false,
			true,
		]);
		expect(has("afcars-23A.xml", "EDGE042") || has("afcars-25B.xml", "EDGE042")).toBe(false);
		expect(texts.get("afcars-23A.xml")?.match(/EDGE045/g)).toHaveLength(2);
		expect(has("afcars-22B.txt", "EDGE046     ")).toBe(true);
		expect(
			texts
				.get("afcars-22B.txt")
				?.split("\n")
				.find((line) => line.includes("EDGE046"))
				?.slice(75, 83),
		).toBe("20211201");
		expect(texts.get("afcars-23A.xml")).toMatch(/EDGE046<.*<E69_removal_date>20211205</);
		expect(
			texts
				.get("afcars-22B.txt")
				?.split("\n")
				.find((line) => line.includes("EDGE047"))
				?.slice(168, 176),
		).toBe("20220920");
		expect(has("ncands-2024.txt", "R0751") && !has("ncands-2023.txt", "R0751")).toBe(true);
	});

	it("give cases about a whole file a folder of their own", () => {
		expect(texts.get("case-48/afcars-22B.txt")?.match(/EDGE048X\d/g)).toHaveLength(10);
		expect(texts.get("case-48/afcars-23A.xml")?.match(/EDGE048X\d/g)).toHaveLength(3);
		expect(texts.get("case-48/afcars-23A.xml")?.match(/NEW048X\d/g)).toHaveLength(7);
		expect(texts.get("case-49/afcars-23A.xml")?.match(/<removal_1993>/g)).toHaveLength(1);
		expect(has("afcars-23A.xml", "EDGE049")).toBe(false);
	});
});
