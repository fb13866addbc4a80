import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import checksums from "./checksums.json" with { type: "json" };
import { getNationalPerformance, getNationalPerformanceOn, nationalPerformance } from "./national-performance.ts";

const files = [
	"round-4/national-performance",
	"round-3/national-performance-revised",
	"round-3/national-performance-corrected",
];

describe("national performance", () => {
	it.each(files)("is locked: %s changes only with a new version", (name) => {
		const file = JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), "utf8"));
		const locked = (checksums as Record<string, Record<string, string>>)[name] ?? {};
		const sha256 = createHash("sha256").update(JSON.stringify(file)).digest("hex");
		expect(
			{ version: file.version, sha256 },
			`${name}.json has changed. Raise its "version" and add the new version with this checksum to checksums.json; never change a listed one.`,
		).toEqual({ version: file.version, sha256: locked[file.version] });
		expect(Object.keys(locked).at(-1)).toBe(file.version);
	});

	it("is that of indicators, section 1.1", () => {
		const values = (round: Parameters<typeof getNationalPerformance>[0]) =>
			getNationalPerformance(round).indicators.map(({ code, value }) => `${code} ${value}`);
		expect(values("round-4")).toEqual(["S1 9.07", "S2 9.7", "P1 35.2", "P2 43.8", "P3 37.3", "P4 5.6", "P5 4.48"]);
		expect(values("round-3-revised")).toEqual([
			"S1 9.67",
			"S2 9.5",
			"P1 42.7",
			"P2 45.9",
			"P3 31.8",
			"P4 8.1",
			"P5 4.44",
		]);
		expect(values("round-3-corrected")).toEqual([
			"S1 8.5",
			"S2 9.1",
			"P1 40.5",
			"P2 43.6",
			"P3 30.3",
			"P4 8.3",
			"P5 4.12",
		]);
	});

	it("shows percent with one decimal and rates with two, and says how sure each value is", () => {
		for (const { indicators } of nationalPerformance)
			for (const { unit, decimals, status, sources } of indicators) {
				expect(decimals).toBe(unit === "percent" ? 1 : 2);
				if (status === "confirmed") expect(sources).not.toEqual([]);
			}
		expect(getNationalPerformanceOn("round-3-revised", "P1").status).toBe("confirmed");
		expect(getNationalPerformanceOn("round-3-revised", "P4").note).toContain("entry cohort");
	});

	it("rests each indicator of round 4 on one outcome", () => {
		const outcomes = getNationalPerformance("round-4").outcomes.map(({ code, indicators }) => [code, indicators]);
		expect(outcomes).toEqual([
			["Safety Outcome 1", ["S1", "S2"]],
			["Permanency Outcome 1", ["P1", "P2", "P3", "P4", "P5"]],
		]);
	});
});
