import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type StoredExtract, storeExtracts } from "../../../test/support/stored-extracts.ts";
import { addActor, addPlace, openTestStorage, type TestStorage } from "../../../test/support/test-storage.ts";
import { plainDate } from "../../domain/calendar/plain-date.ts";
import type { Actor } from "../../domain/people/may.ts";
import { runIndicators } from "../../indicators/engine/run-indicators.ts";
import { runEntryRate } from "../../indicators/entry/run-entry-rate.ts";
import { runVisits } from "../../indicators/visits/run-visits.ts";
import { compareCounties } from "../../operations/compare-counties.ts";
import { NotAllowed, NotFound, Refused } from "../../operations/errors.ts";
import { getCohortSteps } from "../../operations/get-cohort-steps.ts";
import { getCurves } from "../../operations/get-curves.ts";
import { getIndicatorTable } from "../../operations/get-indicator-table.ts";
import { listCaseLooks } from "../../operations/list-case-looks.ts";
import { listIndicatorResults } from "../../operations/list-indicator-results.ts";
import { listIndicatorWindows } from "../../operations/list-indicator-windows.ts";
import { listOutcomes } from "../../operations/list-outcomes.ts";
import { loadChildPopulation } from "../../operations/load-child-population.ts";
import { perform } from "../../operations/operation.ts";
import { practicePlaces } from "../../practice/data/places.ts";
import { openDuckdbEngine } from "../../storage/duckdb/duckdb-engine.ts";
import { openStoredRows } from "../../storage/duckdb/open-stored-rows.ts";
import { whileNobodyCounts } from "../../storage/sql/advisory-lock.ts";
import { type CountingServices, countIndicators } from "./count-indicators.ts";
import { listIndicatorRecords, streamIndicatorRecords } from "./read-records.ts";

const alderCode = practicePlaces.alder.code;
const definitionsFolder = path.resolve(import.meta.dirname, "../../indicators/definitions");

let storage: TestStorage;
let folder: string;
let files: readonly StoredExtract[];
let services: CountingServices;
let state: string;
let north: string;
let alder: string;
let birch: string;
let alderAnalyst: Actor;
let birchAnalyst: Actor;
let stateAnalyst: Actor;
let alderCases: Actor;
let administrator: Actor;
let statePartner: Actor;
let statePlanner: Actor;
let alderPartner: Actor;

beforeAll(async () => {
	storage = await openTestStorage();
	folder = await mkdtemp(path.join(tmpdir(), "throughline-extracts-"));
	state = await addPlace(storage, { kind: "state", code: "99", name: "Halcyon" });
	north = await addPlace(storage, { kind: "region", code: "N", name: "North", parentId: state });
	alder = await addPlace(storage, { kind: "county", code: alderCode, name: "Alder", parentId: north });
	birch = await addPlace(storage, { kind: "county", code: practicePlaces.birch.code, name: "Birch", parentId: state });
	alderAnalyst = await addActor(storage, alder, "data-analyst");
	birchAnalyst = await addActor(storage, birch, "data-analyst", "Birch data analyst");
	stateAnalyst = await addActor(storage, state, "state-analyst");
	alderCases = await addActor(storage, alder, "case-data-reader");
	administrator = await addActor(storage, alder, "administrator");
	statePlanner = await addActor(storage, state, "state-planner");
	statePartner = await addActor(storage, state, "partner");
	alderPartner = await addActor(storage, alder, "partner");
	const request = { seed: 3, children: 1500, years: { first: 2022, last: 2025 }, edgeCases: true };
	files = [...(await storeExtracts(request, folder, storage.ids.next))].sort((a, b) => (a.period < b.period ? -1 : 1));
	services = {
		performer: storage.performer,
		whileNobodyCounts: (jurisdictionId, work) => whileNobodyCounts(storage.admin, jurisdictionId, work),
		listCurrentFiles: async () => files.map(({ rows: _rows, ...file }) => file),
		openStoredRows: (loadIds) => openStoredRows({ definitionsFolder, extractsFolder: folder, loadIds }),
	};
}, 120_000);
afterAll(async () => {
	await storage.end();
	await rm(folder, { recursive: true, force: true });
});

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

