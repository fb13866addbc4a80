import { describe, expect, it } from "vitest";
import { plainDate } from "../../../domain/calendar/plain-date.ts";
import type { IndicatorWindowProps } from "../../../web/pages/indicators/indicator-props.ts";
import { changeOf } from "./change-of.ts";
import { disparityOf } from "./disparity-of.ts";

function window(name: string, start: string, end: string, numerator: number | null, denominator: number | null) {
	const isMasked = numerator === null || denominator === null;
	const observed = isMasked ? null : (numerator / denominator) * 100;
	return {
		run: {
			...{ window: name, windowStart: plainDate(start), windowEnd: plainDate(end), countedOn: plainDate("2025-06-01") },
			...{ dataAsOf: plainDate("2025-06-01"), definitionVersion: "v1-test", options: {}, files: [] },
			...{ population: null, goneFiles: [] },
		},
		result: { status: "counted", numerator, denominator, observed, isMasked, exceededChecks: [] },
	} satisfies IndicatorWindowProps;
}

const year23 = window("23A23B", "2022-10-01", "2023-09-30", 300, 1000);
const between = window("23B24A", "2023-04-01", "2024-03-31", 900, 1000);
const year24 = window("24A24B", "2023-10-01", "2024-09-30", 450, 1000);

describe("what changed", () => {
	it("is told against the window a year before, never against one that overlaps", () => {
		const change = changeOf("P1", [year24, between, year23]);
		expect(change?.verdict).toBe("more-than-noise");
		expect(change?.sentence).toContain("rose from 30.0% to 45.0%");
		expect(change?.sentence).toContain("from 23A23B to 24A24B");
	});

	it("is told up to the window that is shown, and not at all where nothing came before it", () => {
		expect(changeOf("P1", [year24, between, year23], year23)).toBeUndefined();
		expect(changeOf("P1", [])).toBeUndefined();
	});

	it("is not told of masked numbers", () => {
		const masked = window("24A24B", "2023-10-01", "2024-09-30", null, 1000);
		expect(changeOf("P1", [masked, year23])?.verdict).toBe("masked");
	});
});

describe("disparity", () => {
	const group = (raceEthnicity: string, numerator: number | null, denominator: number) => ({
		...{ group: { raceEthnicity }, labels: { raceEthnicity }, numerator, denominator },
		...{ observed: null, isMasked: numerator === null },
	});

	it("holds each race and ethnicity against White, and no other table", () => {
		const rows = [group("Asian", null, 60), group("Black or African American", 60, 300), group("White", 50, 500)];
		const disparity = disparityOf("P1", ["raceEthnicity"], rows);
		expect(disparity?.rows.map(({ index, reason }) => index?.estimate ?? reason)).toEqual(["masked", 2, "reference"]);
		expect(disparityOf("P1", ["sex"], rows)).toBeUndefined();
		expect(disparityOf("P1", ["raceEthnicity", "sex"], rows)).toBeUndefined();
		expect(disparityOf("P1", ["raceEthnicity"], rows.slice(0, 2))).toBeUndefined();
	});
});
