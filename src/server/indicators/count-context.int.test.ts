import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
	alderCode,
	type CountingState,
	definitionsFolder,
	openCountingState,
} from "../../../test/support/counting-state.ts";
import { addActor, addPlace, type TestStorage } from "../../../test/support/test-storage.ts";
import { plainDate } from "../../domain/calendar/plain-date.ts";
import type { Actor } from "../../domain/people/may.ts";
import { runEntryRate } from "../../indicators/entry/run-entry-rate.ts";
import { runVisits } from "../../indicators/visits/run-visits.ts";
import { NotAllowed } from "../../operations/errors.ts";
import { getIndicatorTable } from "../../operations/get-indicator-table.ts";
import { listIndicatorResults } from "../../operations/list-indicator-results.ts";
import { loadChildPopulation } from "../../operations/load-child-population.ts";
import { perform } from "../../operations/operation.ts";
import { openDuckdbEngine } from "../../storage/duckdb/duckdb-engine.ts";
import { type CountingServices, countIndicators } from "./count-indicators.ts";

let counting: CountingState;
let storage: TestStorage;
let services: CountingServices;
let files: CountingState["files"];
let state: string;
let alder: string;
let alderAnalyst: Actor;
let stateAnalyst: Actor;
let statePlanner: Actor;
let statePartner: Actor;

beforeAll(async () => {
	counting = await openCountingState({ first: 2022, last: 2025 });
	({ storage, files } = counting);
	({ state, alder } = counting.places);
	({ alderAnalyst, stateAnalyst, statePlanner, statePartner } = counting.people);
	// P1 of the window reads 25A; what comes after it would only be counted.
	const upTo25A = async (id: string) =>
		(await counting.services.listCurrentFiles(id)).filter(({ period }) => !["25B", "2025"].includes(period));
	services = { ...counting.services, listCurrentFiles: upTo25A };
	await countIndicators(services, state);
}, 120_000);
afterAll(() => counting.end());

const window = "23A23B";

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
		// Nor is the difference to P1, which counts nearly the same children: 50 entries beside 47 who stayed 8 days.
		const ofP1 = async (actor: Actor) => {
			const found = await perform(storage.performer, getIndicatorTable, actor, {
				...{ jurisdictionId: state, indicator: "P1" as const, window, by: "county" },
			});
			return new Map(found.rows.map(({ group, denominator }) => [group.county, denominator]));
		};
		const [p1, maskedP1] = [await ofP1(stateAnalyst), await ofP1(statePartner)];
		const differences = (rows: typeof whole.rows, beside: typeof p1) =>
			rows.flatMap(({ group, numerator }) => {
				const children = beside.get(group.county);
				const difference = Math.abs((numerator ?? 0) - (children ?? 0));
				return numerator && children && difference > 0 && difference < 11 ? [group.county] : [];
			});
		expect(differences(whole.rows, p1).length).toBeGreaterThan(0);
		expect(differences(masked.rows, maskedP1)).toEqual([]);
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