describe("a figure that the newest files cannot give", () => {
	it("stays, and its source says so, until it can be counted again", async () => {
		const place = await addPlace(storage, { kind: "state", code: "98", name: "Meridian" });
		const analyst = await addActor(storage, place, "state-analyst", "Meridian analyst");
		const figuresNow = async () => {
			const all = await storage.performer.inTransaction(analyst, (stores) =>
				stores.figures.list({ jurisdictionIds: [place], vintage: "cfsr4" }),
			);
			return new Map(all.map((each) => [`${each.indicator} ${each.periodEnd}`, each]));
		};
		const until = (last: string): CountingServices => ({
			...services,
			listCurrentFiles: async (id) =>
				(await services.listCurrentFiles(id)).filter(({ period }) => /^(23|24)[AB]$/.test(period) && period <= last),
		});
		await countIndicators(until("24B"), place);
		const whole = await figuresNow();
		await countIndicators(until("24A"), place);
		const less = await figuresNow();
		expect([...less.keys()].sort()).toEqual([...whole.keys()].sort());
		const kept = [...less].filter(([, { source }]) => source.includes("earlier counting"));
		// P4 of 23A23B reads four AFCARS files; P1 reads five and could never be counted. 24A24B is not allowed at all any more.
		expect(kept.map(([key]) => key).sort()).toEqual(
			["P2 2024", "P3 2024", "P4 2023", "P5 2024"].map((each) => `4-${each}-09-30`),
		);
		for (const [key, { id, loadId, source, ...figure }] of kept) {
			const before = whole.get(key);
			expect({ ...before, ...figure, source: before?.source }).toEqual(before);
			expect(source).toBe(
				`${before?.source}; from an earlier counting: the newest files cannot give it (missing: 24B)`,
			);
			expect([id, loadId]).not.toContain(before?.id);
		}
		// Said once: counting the same files again adds nothing.
		await countIndicators(until("24A"), place);
		expect(await figuresNow()).toEqual(less);
		await countIndicators(until("24B"), place);
		const sourcesOf = (figures: typeof whole) => [...figures].map(([key, { source }]) => [key, source]).sort();
		expect(sourcesOf(await figuresNow())).toEqual(sourcesOf(whole));
	}, 120_000);
});

