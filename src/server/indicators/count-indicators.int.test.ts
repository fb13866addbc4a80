import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
	alderCode,
	type CountingState,
	definitionsFolder,
	openCountingState,
} from "../../../test/support/counting-state.ts";
import type { TestStorage } from "../../../test/support/test-storage.ts";
import type { Actor } from "../../domain/people/may.ts";
import { runIndicators } from "../../indicators/engine/run-indicators.ts";
import { compareCounties } from "../../operations/compare-counties.ts";
import { NotAllowed, NotFound, Refused } from "../../operations/errors.ts";
import { getCohortSteps } from "../../operations/get-cohort-steps.ts";
import { getCurves } from "../../operations/get-curves.ts";
import { getIndicatorTable } from "../../operations/get-indicator-table.ts";
import { listIndicatorResults } from "../../operations/list-indicator-results.ts";
import { listIndicatorWindows } from "../../operations/list-indicator-windows.ts";
import { listOutcomes } from "../../operations/list-outcomes.ts";
import { perform } from "../../operations/operation.ts";
import { openDuckdbEngine } from "../../storage/duckdb/duckdb-engine.ts";
import { type CountingServices, countIndicators } from "./count-indicators.ts";

let counting: CountingState;
let storage: TestStorage;
let services: CountingServices;
let files: CountingState["files"];
let state: string;
let north: string;
let alder: string;
let birch: string;
let alderAnalyst: Actor;
let birchAnalyst: Actor;
let stateAnalyst: Actor;
let statePartner: Actor;
let alderPartner: Actor;

beforeAll(async () => {
	counting = await openCountingState({ first: 2022, last: 2025 });
	({ storage, services, files } = counting);
	({ state, north, alder, birch } = counting.places);
	({ alderAnalyst, birchAnalyst, stateAnalyst, statePartner, alderPartner } = counting.people);
}, 120_000);
afterAll(() => counting.end());

const window = "23A23B";
const by = ["county", "ageGroup", "raceEthnicity", "sex"];

