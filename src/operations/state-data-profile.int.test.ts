import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addActor, addPlace, openTestStorage, type TestStorage } from "../../test/support/test-storage.ts";
import { writeWorkbook } from "../documents/excel/write-workbook.ts";
import { installationActor } from "../domain/people/installation.ts";
import type { Actor } from "../domain/people/may.ts";
import { verifyLog } from "../storage/sql/log/verify-log.ts";
import { InvalidInput, NotAllowed } from "./errors.ts";
import { getFactHistory } from "./get-fact-history.ts";
import { listFederalResults } from "./list-federal-results.ts";
import { loadStateDataProfile } from "./load-state-data-profile.ts";
import { perform } from "./operation.ts";

let storage: TestStorage;
let kentucky: string;
let county: string;
let analyst: Actor;
let countyAnalyst: Actor;
let reader: Actor;

beforeAll(async () => {
	storage = await openTestStorage();
	kentucky = await addPlace(storage, { kind: "state", code: "21", name: "Kentucky" });
	county = await addPlace(storage, { kind: "county", code: "21001", name: "Adair", parentId: kentucky });
	analyst = await addActor(storage, kentucky, "data-analyst");
	countyAnalyst = await addActor(storage, county, "data-analyst", "County analyst");
	reader = await addActor(storage, kentucky, "state-analyst");
});
afterAll(() => storage.end());

/** State-level results as they were published. */
const published = new Uint8Array(
	readFileSync(path.resolve(import.meta.dirname, "../indicators/profile/published-results.csv")),
);

const load = (actor: Actor, bytes: Uint8Array<ArrayBuffer>, more: { profile?: string; jurisdictionId?: string } = {}) =>
	perform(storage.performer, loadStateDataProfile, actor, {
		jurisdictionId: kentucky,
		fileName: "../profile.csv",
		bytes,
		...more,
	});
const list = (actor: Actor, profiles: "newest" | "all" = "newest") =>
	perform(storage.performer, listFederalResults, actor, { profiles });
const csv = (...lines: string[]) => new TextEncoder().encode(`Indicator,Period,RSP,Lower,Upper\n${lines.join("\n")}\n`);

describe("the state data profile", () => {
	it("is taken whole, and every status is that of its interval", async () => {
		expect(await load(analyst, published)).toMatchObject({ result: "taken", added: 24, changed: 0, unchanged: 0 });
		const found = await list(reader);
		expect(found.map(({ national, results }) => [national.code, ...results.map(({ status }) => status)])).toEqual([
			["S1", "worse", "worse"],
			["S2", "worse", "worse"],
			["P1", "better", "better", "better", "better"],
			["P2", "worse", "worse", "worse", "worse"],
			["P3", "better", "no-different", "better", "better"],
			["P4", "worse", "not-calculated", "not-calculated", "not-calculated"],
			["P5", "better", "no-different", "better", "better"],
		]);
		expect(found[6]?.results[1]).toMatchObject({
			...{ period: "23A23B", observed: 4.97, riskStandardized: 4.45, lower: 4.3, upper: 4.6, profile: "2025-08" },
			...{ numerator: 3313, denominator: 666930, fileName: "profile.csv", version: 1 },
		});
	});

	it("changes nothing the second time, and keeps the history of what changes", async () => {
		expect(await load(analyst, published)).toMatchObject({ added: 0, changed: 0, unchanged: 24 });
		const corrected = csv("P2,23A23B,38.0,35.9,40.2");
		expect(await load(analyst, corrected, { profile: "2025-08" })).toMatchObject({ added: 0, changed: 1 });
		const p2 = (await list(reader)).find(({ national }) => national.code === "P2");
		const changed = p2?.results.find(({ period }) => period === "23A23B");
		expect(changed).toMatchObject({ version: 2, riskStandardized: 38, status: "worse" });
		const history = await perform(storage.performer, getFactHistory, reader, { subject: changed?.id ?? "" });
		expect(JSON.stringify(history)).toContain('"riskStandardized":37');
	});

	it("keeps the results of earlier profiles and shows those of the newest", async () => {
		await load(analyst, csv("P3,23A23B,38.6,36.9,40.4"), { profile: "February 2026" });
		const of = async (profiles: "newest" | "all") =>
			(await list(reader, profiles))
				.find(({ national }) => national.code === "P3")
				?.results.filter(({ period }) => period === "23A23B")
				.map(({ profile }) => profile);
		expect(await of("newest")).toEqual(["2026-02"]);
		expect(await of("all")).toEqual(["2025-08", "2026-02"]);
	});

	it("is read from a workbook with percent cells, too", async () => {
		const columns = ["Indicator", "Period", "RSP", "Lower", "Upper", "Status"].map((header) => ({ header }));
		const rows = [["P1", "24A24B", "46.5%", "45.0%", "48.0%", "No different"]];
		const properties = { creator: "test", title: "Profile", created: "2026-02-01" };
		const bytes = new Uint8Array(await writeWorkbook([{ name: "Profile", columns, rows }], properties));
		const taken = await load(analyst, bytes, { profile: "2026-02" });
		expect(taken).toMatchObject({ result: "taken", added: 1 });
		expect(taken.problems.map(({ rule }) => rule.id)).toEqual(["profile-status-differs"]);
	});

	it("is refused whole where a row cannot stand", async () => {
		const before = await list(reader, "all");
		const refused = await load(analyst, csv("P1,22A22B,40,39,41", "P1,22B23A,40,41,42"), { profile: "2026-02" });
		expect(refused).toMatchObject({ result: "refused", problems: [{ tier: "mend", place: { row: 3 } }] });
		const zip = await load(analyst, new TextEncoder().encode("PK\u0003\u0004 no workbook"), { profile: "2026-02" });
		expect(zip).toMatchObject({ result: "refused", problems: [{ tier: "reject" }] });
		expect(await list(reader, "all")).toEqual(before);
	});

	it("is one of States, loaded by those who may load their figures, and seen by everybody who is signed in", async () => {
		const line = csv("P1,22A22B,40,39,41");
		const more = { profile: "2026-02" };
		await expect(load(countyAnalyst, line, more)).rejects.toThrow(NotAllowed);
		await expect(load(reader, line, more)).rejects.toThrow(NotAllowed);
		await expect(load(countyAnalyst, line, { ...more, jurisdictionId: county })).rejects.toThrow(/never of a county/);
		await expect(load(analyst, line, { profile: "last year" })).rejects.toThrow(InvalidInput);
		expect(await list(countyAnalyst)).toEqual(await list(reader));
	});

	it("stands up to the check of the log", async () => {
		await perform(storage.performer, listFederalResults, installationActor, {});
		const report = await verifyLog(storage.admin);
		expect(report.faults).toEqual([]);
	});
});
