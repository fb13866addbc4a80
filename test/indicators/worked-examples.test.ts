import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { plainDate } from "../../src/domain/calendar/plain-date.ts";
import { exitKinds } from "../../src/indicators/curves/curve-results.ts";
import { runCurves } from "../../src/indicators/curves/run-curves.ts";
import { explainRecord } from "../../src/indicators/engine/explain-record.ts";
import { indicatorIds } from "../../src/indicators/engine/indicator.ts";
import { reasonsOf } from "../../src/indicators/engine/reasons.ts";
import { runIndicators } from "../../src/indicators/engine/run-indicators.ts";
import { runRecords } from "../../src/indicators/engine/run-records.ts";
import { runEntryRate } from "../../src/indicators/entry/run-entry-rate.ts";
import { type ExitReason, exitReasons } from "../../src/indicators/extracts/canonical-rows.ts";
import { runVisits } from "../../src/indicators/visits/run-visits.ts";
import { withEngine } from "./engines.ts";
import { joinRows, type Rows, rowsOf, type SyntheticChild } from "./synthetic-child.ts";

// The tables of docs/indicators, counted: every made-up child adds what its row says, for the rules that it names.

type Line = Readonly<Record<string, string>>;

const pageOf = (name: string) =>
	readFileSync(path.resolve(import.meta.dirname, `../../docs/indicators/${name.toLowerCase()}.md`), "utf8");

/** The lines of the table below a heading, by the names of its columns. */
function tableBelow(page: string, heading: string): readonly Line[] {
	const below = page.split(`## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
	const [names = [], , ...lines] = below
		.split("\n")
		.filter((line) => line.startsWith("|"))
		.map((line) =>
			line
				.split("|")
				.slice(1, -1)
				.map((cell) => cell.trim()),
		);
	return lines.map((cells) => Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ""])));
}

const listOf = (text: string | undefined): readonly string[] =>
	text ? text.split(";").map((each) => each.trim()) : [];

function reasonOf(text: string | undefined): ExitReason | null | undefined {
	return text === "none" ? null : exitReasons.find((each) => each === text?.toUpperCase());
}

function childOf(line: Line): SyntheticChild {
	const outs = listOf(line.Out);
	const reasons = listOf(line.Reason);
	const incidents = listOf(line.Incidents);
	return {
		...(line.Born ? { dob: line.Born } : {}),
		stays: listOf(line.In).map((start, index) => {
			const [out, reason] = [outs[index], reasonOf(reasons[index])];
			return {
				in: start,
				...(out ? { out } : {}),
				...(reason === undefined ? {} : { reason }),
				...(line["Trial home visit"] ? { trialHomeVisit: line["Trial home visit"] } : {}),
				...(index === 0 ? { moves: listOf(line.Moves) } : {}),
			};
		}),
		reports: listOf(line.Reports).map((on, index) => {
			const incident = incidents[index];
			return { on, ...(incident ? { incident } : {}) };
		}),
	};
}

const periods = ["23A", "23B", "24A", "24B", "25A"];
const files = { afcars: periods, ncands: [2023, 2024] };
const countyAt = (index: number) => String(index + 1).padStart(5, "0");

function rowsFor(lines: readonly Line[], told = periods): Rows {
	return joinRows(lines.map((line, index) => rowsOf(childOf(line), told, countyAt(index), index + 1)));
}

const withRows = <Result>(rows: Rows, use: Parameters<typeof withEngine<Result>>[3]) =>
	withEngine("DuckDB", "", rows, use);

function optionsOf(line: Line): Readonly<Record<string, string>> {
	const [name, value] = (line.Option ?? "").split("=");
	return name && value ? { [name]: value } : {};
}

describe.each(indicatorIds)("the page of %s", (indicator) => {
	const page = pageOf(indicator);
	const lines = tableBelow(page, "Worked examples");

	it.each(lines.map((line, index): Line => ({ ...line, County: countyAt(index) })))(
		"$Child: $Because",
		async (line) => {
			const request = { files, window: "23A23B", options: optionsOf(line) };
			await withRows(rowsFor(lines), async (engine) => {
				const { results } = await runIndicators({ engine, ...request, by: "county" });
				const found = results.find(
					(each) => "group" in each && each.indicator === indicator && each.group.county === line.County,
				);
				const adds = found && "group" in found ? `${found.numerator} of ${found.denominator}` : "out";
				const records = await runRecords({ engine, ...request, indicator });
				const rules = records
					.filter((each) => each.child.endsWith(`-${line.County}`))
					.map((each) => explainRecord(each).rule);
				expect({ adds, rules: rules.join(", ") }).toEqual({ adds: line.Adds, rules: line.Rules });
			});
		},
	);

	it("lists every rule with its number", () => {
		const listed = tableBelow(page, "Rules").map((each) => [each.Rule, each.Id, each.Source]);
		const known = Object.entries(reasonsOf(indicator)).map(([id, { rule, source }]) => [rule, `\`${id}\``, source]);
		expect(listed).toEqual(known);
	});
});

