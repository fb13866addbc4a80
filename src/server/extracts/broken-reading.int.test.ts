import { access, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { addActor, addPlace, openTestStorage, type TestStorage } from "../../../test/support/test-storage.ts";
import type { Actor } from "../../domain/people/may.ts";
import { listExtractLoads } from "../../operations/list-extract-loads.ts";
import { perform } from "../../operations/operation.ts";
import { makeExtracts } from "../../practice/extracts/make-extracts.ts";
import { whileNobodyReads } from "../../storage/sql/advisory-lock.ts";
import { readInProcess } from "./read-in-process.ts";
import { receiveUpload } from "./receive-upload.ts";
import { resumeExtracts } from "./resume-extracts.ts";
import { takeReceivedExtract } from "./take-received-extract.ts";

const root = path.resolve(import.meta.dirname, "../../..");
const program = path.join(root, ".build/test/extract-process.mjs");

let storage: TestStorage;
let extractsFolder: string;
let state: string;
let analyst: Actor;
let line: string;

beforeAll(async () => {
	await build({
		entryPoints: [path.join(import.meta.dirname, "extract-process.ts")],
		outfile: program,
		...{ bundle: true, platform: "node", format: "esm", packages: "external", logLevel: "warning" },
	});
	storage = await openTestStorage();
	extractsFolder = await mkdtemp(path.join(tmpdir(), "throughline-broken-"));
	state = await addPlace(storage, { kind: "state", code: "99", name: "Halcyon" });
	analyst = await addActor(storage, state, "state-analyst");
	const [file] = makeExtracts({ seed: 3, children: 60, years: { first: 2022, last: 2022 } });
	line =
		[...(file?.chunks ?? [])]
			.join("")
			.split(/\r?\n/)
			.find((each) => each.length === 197) ?? "";
}, 60_000);
afterAll(async () => {
	await storage.end();
	await rm(extractsFolder, { recursive: true, force: true });
});

const list = () => perform(storage.performer, listExtractLoads, analyst, {});
const whole = (lines: number) =>
	Readable.from(Array.from({ length: lines / 1000 }, () => Buffer.from(`${line}\r\n`.repeat(1000))));

it("leaves nothing half-loaded when its process is killed in the middle, and is then read from the start", async () => {
	const lines = 150_000;
	const services = { performer: storage.performer, extractsFolder };
	const { loadId } = await receiveUpload(
		services,
		analyst,
		{ jurisdictionId: state, fileName: "22A.txt" },
		whole(lines),
	);
	const job = { loadId, personId: analyst.personId };
	let pid = 0;
	const taking = {
		...services,
		findPerson: async () => analyst,
		whileNobodyReads: (id: string, work: () => Promise<void>) => whileNobodyReads(storage.admin, id, work),
		read: readInProcess(program, (started) => {
			pid = started;
		}),
	};
	const broken = takeReceivedExtract(taking, job);
	const refused = expect(broken).rejects.toThrow("The process that reads the file stopped (SIGKILL)");
	const unfinished = path.join(extractsFolder, `${loadId}.unfinished`);
	await vi.waitFor(() => access(path.join(unfinished, "progress")), { timeout: 10_000, interval: 5 });
	// While it is read, a second try leaves it alone.
	expect(await takeReceivedExtract(taking, job)).toBeUndefined();
	process.kill(pid, "SIGKILL");
	await refused;
	expect(await list()).toMatchObject([{ id: loadId, state: "reading", records: 0, takenAt: null }]);
	expect(await readdir(extractsFolder)).toEqual([`${loadId}.upload`]);

	// As after kill -9 of the whole server: parts of both folders lie about.
	for (const name of [`${loadId}.unfinished`, loadId]) {
		await storageLeft(name);
	}
	expect(await takeReceivedExtract(taking, job)).toBe("taken");
	expect(await list()).toMatchObject([{ id: loadId, state: "taken", records: lines }]);
	expect(await readdir(extractsFolder)).toEqual([loadId]);
	expect(await readdir(path.join(extractsFolder, loadId))).not.toContain("half.parquet");
	// The job of the killed server comes back hours later.
	expect(await takeReceivedExtract(taking, job)).toBe("taken");
	expect(await list()).toHaveLength(1);
}, 60_000);

it("clears away what a broken upload left, a day later and not before", async () => {
	const services = { performer: storage.performer, extractsFolder };
	const cut = Readable.from(
		(async function* () {
			yield Buffer.from(line);
			throw new Error("The connection is gone.");
		})(),
	);
	const about = { jurisdictionId: state, fileName: "cut.txt" };
	const before = await readdir(extractsFolder);
	await expect(receiveUpload(services, analyst, about, cut)).rejects.toThrow("The connection is gone.");
	expect(await readdir(extractsFolder)).toEqual(before);

	const name = "00000000-0000-4000-8000-00000000000a.receiving";
	await writeFile(path.join(extractsFolder, name), "half");
	expect((await resumeExtracts(services, new Date())).removed).toEqual([]);
	const twoDays = new Date(Date.now() + 2 * 24 * 60 * 60_000);
	expect((await resumeExtracts(services, twoDays)).removed).toEqual([name]);
	expect(await readdir(extractsFolder)).toEqual(before);
});

async function storageLeft(name: string): Promise<void> {
	await mkdir(path.join(extractsFolder, name), { recursive: true });
	await writeFile(path.join(extractsFolder, name, "half.parquet"), "PAR1");
}