describe("the entry rate and the visits", () => {
	const perCounty = 40_000;
	const codes = () => [...new Set(files.flatMap(({ rows }) => (rows.afcarsRows ?? []).map(({ county }) => county)))];
	const load = (actor: Actor, place: string, lines: readonly string[]) =>
		perform(storage.performer, loadChildPopulation, actor, {
			...{ jurisdictionId: place, source: "Made up", dataAsOf: plainDate("2024-06-27"), fileName: "children.csv" },
			bytes: new TextEncoder().encode(["county,year,population", ...lines].join("\n")),
		});
	const resultsOf = async (actor: Actor, place: string, more: object = {}) => {
		const found = await perform(storage.performer, listIndicatorResults, actor, { jurisdictionId: place, ...more });
		const shown = found.windows.find(({ run }) => run.window === window);
		return { run: shown?.run, of: (id: string) => shown?.results.find(({ indicator }) => indicator === id) };
	};

	it("say what is missing until a population is loaded, and come by themselves when it is", async () => {
		const before = await resultsOf(stateAnalyst, state);
		expect(before.of("ENTRY")).toEqual({ indicator: "ENTRY", status: "needs-files", missing: ["population of 2023"] });
		expect(before.of("VISITS")).toMatchObject({ status: "counted", isMasked: false });
		await expect(load(stateAnalyst, state, [`${alderCode},2023,5`])).rejects.toThrow(NotAllowed);
		const refused = await load(statePlanner, state, [`${alderCode},2023,many`, `${alderCode},20233,5`]);
		expect(refused).toMatchObject({ result: "refused" });
		expect(refused.problems.map(({ message }) => message)).toEqual([
			expect.stringContaining('Row 2, column C (population): population is "many"; a whole number of children'),
			expect.stringContaining('Row 3, column B (year): year is "20233"'),
		]);
		const known = codes().filter((code) => code !== null && /^\d{5}$/.test(code));
		const lines = known.map((code) => `${code},2023,${perCounty}`);
		const whole = `,2023,${known.length * perCounty + 1000}`;
		expect(await load(statePlanner, state, [...lines, whole, "06001,2023,7"])).toMatchObject({
			...{ result: "taken", added: known.length + 1, changed: 0, unchanged: 0 },
			problems: [{ rule: { id: "population-other-place" } }],
		});
		expect(await load(statePlanner, state, lines)).toMatchObject({ added: 0, changed: 0, unchanged: known.length });

		// Two jobs of one place at once: each window is counted once.
		const both = await Promise.all([countIndicators(services, state), countIndicators(services, state)]);
		expect(both.map((counted) => counted.includes(window)).sort()).toEqual([false, true]);

		const after = await resultsOf(stateAnalyst, state);
		const population = known.map((county) => ({
			...{ county, year: 2023, population: perCounty, ageGroup: null, raceEthnicity: null, sex: null },
		}));
		const engine = await openDuckdbEngine({ definitionsFolder });
		for (const { rows } of files) await engine.append(rows);
		const asked = { engine, files: { afcars: ["23A", "23B"], ncands: [] }, by: "county" };
		const direct = await runEntryRate({ ...asked, window, population });
		const visits = await runVisits({ ...asked, year: 2023 });
		await engine.close();
		const [total] = direct;
		if (!total || "status" in total || "status" in visits) throw new Error("Files are missing.");
		const denominator = known.length * perCounty + 1000;
		expect(after.of("ENTRY")).toMatchObject({
			...{ numerator: total.numerator, denominator, observed: (total.numerator / denominator) * 1000 },
		});
		expect(after.run?.population).toMatchObject({ year: 2023, source: "Made up", dataAsOf: "2024-06-27" });
		const byCounty = async (indicator: "ENTRY" | "VISITS" | "RESIDENCE") =>
			(
				await perform(storage.performer, getIndicatorTable, stateAnalyst, {
					...{ jurisdictionId: state, indicator, window, by: "county" },
				})
			).rows.map(({ group, numerator, denominator: of }) => [group.county, numerator, of]);
		expect((await byCounty("ENTRY")).filter(([, numerator]) => numerator)).toEqual(
			direct.flatMap((each) =>
				"status" in each || each.group.county === undefined
					? []
					: [[each.group.county, each.numerator, each.denominator]],
			),
		);
		const [allVisits, ...groups] = visits.results;
		expect(after.of("VISITS")).toMatchObject({ numerator: allVisits?.visited, denominator: allVisits?.childMonths });
		expect(after.of("RESIDENCE")).toMatchObject({ numerator: allVisits?.inResidence, denominator: allVisits?.visited });
		expect(await byCounty("VISITS")).toEqual(
			groups.map(({ group, visited, childMonths }) => [group.county, visited, childMonths]),
		);
		// Visits are counted by federal fiscal year.
		const list = await perform(storage.performer, listIndicatorResults, stateAnalyst, { jurisdictionId: state });
		const between = list.windows.find(({ run }) => run.window === "23B24A");
		expect(between?.results.find(({ indicator }) => indicator === "VISITS")?.status).toBe("not-applicable");
	}, 120_000);

	it("are masked like the others: small numbers of children, and what would give them away", async () => {
		const alone = await resultsOf(alderAnalyst, alder);
		const table = (actor: Actor, indicator: "ENTRY" | "VISITS" | "RESIDENCE", by: string) =>
			perform(storage.performer, getIndicatorTable, actor, { jurisdictionId: state, indicator, window, by });
		const whole = await table(stateAnalyst, "ENTRY", "county");
		const masked = await table(statePartner, "ENTRY", "county");
		const small = whole.rows.map(({ numerator }) => (numerator ?? 0) > 0 && (numerator ?? 0) < 11);
		expect(small.filter(Boolean).length).toBeGreaterThan(0);
		for (const [index, row] of masked.rows.entries()) {
			if (small[index]) expect(row).toMatchObject({ numerator: null, observed: null, isMasked: true });
		}
		expect(alone.of("ENTRY")).toMatchObject({ denominator: perCounty, isMasked: false });
		await expect(table(stateAnalyst, "ENTRY", "sex")).rejects.toThrow("by county or by region alone");
		// What is shown of the months visited in one measure is shown in the other.
		for (const by of ["county", "county,ageGroup", "ageGroup,sex"]) {
			const [visits, residence] = [await table(statePartner, "VISITS", by), await table(statePartner, "RESIDENCE", by)];
			const visited = new Map(visits.rows.map(({ group, numerator }) => [JSON.stringify(group), numerator]));
			for (const { group, numerator, denominator } of residence.rows) {
				expect(denominator).toBe(visited.get(JSON.stringify(group)));
				if (denominator === null) expect(numerator).toBeNull();
			}
			expect(visits.rows.some(({ isMasked }) => isMasked)).toBe(true);
		}
	});

	it("of a window that the newest files no longer allow stay, and say from when and which files are gone", async () => {
		const withoutOld = {
			...services,
			listCurrentFiles: async (id: string) =>
				(await services.listCurrentFiles(id)).filter(({ period }) => period !== "22A" && period !== "2022"),
		};
		await countIndicators(withoutOld, state);
		const { windows } = await perform(storage.performer, listIndicatorResults, stateAnalyst, { jurisdictionId: state });
		const gone = windows.filter(({ run }) => run.goneFiles.length > 0).map(({ run }) => [run.window, run.goneFiles]);
		expect(gone).toContainEqual(["22A22B", ["22A", "FY22"]]);
		expect(gone.map(([name]) => name)).not.toContain(window);
		const figures = await storage.performer.inTransaction(stateAnalyst, (stores) =>
			stores.figures.list({ jurisdictionIds: [state], vintage: "cfsr4" }),
		);
		const old = figures.filter(({ periodEnd }) => periodEnd === "2022-09-30").map(({ source }) => source);
		expect(old.length).toBeGreaterThan(0);
		for (const source of old) expect(source).toContain("from an earlier counting");
		await countIndicators(services, state);
		const again = await perform(storage.performer, listIndicatorResults, stateAnalyst, { jurisdictionId: state });
		expect(again.windows.flatMap(({ run }) => run.goneFiles)).toEqual([]);
	}, 120_000);
});

