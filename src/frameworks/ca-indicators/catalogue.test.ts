import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { plainDate } from "../../domain/calendar/plain-date.ts";
import { findStandardOn } from "../../domain/measure/find-standard-on.ts";
import { caIndicators, findIndicator, findVintage, getIndicator, listIndicators } from "./catalogue.ts";
import checksums from "./checksums.json" with { type: "json" };
import sources from "./sources.json" with { type: "json" };
import { vintages } from "./vintages.ts";

const all = vintages.flatMap(({ indicators }) => indicators);

describe("the catalogue", () => {
	it("holds the five vintages, oldest first, with the rows that the sources list", () => {
		expect(vintages.map(({ vintage, indicators }) => [vintage, indicators.length])).toEqual([
			["ccfsr-2004", 22],
			["cfsr2", 28],
			["cfsr3", 7],
			["cfsr4", 7],
			["state-current", 11],
		]);
	});

	it.each(vintages.map(({ vintage }) => vintage))("is locked: %s changes only with a new version", (vintage) => {
		const file = JSON.parse(readFileSync(new URL(`${vintage}.json`, import.meta.url), "utf8"));
		const locked = (checksums as Record<string, Record<string, string>>)[vintage] ?? {};
		const sha256 = createHash("sha256").update(JSON.stringify(file)).digest("hex");
		expect(
			{ version: file.version, sha256 },
			`${vintage}.json has changed. Raise its "version" and add the new version with this checksum to checksums.json; never change a listed one.`,
		).toEqual({ version: file.version, sha256: locked[file.version] });
		expect(Object.keys(locked).at(-1)).toBe(file.version);
	});

	it("shows no label, unit or direction for a code whose meaning is unknown", () => {
		const reserved = all.filter((indicator) => indicator.label === null);
		expect(reserved.map(({ vintage, code }) => `${vintage} ${code}`)).toEqual(
			["1D", "4C", "4D", "4F", "5A"].map((code) => `ccfsr-2004 ${code}`),
		);
		for (const indicator of reserved)
			expect(indicator).toMatchObject({ status: "unknown", unit: null, desiredDirection: null, standard: null });
		expect(all.filter((indicator) => indicator.status === "unknown")).toEqual(reserved);
	});

	it("names no source that is not listed, and one for every confirmed fact", () => {
		for (const indicator of all) {
			const named = [...indicator.sources, ...indicator.standards.flatMap((standard) => standard.sources)];
			for (const key of named) expect(sources).toHaveProperty([key]);
			if (indicator.status === "confirmed") expect(indicator.sources).not.toEqual([]);
			for (const standard of indicator.standards)
				if (standard.status === "confirmed") expect(standard.sources).not.toEqual([]);
		}
	});

	it("states every standard in the unit of its indicator, oldest first", () => {
		for (const { unit, standards } of all) {
			expect(standards.every((standard) => standard.unit === unit)).toBe(true);
			const from = standards.map((standard) => standard.effectiveFrom ?? "");
			expect([...from].sort()).toEqual(from);
		}
	});
});

describe("standards", () => {
	it("tells national standards, which observed figures are held against, from national performance, which they are not", () => {
		const kinds = (vintage: string) =>
			new Set(listIndicators(vintage).flatMap(({ standards }) => standards.map(({ kind }) => kind)));
		expect(kinds("ccfsr-2004")).toEqual(new Set(["national-standard"]));
		expect(kinds("cfsr2")).toEqual(new Set(["national-standard"]));
		expect(kinds("cfsr3")).toEqual(new Set(["national-performance"]));
		expect(kinds("cfsr4")).toEqual(new Set(["national-performance"]));
		expect(kinds("state-current")).toEqual(new Set());
	});

	it("says which standards are confirmed", () => {
		expect(getIndicator("cfsr2", "C4.1")).toMatchObject({ standard: { value: 86 }, standardStatus: "confirmed" });
		expect(getIndicator("ccfsr-2004", "3E")).toMatchObject({ standard: { value: 76.2 }, standardStatus: "known" });
		expect(getIndicator("ccfsr-2004", "2B")).toMatchObject({ standard: null, standardStatus: null });
	});

	it("keeps both values of round 3 and finds the one of the day", () => {
		const { standards, standard } = getIndicator("cfsr3", "P1");
		expect(findStandardOn(standards, plainDate("2016-06-30"))?.value).toBe(40.5);
		expect(findStandardOn(standards, plainDate("2019-06-30"))?.value).toBe(42.7);
		expect(standard?.value).toBe(42.7);
	});
});

describe("findIndicator", () => {
	it.each([
		["cfsr3", "3-P1", "3-P1"],
		["cfsr3", "P1", "3-P1"],
		["cfsr4", "P1", "4-P1"],
		["cfsr4", "CFSR4-P1", "4-P1"],
		["cfsr4", " 4 p1", "4-P1"],
		["cfsr4", "4‑P1", "4-P1"],
		["cfsr2", "s1.1", "S1.1"],
		["cfsr2", "4E(1)", "4E(1)"],
		["cfsr2", "4E (2)", "4E(2)"],
		["cfsr2", "5B.1", "5B(1)"],
		["ccfsr-2004", "3e", "3E"],
	])("in %s reads %s as %s", (vintage, text, code) => {
		expect(findIndicator(vintage, text)?.code).toBe(code);
	});

	it("does not carry a code into another vintage", () => {
		expect(findIndicator("cfsr4", "3-P4")).toBeUndefined();
		expect(findIndicator("ccfsr-2004", "4E(1)")).toBeUndefined();
		expect(findIndicator("no-such", "P1")).toBeUndefined();
		expect(() => getIndicator("cfsr4", "9Z")).toThrow(/9Z/);
	});

	it("spells no two indicators of a vintage alike, and finds each by every spelling", () => {
		for (const indicator of all)
			for (const spelling of [indicator.code, ...indicator.aliases])
				expect(caIndicators.findIndicator(indicator.vintage, spelling)).toBe(indicator);
	});
});

describe("findVintage", () => {
	it.each([
		["CFSR 4", "cfsr4"],
		["Round 3", "cfsr3"],
		["2004", "ccfsr-2004"],
		["state_current", "state-current"],
	])("reads %s as %s", (text, vintage) => expect(findVintage(text)).toBe(vintage));

	it("finds none for other words", () => expect(findVintage("CFSR 9")).toBeUndefined());
});