describe("indicators of a place", () => {
	it("are counted from stored rows as from rows in memory, to the last one, once", async () => {
		const counted = await countIndicators(services, state);
		expect(counted).toContain(window);
		expect(await countIndicators(services, state)).toEqual([]);

		const engine = await openDuckdbEngine({ definitionsFolder });
		for (const { rows } of files) await engine.append(rows);
		const direct = await runIndicators({
			engine,
			window,
			by,
			files: {
				afcars: files.filter(({ system }) => system === "AFCARS").map(({ period }) => period),
				ncands: files.filter(({ system }) => system === "NCANDS").map(({ period }) => Number(period)),
			},
		});
		await engine.close();
		const { windows } = await perform(storage.performer, listIndicatorResults, stateAnalyst, { jurisdictionId: state });
		const shown = windows.find(({ run }) => run.window === window);
		expect(shown?.quality).toEqual(direct.quality);
		expect(
			shown?.results
				.slice(0, 7)
				.map((each) =>
					each.status === "counted" ? [each.indicator, each.numerator, each.denominator, each.exceededChecks] : each,
				),
		).toEqual(
			direct.results.flatMap((each): readonly unknown[] => {
				if ("status" in each) return [each];
				if (each.group.county !== undefined) return [];
				return [[each.indicator, each.numerator, each.denominator, each.exceededChecks ?? []]];
			}),
		);
		for (const indicator of ["P1", "P5", "S1"] as const) {
			const { rows } = await perform(storage.performer, getIndicatorTable, stateAnalyst, {
				...{ jurisdictionId: state, indicator, window, by: "county,sex" },
			});
			expect(rows.reduce((sum, { denominator }) => sum + (denominator ?? 0), 0)).toBe(
				direct.results.flatMap((each) =>
					each.indicator === indicator && "group" in each ? [each.denominator] : [],
				)[0],
			);
		}
	}, 240_000);

	it("show a county its own, and a region the sum of its counties", async () => {
		const mine = await perform(storage.performer, listIndicatorResults, alderAnalyst, { jurisdictionId: alder });
		const p1 = mine.windows.find(({ run }) => run.window === window)?.results.find((each) => each.indicator === "P1");
		expect(mine.countedFor?.id).toBe(state);
		expect(mine.windows[0]?.quality).toBeNull();
		const byCounty = await perform(storage.performer, getIndicatorTable, stateAnalyst, {
			...{ jurisdictionId: state, indicator: "P1", window, by: "county" },
		});
		const row = byCounty.rows.find(({ group }) => group.county === alderCode);
		expect(p1).toMatchObject({ numerator: row?.numerator, denominator: row?.denominator });
		expect(row?.labels.county).toBe("Alder");
		const byRegion = await perform(storage.performer, getIndicatorTable, stateAnalyst, {
			...{ jurisdictionId: state, indicator: "P1", window, by: "region" },
		});
		expect(byRegion.rows.find(({ group }) => group.region === "N")?.denominator).toBe(row?.denominator);
		await expect(
			perform(storage.performer, listIndicatorResults, birchAnalyst, { jurisdictionId: alder }),
		).rejects.toThrow(NotAllowed);
		// The database itself keeps another county's cells from them.
		const seen = await storage.performer.inTransaction(birchAnalyst, (stores) =>
			stores.indicators.sumCells({ runIds: [mine.windows[0]?.run.runId ?? ""] }, ["jurisdictionId"]),
		);
		expect(seen.map(({ jurisdictionId }) => jurisdictionId)).toEqual([birch]);
	});

	it("are masked for whoever may not see the files, and for the analyst who asks what the public sees", async () => {
		const ask = (actor: Actor, more: { by: string; public?: "1" }) =>
			perform(storage.performer, getIndicatorTable, actor, { jurisdictionId: state, indicator: "P4", window, ...more });
		const whole = await ask(stateAnalyst, { by: "county" });
		expect(whole).toMatchObject({ seesUnmasked: true });
		expect(whole.rows.every(({ isMasked }) => !isMasked)).toBe(true);
		const mine = await ask(statePartner, { by: "county" });
		const asPublic = await ask(stateAnalyst, { by: "county", public: "1" });
		expect(asPublic.rows).toEqual(mine.rows);
		expect(mine).toMatchObject({ seesUnmasked: false });
		const small = whole.rows.flatMap(({ numerator }, index) =>
			numerator !== null && numerator > 0 && numerator < 11 ? [mine.rows[index]] : [],
		);
		expect(small.length).toBeGreaterThan(5);
		for (const row of small) expect(row).toMatchObject({ numerator: null, observed: null, isMasked: true });
		// A region's counties are groups of the run too.
		const inNorth = await perform(storage.performer, getIndicatorTable, stateAnalyst, {
			...{ jurisdictionId: north, indicator: "P4", window, by: "county", public: "1" },
		});
		expect(inNorth.rows).toEqual(mine.rows.filter(({ group }) => group.county === alderCode));
		const bySex = await ask(statePartner, { by: "sex" });
		expect(bySex.rows.some(({ denominator }) => denominator !== null)).toBe(true);

		// The county's own page says the same of the same number as the State's page of counties by sex.
		const crossed = await ask(statePartner, { by: "county,sex" });
		const own = await perform(storage.performer, getIndicatorTable, alderPartner, {
			...{ jurisdictionId: alder, indicator: "P4", window, by: "sex" },
		});
		const counts = ({ numerator, denominator }: (typeof own.rows)[number]) => [numerator, denominator];
		expect(own.rows.map(counts)).toEqual(crossed.rows.filter(({ group }) => group.county === alderCode).map(counts));
		// Two groupings of one county are three of the run: nothing was decided about them.
		const three = await perform(storage.performer, getIndicatorTable, alderPartner, {
			...{ jurisdictionId: alder, indicator: "P4", window, by: "sex,ageGroup" },
		});
		expect(three.rows.every(({ numerator, denominator }) => numerator === null && denominator === null)).toBe(true);
		const list = await perform(storage.performer, listIndicatorResults, alderPartner, { jurisdictionId: alder });
		const total = list.windows
			.find(({ run }) => run.window === window)
			?.results.find((each) => each.indicator === "P4");
		const row = mine.rows.find(({ group }) => group.county === alderCode);
		expect(total).toMatchObject({ numerator: row?.numerator, denominator: row?.denominator });
	});

	it("are compared between counties from the same counts, for whoever may see all of them", async () => {
		const asked = { jurisdictionId: state, indicator: "P1" as const, window };
		const { comparison, jurisdiction } = await perform(storage.performer, compareCounties, stateAnalyst, asked);
		expect(jurisdiction.id).toBe(state);
		const table = await perform(storage.performer, getIndicatorTable, stateAnalyst, { ...asked, by: "county" });
		if (comparison.status !== "compared") throw new Error(comparison.reason);
		expect(
			comparison.counties.map(({ county, label, numerator, denominator }) => [county, label, numerator, denominator]),
		).toEqual(
			table.rows.map(({ group, labels, numerator, denominator }) => [
				group.county,
				labels.county,
				numerator,
				denominator,
			]),
		);
		// From a county's place the counts are the State's too.
		const fromAlder = await perform(storage.performer, compareCounties, stateAnalyst, {
			...asked,
			jurisdictionId: alder,
		});
		expect(fromAlder.comparison).toEqual(comparison);
		for (const person of [alderAnalyst, statePartner, alderPartner]) {
			const place = person === statePartner ? state : alder;
			await expect(
				perform(storage.performer, compareCounties, person, { ...asked, jurisdictionId: place }),
			).rejects.toThrow(NotAllowed);
		}
		// The database itself keeps another county's cells from them, and all cells from whoever sees masked numbers.
		const runId = table.run.runId;
		const seenBy = async (person: Actor) => {
			const cells = await storage.performer.inTransaction(person, (stores) =>
				stores.indicators.listRiskCells(runId, "P1"),
			);
			return [...new Set(cells.map(({ county }) => county))];
		};
		expect(await seenBy(alderAnalyst)).toEqual([alderCode]);
		expect(await seenBy(statePartner)).toEqual([]);
		expect((await seenBy(stateAnalyst)).length).toBe(comparison.counties.length);
	});

	it("come with both cohorts by month, for whoever may see the files of the place", async () => {
		const asked = { jurisdictionId: state, cohort: "entry" as const, window };
		const all = await perform(storage.performer, getCurves, stateAnalyst, asked);
		const table = await perform(storage.performer, getIndicatorTable, stateAnalyst, {
			...{ jurisdictionId: state, indicator: "P1", window, by: "county" },
		});
		expect(all.entry?.children).toBe(table.total.status === "counted" ? table.total.denominator : null);
		expect(all.groups.slice(0, 2).map(({ group }) => group)).toEqual(["", `county:${table.rows[0]?.group.county}`]);
		const ofAlder = await perform(storage.performer, getCurves, stateAnalyst, {
			...asked,
			group: `county:${alderCode}`,
		});
		expect(ofAlder.entry?.children).toBe(table.rows.find(({ group }) => group.county === alderCode)?.denominator);
		const mine = await perform(storage.performer, getCurves, alderAnalyst, { ...asked, jurisdictionId: alder });
		expect(mine.entry).toEqual(ofAlder.entry);
		expect(mine.groups).toEqual([{ group: `county:${alderCode}`, label: "County: Alder" }]);
		const exit = await perform(storage.performer, getCurves, stateAnalyst, { ...asked, cohort: "exit" });
		expect(exit.exit?.stays[0]?.children).toBeGreaterThan(exit.exit?.reentry[0]?.children ?? 0);
		for (const [person, place] of [
			[statePartner, state],
			[alderPartner, alder],
			[birchAnalyst, alder],
		] as const) {
			await expect(perform(storage.performer, getCurves, person, { ...asked, jurisdictionId: place })).rejects.toThrow(
				NotAllowed,
			);
		}
		await expect(
			perform(storage.performer, getCurves, alderAnalyst, { ...asked, jurisdictionId: alder, group: "" }),
		).rejects.toThrow(NotFound);
		await expect(
			perform(storage.performer, getCurves, stateAnalyst, { ...asked, jurisdictionId: north }),
		).rejects.toThrow(Refused);
		// The database itself keeps other places' curves from them.
		const namesFor = (person: Actor) =>
			storage.performer.inTransaction(person, (stores) => stores.indicators.listCurveNames(all.run.runId, "entry"));
		expect(await namesFor(alderAnalyst)).toEqual([{ cohort: "entry", groupingName: "county", label: alderCode }]);
		expect(await namesFor(statePartner)).toEqual([]);
	});

	const isLarge = (children: number | null) => (children ?? 0) > 10;

	it("come with both cohorts in steps of six months, as P1 and P4 have them, and masked like them", async () => {
		for (const [cohort, indicator] of [
			["entry", "P1"],
			["exit", "P4"],
		] as const) {
			const rows = await storage.performer.inTransaction(stateAnalyst, async (stores) => {
				const [run] = (await stores.indicators.listRuns({ jurisdictionIds: [state], currentOnly: true })).filter(
					({ windowName }) => windowName === window,
				);
				return (await stores.indicators.listCohortBands(run?.id ?? "")).filter((row) => row.cohort === cohort);
			});
			const table = await perform(storage.performer, getIndicatorTable, stateAnalyst, {
				...{ jurisdictionId: state, indicator, window, by: "county" },
			});
			const sumOf = (label: string, bands: readonly string[]) =>
				rows
					.filter((row) => row.label === label && (bands.length === 0 || bands.includes(row.band)))
					.reduce((sum, { children }) => sum + children, 0);
			expect(table.rows.length).toBeGreaterThan(5);
			for (const { group, numerator, denominator } of table.rows) {
				expect([sumOf(group.county ?? "", ["by-6", "by-12"]), sumOf(group.county ?? "", [])]).toEqual([
					numerator,
					denominator,
				]);
			}
			const asked = { jurisdictionId: state, cohort, window };
			const steps = await perform(storage.performer, getCohortSteps, statePartner, asked);
			const masked = await perform(storage.performer, getIndicatorTable, statePartner, {
				...{ jurisdictionId: state, indicator, window, by: "county" },
			});
			const { total } = masked;
			expect(total).toMatchObject({ denominator: steps.children, numerator: steps.steps[1]?.children });
			if (cohort === "entry") expect(steps.steps.some(({ isMasked }) => !isMasked)).toBe(true);
			for (const { group } of steps.groups.filter((each) => each.group.startsWith("county:"))) {
				const own = await perform(storage.performer, getCohortSteps, statePartner, { ...asked, group });
				for (const { children } of own.steps) expect([null, 0].includes(children) || isLarge(children)).toBe(true);
			}
			await expect(
				perform(storage.performer, getCohortSteps, birchAnalyst, { ...asked, jurisdictionId: alder }),
			).rejects.toThrow(NotAllowed);
		}
	});

	it("become figures that feed plans, once", async () => {
		const { rows } = await perform(storage.performer, listOutcomes, alderAnalyst, { jurisdictionId: alder });
		const p1 = rows.find(({ series }) => series.indicator.code === "4-P1")?.series;
		const shown = await perform(storage.performer, listIndicatorResults, alderAnalyst, { jurisdictionId: alder });
		const newest = shown.windows.find(({ results }) =>
			results.some((each) => each.indicator === "P1" && each.status === "counted"),
		);
		expect(p1?.latest).toMatchObject({
			...{ vintage: "cfsr4", populationGroup: "all", periodEnd: newest?.run.windowEnd, dataAsOf: "2026-06-30" },
			numerator: newest?.results.flatMap((each) =>
				each.indicator === "P1" && each.status === "counted" ? [each.numerator] : [],
			)[0],
		});
		expect(p1?.latest.source).toMatch(/^Counted by Throughline from AFCARS .*; definitions v1-/);
		// What the masks of the run hide of the county is withheld from every paper and file that the figure comes into.
		const figures = await storage.performer.inTransaction(stateAnalyst, (stores) =>
			stores.figures.list({ jurisdictionIds: [alder], vintage: "cfsr4" }),
		);
		const asPublic = await perform(storage.performer, listIndicatorResults, alderPartner, { jurisdictionId: alder });
		for (const { run, results } of asPublic.windows) {
			for (const result of results) {
				const figure = figures.find(
					(each) => each.indicator === `4-${result.indicator}` && each.periodEnd === run.windowEnd,
				);
				if (result.status !== "counted" || !figure) continue;
				expect(["numerator", "both"].includes(figure.withheld ?? "")).toBe(result.numerator === null);
				expect(["denominator", "both"].includes(figure.withheld ?? "")).toBe(result.denominator === null);
			}
		}
		expect(figures.some(({ withheld }) => withheld === "numerator" || withheld === "both")).toBe(true);
	});

	it("are counted again when a file is another, and the earlier counting stays", async () => {
		const replaced = {
			...services,
			listCurrentFiles: async (id: string) =>
				(await services.listCurrentFiles(id)).map((file) =>
					file.period === "25B" ? { ...file, sha256: "0".repeat(64) } : file,
				),
		};
		const again = await countIndicators(replaced, state);
		expect(again).not.toContain("22A22B");
		expect(again).toContain("23B24A");
		const { windows } = await perform(storage.performer, listIndicatorWindows, alderAnalyst, { jurisdictionId: alder });
		const earlier = windows.map((each) => [each.current.window, each.earlier.length]);
		expect(Object.fromEntries(earlier)).toMatchObject({ "22A22B": 0, "23B24A": 1 });
	}, 120_000);

	it("show an earlier counting as it is, to whoever may see its files, and to nobody masked", async () => {
		const { windows } = await perform(storage.performer, listIndicatorWindows, stateAnalyst, { jurisdictionId: state });
		const ofWindow = windows.find((each) => each.current.window === "23B24A");
		const runId = ofWindow?.earlier[0]?.runId ?? "";
		const asked = { jurisdictionId: state, indicator: "P1" as const, window: "23B24A", by: "county", runId };
		const current = { ...asked, runId: ofWindow?.current.runId ?? "" };
		const seen = await perform(storage.performer, getIndicatorTable, stateAnalyst, asked);
		expect([seen.run.runId, seen.run.isCurrent, seen.total.status]).toEqual([runId, false, "counted"]);
		const masked = [
			[statePartner, {}],
			[alderPartner, { jurisdictionId: alder }],
			[stateAnalyst, { public: "1" as const }],
			[alderAnalyst, { jurisdictionId: alder, public: "1" as const }],
		] as const;
		for (const [person, change] of masked) {
			const refused = perform(storage.performer, getIndicatorTable, person, { ...asked, ...change });
			await expect(refused).rejects.toThrow(NotAllowed);
			await expect(refused).rejects.toThrow("Earlier countings of a window are shown as they are");
			// The current counting is theirs to see, masked.
			const table = await perform(storage.performer, getIndicatorTable, person, { ...current, ...change });
			expect(table.run.isCurrent).toBe(true);
		}
	});
});