describe("the records behind a number", () => {
	it("add up to it, each with a reason and a rule, and the look is written down", async () => {
		const asked = { jurisdictionId: alder, indicator: "P2" as const, window, limit: 500 };
		const list = await listIndicatorRecords(services, alderCases, asked);
		const table = await perform(storage.performer, getIndicatorTable, alderCases, asked);
		expect(list.records).toHaveLength(list.total);
		const sum = (field: "numerator" | "denominator") => list.records.reduce((total, each) => total + each[field], 0);
		expect(table.total).toMatchObject({ numerator: sum("numerator"), denominator: sum("denominator") });
		expect(list.records.every(({ words, rule }) => /rule P2-\d+$/.test(words) && rule.startsWith("P2-"))).toBe(true);
		expect(list.records.some(({ outcome }) => outcome === "left-out")).toBe(true);
		expect(new Set(list.records.map(({ group }) => group.county))).toEqual(new Set([alderCode]));
		const achieved = await listIndicatorRecords(services, alderCases, { ...asked, outcome: "numerator", limit: 2 });
		expect(achieved.total).toBe(sum("numerator"));
		expect(achieved.records).toHaveLength(2);

		const lines: string[] = [];
		for await (const piece of streamIndicatorRecords(services, alderCases, asked)) lines.push(...piece.split("\r\n"));
		expect(lines.filter((line) => line !== "")).toHaveLength(list.total + 1);

		const looks = await perform(storage.performer, listCaseLooks, administrator, { jurisdictionId: alder });
		expect(looks.map(({ personName, indicator, asked: what }) => [personName, indicator, what.format]).sort()).toEqual([
			["Case-level data reader", "P2", "csv"],
			["Case-level data reader", "P2", "json"],
			["Case-level data reader", "P2", "json"],
		]);
	}, 60_000);

	it("are refused without the grant, for another place, and for what was not counted", async () => {
		const asked = { jurisdictionId: alder, indicator: "P1" as const, window };
		for (const person of [alderAnalyst, stateAnalyst, birchAnalyst, administrator]) {
			await expect(listIndicatorRecords(services, person, asked)).rejects.toThrow(NotAllowed);
		}
		await expect(listIndicatorRecords(services, alderCases, { ...asked, jurisdictionId: state })).rejects.toThrow(
			NotAllowed,
		);
		await expect(
			listIndicatorRecords(services, alderCases, { ...asked, window: "22B23A", indicator: "S1" }),
		).rejects.toThrow(Refused);
	});
});

describe("the process that reads stored rows", () => {
	it.each([
		["another file", "select * from read_csv('/etc/hostname')"],
		["the folder of another load", "select * from read_parquet('FOLDER/other/afcars_row.parquet')"],
		["another host", "select * from read_csv('https://example.org/data.csv')"],
		["an extension", "install httpfs"],
		["a database", "attach 'FOLDER/other/x.db'"],
		["its own locks", "set enable_external_access = true"],
	])("cannot reach %s", async (_, question) => {
		await writeFile(path.join(folder, "other.txt"), "");
		const stored = await services.openStoredRows([files[0]?.loadId ?? ""]);
		await expect(stored.ask(question.replace("FOLDER", folder))).rejects.toThrow(
			/disabled|locked|not allowed|Permission/i,
		);
		await stored.close();
	});

	it("says so when it ends, and the program lives on", async () => {
		const stored = await services.openStoredRows(files.map(({ loadId }) => loadId));
		const asked = stored.ask("select count(*) from range(100000000000) where range % 7 = 3");
		await stored.close();
		await expect(asked).rejects.toThrow(/stopped/);
	});
});