describe("the page of the entry rate", () => {
	const lines = tableBelow(pageOf("entry-rate"), "Worked examples");

	it.each(lines.map((line, index): Line => ({ ...line, County: countyAt(index) })))(
		"$Child: $Because",
		async (line) => {
			const population = lines.map((_, index) => ({
				...{ county: countyAt(index), year: 2023, population: 1000 },
				...{ ageGroup: null, raceEthnicity: null, sex: null },
			}));
			const results = await withRows(rowsFor(lines), (engine) =>
				runEntryRate({ engine, files, window: "23A23B", by: "county", population }),
			);
			const found = results.find((each) => "group" in each && each.group.county === line.County);
			expect(String(found && "group" in found ? found.numerator : 0)).toBe(line.Adds);
		},
	);
});

describe("the page of the curves", () => {
	const page = pageOf("curves");
	const entering = tableBelow(page, "Worked examples: entry");
	const leaving = tableBelow(page, "Worked examples: exit");
	const curvesOf = async (lines: readonly Line[], cohort: "entry" | "exit") =>
		withRows(rowsFor(lines), (engine) => runCurves({ engine, files, window: "23A23B", cohort, by: "county" }));

	it("has an entry cohort that is followed so", async () => {
		const found = await curvesOf(entering, "entry");
		if ("status" in found || found.cohort !== "entry") throw new Error("The files are there.");
		for (const [index, line] of entering.entries()) {
			const months = found.curves.find(({ group }) => group.county === countyAt(index))?.months ?? [];
			const left = months.find(({ inCare }) => inCare === 0);
			const way = exitKinds.find((kind) => left?.[kind] === 100);
			const seen = months.findLast(({ atRisk }) => atRisk === 1)?.month;
			const ended = left ? [left.month, way] : [seen, "in care"];
			const told = months.length === 0 ? ["", "out"] : ended;
			expect([line.Child, ...told.map(String)]).toEqual([line.Child, line["By month"], line["Left by"]]);
		}
		const [total] = found.curves;
		const at13 = total?.months.find(({ month }) => month === 13);
		expect(page).toContain(
			`Of the ${total?.children} children ${(100 - (at13?.inCare ?? 0)).toFixed(1)} percent had left care by month 13, ${at13?.permanency?.toFixed(1)} percent to permanency.`,
		);
	});

	it("has an exit cohort that is followed so", async () => {
		const found = await curvesOf(leaving, "exit");
		if ("status" in found || found.cohort !== "exit") throw new Error("The files are there.");
		for (const [index, line] of leaving.entries()) {
			const curve = found.curves.find(({ group }) => group.county === countyAt(index));
			const [stay] = curve?.stays ?? [];
			const [reentry] = curve?.reentry ?? [];
			const back = reentry?.months.find(({ reentered }) => reentered === 100)?.month ?? "never";
			const followed = reentry?.children === 0 ? "not followed" : String(back);
			const told = curve ? [String(stay?.days?.p50), followed] : ["out", ""];
			expect([line.Child, ...told]).toEqual([line.Child, line.Days, line["Back by month"]]);
		}
	});
});

/** Dates of visits: days, or one in the middle of each month from one to another. */
function visitDates(text: string | undefined): readonly string[] {
	return listOf(text).flatMap((each) => {
		const [from = "", to] = each.split(" to ");
		if (to === undefined) return [from];
		const number = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
		return Array.from({ length: number(to) - number(from) + 1 }, (_, index) => {
			const at = number(from) + index;
			return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}-15`;
		});
	});
}

describe("the page of the visits", () => {
	const page = pageOf("visits");
	const lines = tableBelow(page, "Worked examples");

	it("has a table and totals that are counted so", async () => {
		const visitRows = lines.flatMap((line, index) =>
			(["Visits where the child lives", "Visits elsewhere"] as const).flatMap((column, place) =>
				visitDates(line[column]).map((on) => ({
					...{ period: on < "2024-04-01" ? "24A" : "24B", child: `06-${countyAt(index)}`, county: countyAt(index) },
					...{ visitedOn: plainDate(on), inResidence: place === 0 },
				})),
			),
		);
		const found = await withRows(rowsFor(lines, ["24A", "24B"]), async (engine) => {
			await engine.append({ visitRows });
			return runVisits({ engine, files: { afcars: ["24A", "24B"], ncands: [] }, year: 2024, by: "county" });
		});
		if ("status" in found) throw new Error("The files are there.");
		const counted = lines.map((line, index) => {
			const group = found.results.find((each) => each.group.county === countyAt(index));
			return [line.Child, group ? `${group.childMonths}, ${group.visited}, ${group.inResidence}` : "0, 0, 0"];
		});
		expect(counted).toEqual(lines.map((line) => [line.Child, line.Adds]));
		const [total] = found.results;
		expect(page).toContain(
			`${total?.visited} of ${total?.childMonths} months visited, ${total?.visitedPercent?.toFixed(1)}`,
		);
		expect(page).toContain(
			`${total?.inResidence} of ${total?.visited} in the residence, ${total?.inResidencePercent?.toFixed(1)}`,
		);
	});
});
