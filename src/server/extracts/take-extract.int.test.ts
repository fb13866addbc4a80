import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { addActor, addPlace, openTestStorage, type TestStorage } from "../../../test/support/test-storage.ts";
import type { Actor } from "../../domain/people/may.ts";
import { NotAllowed } from "../../operations/errors.ts";
import { listExtractLoads } from "../../operations/list-extract-loads.ts";
import { perform } from "../../operations/operation.ts";
import { makeExtracts } from "../../practice/extracts/make-extracts.ts";
import { takeExtract } from "./take-extract.ts";

let storage: TestStorage;
let folder: string;
let extractsFolder: string;
let state: string;
let analyst: Actor;
let partner: Actor;
let files: readonly string[];

beforeAll(async () => {
	storage = await openTestStorage();
	folder = await mkdtemp(path.join(tmpdir(), "throughline-take-"));
	extractsFolder = path.join(folder, "extracts");
	state = await addPlace(storage, { kind: "state", code: "99", name: "Halcyon" });
	analyst = await addActor(storage, state, "state-analyst");
	partner = await addActor(storage, state, "partner");
	const made: string[] = [];
	for (const { name, chunks } of makeExtracts({ seed: 3, children: 60, years: { first: 2022, last: 2023 } })) {
		const file = path.join(folder, path.basename(name));
		await writeFile(file, [...chunks].join(""), "latin1");
		made.push(file);
	}
	files = made;
}, 60_000);
afterAll(async () => {
	await storage.end();
	await rm(folder, { recursive: true, force: true });
});

const take = (actor: Actor, file: string) =>
	takeExtract({ performer: storage.performer, extractsFolder }, actor, { file, jurisdictionId: state });
const list = (actor: Actor) => perform(storage.performer, listExtractLoads, actor, {});

it("takes files of every kind, and a second of a period replaces the first, which stays listed", async () => {
	for (const file of files) expect((await take(analyst, file)).reading.usable, file).toBe(true);
	const loads = await list(analyst);
	expect(new Set(loads.map((each) => each.extractKind))).toEqual(new Set(["afcars-legacy", "afcars-2020", "ncands"]));
	expect(loads.every((each) => each.state === "taken" && each.records > 0)).toBe(true);
	const again = await take(analyst, files[0] ?? "");
	expect(again.replaced).toEqual([again.sameFileAs]);
	const states = (await list(analyst)).map((each) => each.state).filter((each) => each === "replaced");
	expect(states).toEqual(["replaced"]);
	expect((await readdir(path.join(extractsFolder, again.loadId))).some((name) => name.endsWith(".parquet"))).toBe(true);
}, 60_000);

it("refuses a file whole: it is listed, and no rows are kept", async () => {
	const file = path.join(folder, "letter.txt");
	await writeFile(file, "Dear colleague, the file is attached.");
	const { loadId, reading } = await take(analyst, file);
	expect(reading.usable).toBe(false);
	expect((await list(analyst))[0]).toMatchObject({ id: loadId, state: "refused", rejectProblems: 1, bytes: 37 });
	expect(await readdir(path.join(extractsFolder, loadId))).toEqual(["problems.jsonl.gz", "summary.json"]);
});

it("keeps nothing for somebody who may not load, and shows them nothing", async () => {
	const before = await readdir(extractsFolder);
	await expect(take(partner, files[0] ?? "")).rejects.toThrow(NotAllowed);
	expect(await readdir(extractsFolder)).toEqual(before);
	expect(await list(partner)).toEqual([]);
});
