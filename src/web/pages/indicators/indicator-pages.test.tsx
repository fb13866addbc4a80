import { JSDOM } from "jsdom";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { plainDate } from "../../../domain/calendar/plain-date.ts";
import { EarlierCounting } from "./earlier-counting.tsx";
import { GroupTable } from "./group-table.tsx";
import { IndicatorListTable } from "./indicator-list-table.tsx";
import { indicatorPath, recordsPath } from "./indicator-paths.ts";
import type { IndicatorNameProps, IndicatorResultProps, IndicatorWindowProps, PlaceProps } from "./indicator-props.ts";
import { IndicatorSummary } from "./indicator-summary.tsx";
import { QualityTable } from "./quality-table.tsx";
import { SparkLine } from "./spark-line.tsx";
import { trendWords } from "./trend-words.ts";

const p1: IndicatorNameProps = {
	...{ id: "P1", title: "P1 Permanency", shortTitle: "P1", label: "Permanency" },
	...{ unit: "percent", direction: "up", hasChecks: true },
};
const place: PlaceProps = {
	...{ id: "00000000-0000-4000-8000-000000000001", version: 1, kind: "county", code: "99001", name: "Alder County" },
	...{ parentId: null, providesAdoptions: false, youthConnectionAvailable: false, tribesApplicable: false },
};
const counted = (numerator: number, denominator: number, exceededChecks: readonly string[] = []) =>
	({
		status: "counted",
		...{ numerator, denominator, observed: (numerator / denominator) * 100 },
		...{ isMasked: false, exceededChecks },
	}) as const;
const masked = { ...counted(0, 0), numerator: null, denominator: 40, observed: null, isMasked: true } as const;
const windowOf = (window: string, result: IndicatorResultProps): IndicatorWindowProps => ({
	run: {
		...{ window, windowStart: plainDate("2022-10-01"), windowEnd: plainDate("2023-09-30") },
		...{ countedOn: plainDate("2026-06-30"), dataAsOf: plainDate("2026-06-30"), definitionVersion: "v1" },
		...{ options: {}, files: [], population: null, goneFiles: [] },
	},
	result,
});

function read(page: ReactNode): Document {
	return new JSDOM(renderToStaticMarkup(page)).window.document;
}
const rowsOf = (document: Document) =>
	[...document.querySelectorAll("tbody tr")].map((row) => [...row.children].map((cell) => cell.textContent));

describe("the list", () => {
	const windows = [
		windowOf("23B24A", { status: "needs-files", missing: ["24B", "25A"] }),
		windowOf("23A23B", { status: "needs-files", missing: ["24B"] }),
		windowOf("22B23A", counted(30, 80, ["dropped-records 23A"])),
		windowOf("22A22B", masked),
		windowOf("21B22A", counted(40, 80)),
	];
	const listOf = (given: readonly IndicatorWindowProps[], changeWords?: string) => ({
		...{ rows: [{ indicator: p1, windows: given, changeWords }], placeId: place.id, isPublic: true },
		...{ label: "Indicators", caption: "Newest numbers" },
	});
	const show = (changeWords?: string) => read(<IndicatorListTable {...listOf(windows, changeWords)} />);

	test("shows the newest window that was counted, and what the next one needs", () => {
		const [row] = rowsOf(show());
		expect(row?.slice(1, 5)).toEqual(["22B23A", "37.5%", "30", "80"]);
		expect(row?.[5]).toBe("50.0% in 21B22A, 37.5% in 22B23A; 3 windows.");
		expect(row?.[6]).toContain("1 check over the limit");
		expect(row?.[6]).toContain("23A23B needs AFCARS 24B.");
		expect(show().querySelector("a")?.getAttribute("href")).toContain("public=1");
	});

	test("says so where a number is of an earlier counting, whose files are gone", () => {
		const [first] = [windowOf("22B23A", counted(30, 80))];
		const old = { ...first, run: { ...first.run, goneFiles: ["23A", "FY23"] } };
		const list = <IndicatorListTable {...listOf([old])} />;
		const words =
			"The newest files no longer allow this window: AFCARS 23A and NCANDS FY23 are not among them. The figures are those counted on June 30, 2026.";
		for (const page of [list, <EarlierCounting key="page" run={old.run} />]) {
			expect(read(page).body.textContent).toContain(`From an earlier counting. ${words}`);
		}
		expect(read(<EarlierCounting run={first.run} />).body.textContent).toBe("");
	});

	test("has its place for a sentence on what changed", () => {
		expect(rowsOf(show("More than noise."))[0]?.[5]).toBe("More than noise.");
	});

	test("draws a gap, and nothing of fewer than two values", () => {
		expect(read(<SparkLine values={[1, 2, null, 4, 3]} />).querySelectorAll("polyline")).toHaveLength(2);
		expect(read(<SparkLine values={[null, 2]} />).querySelector("svg")).toBeNull();
		expect(trendWords([windowOf("22A22B", masked)], "percent")).toBe("No number can be shown.");
	});
});

describe("an indicator", () => {
	test("says why there is no number", () => {
		const needs = windowOf("23A23B", { status: "needs-files", missing: ["24B", "FY24"] });
		expect(read(<IndicatorSummary indicator={p1} shown={needs} />).body.textContent).toContain(
			"It needs AFCARS 24B and NCANDS FY24.",
		);
		const none = windowOf("22B23A", { status: "not-applicable" });
		expect(read(<IndicatorSummary indicator={p1} shown={none} />).body.textContent).toContain("October to September");
	});

	test("stars what is masked, and links records of groups but not of regions", () => {
		const table = (by: "sex" | "region") =>
			read(
				<GroupTable
					{...{ indicator: p1, place, by, choices: {}, shown: windowOf("22A22B", counted(30, 80)), mayReadCases: true }}
					groups={[{ ...masked, group: { [by]: "x" }, labels: { [by]: "X & Y" } }]}
				/>,
			);
		expect(rowsOf(table("sex"))).toEqual([
			["All", "37.5%", "30", "80", "Records"],
			["X & Y", "*", "*", "40", "Records"],
		]);
		expect(table("sex").querySelectorAll("a")[1]?.getAttribute("href")).toContain("window=22A22B&sex=x");
		expect(table("region").querySelector("a")).toBeNull();
	});

	test("has each check once, with its limit and what was found in each file", () => {
		const check = { check: "same-day", period: "23A", failed: 6, of: 100, percent: 6, limit: 5, exceeds: ">" } as const;
		const checks = [
			{ ...check, exceeded: true },
			{ ...check, period: "23B", failed: 0, of: 0, percent: null, exceeded: false },
		];
		expect(rowsOf(read(<QualityTable checks={checks} window="23A23B" />))).toEqual([
			["Entered and left care on the same day", "at most 5%", "6.0%6 of 100Over the limit", "–"],
		]);
		expect(read(<QualityTable checks={undefined} window="23A23B" />).querySelector("table")).toBeNull();
	});

	test("has addresses that hold what was chosen, and no more", () => {
		const choices = { place: "p", window: "22A22B", by: "county", by2: "sex", isPublic: true } as const;
		expect(indicatorPath("P1", choices, "table.csv")).toBe(
			"/indicators/P1/table.csv?place=p&window=22A22B&by=county&by2=sex&public=1",
		);
		expect(recordsPath("P1", { place: "p", raceEthnicity: "Asian & x", from: undefined })).toBe(
			"/indicators/P1/records?place=p&raceEthnicity=Asian%20%26%20x",
		);
	});
});
