import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { smallPdf } from "../../../test/support/approve-plan.ts";
import { addActor, addPlace, openTestStorage, type TestStorage } from "../../../test/support/test-storage.ts";
import { plainDate } from "../../domain/calendar/plain-date.ts";
import type { Actor } from "../../domain/people/may.ts";
import { NotAllowed, NotFound } from "../../operations/errors.ts";
import { getAttachment } from "../../operations/get-attachment.ts";
import { getPlan } from "../../operations/get-plan.ts";
import { perform } from "../../operations/operation.ts";
import { listWaitingScans } from "../../operations/settle-scan.ts";
import { startPlan } from "../../operations/start-plan.ts";
import { createClamdScanner, type ScanVerdict } from "./clamd.ts";
import { createAttachments } from "./create-attachments.ts";

// The pattern that every scanner knows as a test, in two parts so that no scanner takes this file for it.
const testPattern = `${"X5O!P%@AP[4\\PZX54(P^)7CC)7}$"}EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*`;

let storage: TestStorage;
let planner: Actor;
let analyst: Actor;
let documentId: string;

beforeAll(async () => {
	storage = await openTestStorage();
	const state = await addPlace(storage, { kind: "state", code: "99", name: "State" });
	const county = await addPlace(storage, { kind: "county", code: "99001", name: "Alder County", parentId: state });
	planner = await addActor(storage, county, "county-planner");
	analyst = await addActor(storage, state, "state-analyst");
	({ id: documentId } = await perform(storage.performer, startPlan, planner, {
		jurisdictionId: county,
		editionId: "ca-ccfsr-2004",
		startsOn: plainDate("2026-07-01"),
	}));
});
afterAll(() => storage.end());

/** Attachments with a scanner that says what it is told, and counts how often it was asked. */
function withScanner(say: () => ScanVerdict) {
	const log: string[] = [];
	let asked = 0;
	const scanner = {
		scan: async () => {
			asked += 1;
			return say();
		},
	};
	const attachments = createAttachments({ performer: storage.performer, scanner, log: (line) => log.push(line) });
	const add = (name: string, person = planner, bytes = smallPdf(name)) =>
		attachments.add(person, { documentId, attachmentKind: "other" }, { fileName: `${name}.pdf`, bytes });
	return { attachments, add, log, asked: () => asked };
}

const kept = async () => (await perform(storage.performer, getPlan, planner, { documentId })).facts.attachments;
const named = async (fileName: string) => (await kept()).find((each) => each.fileName === fileName);

describe("a file that is attached", () => {
	it("is scanned once it is known that it would be taken, and not before", async () => {
		const { add, asked } = withScanner(() => ({ verdict: "clean" }));
		await expect(add("by the State", analyst)).rejects.toBeInstanceOf(NotFound);
		await expect(add("no kind", planner, new TextEncoder().encode("text"))).rejects.toThrow(/not taken/);
		expect(asked()).toBe(0);
		expect(await add("clean")).toMatchObject({ scan: "clean" });
		expect(asked()).toBe(1);
	});

	it("is refused when something is found in it, and nothing of it stays", async () => {
		const { add } = withScanner(() => ({ verdict: "infected", found: "Eicar-Test" }));
		await expect(add("infected")).rejects.toThrow(/something harmful in this file \(Eicar-Test\), so it was not taken/);
		expect(await named("infected.pdf")).toBeUndefined();
	});

	it("waits for a scanner that cannot be reached, says so, and is given out once it was scanned", async () => {
		let verdict: ScanVerdict = { verdict: "unknown", why: "connect ECONNREFUSED", reached: false };
		const { add, attachments, log } = withScanner(() => verdict);
		const { id, scan } = await add("waiting");
		expect(scan).toBe("waiting");
		expect(log[0]).toContain("gave no verdict: connect ECONNREFUSED");
		const open = () => perform(storage.performer, getAttachment, planner, { documentId, attachmentId: id });
		await expect(open()).rejects.toThrow(/waits for the scanner/);
		expect(await attachments.scanWaiting()).toBe(0);
		expect(await named("waiting.pdf")).toMatchObject({ scan: "waiting" });
		verdict = { verdict: "clean" };
		expect(await attachments.scanWaiting()).toBe(1);
		expect([...(await open()).bytes]).toEqual([...smallPdf("waiting")]);
	});

	it("is thrown away when something is found in it while it waits; the fact stays and says so", async () => {
		let verdict: ScanVerdict = { verdict: "unknown", why: "no answer", reached: false };
		const { add, attachments } = withScanner(() => verdict);
		const { id } = await add("late");
		const fileId = (await named("late.pdf"))?.fileId ?? "";
		verdict = { verdict: "infected", found: "Eicar-Test" };
		expect(await attachments.scanWaiting()).toBe(1);
		expect(await named("late.pdf")).toMatchObject({ scan: "infected", scanNote: "Eicar-Test" });
		const bytes = await storage.inTransaction(planner, ({ attachmentFiles }) => attachmentFiles.find(fileId));
		expect(bytes).toBeUndefined();
		const open = perform(storage.performer, getAttachment, planner, { documentId, attachmentId: id });
		await expect(open).rejects.toThrow(/thrown away/);
	});

	it("is marked as not scanned where no scanner is set up", async () => {
		const attachments = createAttachments({ performer: storage.performer, scanner: undefined, log: () => undefined });
		const about = { documentId, attachmentKind: "other" };
		const added = await attachments.add(planner, about, { fileName: "plain.pdf", bytes: smallPdf("plain") });
		expect(added.scan).toBe("not-scanned");
		expect(await attachments.scanWaiting()).toBe(0);
	});

	it("is brought to the scanner by the installation alone", async () => {
		for (const person of [planner, analyst]) {
			await expect(
				storage.inTransaction(person, (stores) =>
					Promise.resolve().then(() =>
						listWaitingScans.run({ actor: person, clock: storage.clock, ids: storage.ids, stores }, {}),
					),
				),
			).rejects.toBeInstanceOf(NotAllowed);
		}
	});
});

/** A clamd of this machine: by `CLAMD_PROGRAM`, or where Debian puts it. */
const program = process.env.CLAMD_PROGRAM ?? "/usr/sbin/clamd";

describe.skipIf(!existsSync(program))(`with a real clamd (${program}; skipped where there is none)`, () => {
	let folder: string;
	let clamd: ChildProcess;
	let port: number;

	beforeAll(async () => {
		folder = await mkdtemp(path.join(tmpdir(), "clamd-"));
		// One signature of our own, so that none has to be fetched: the test pattern at any place of any file.
		const signature = `Test-Pattern:0:*:${Buffer.from(testPattern).toString("hex")}\n`;
		await writeFile(path.join(folder, "local.ndb"), signature);
		port = await freePort();
		await start();
	}, 60_000);

	afterAll(async () => {
		await end("SIGTERM");
		await rm(folder, { recursive: true, force: true });
	});

	/** Starts it on a local socket and a port, and waits until both answer. */
	async function start(streamMaxLength = "25M"): Promise<void> {
		const lines = [
			...["Foreground yes", `LocalSocket ${folder}/clamd.ctl`, `TCPSocket ${port}`, "TCPAddr 127.0.0.1"],
			...[`DatabaseDirectory ${folder}`, `StreamMaxLength ${streamMaxLength}`],
		];
		await writeFile(path.join(folder, "clamd.conf"), `${lines.join("\n")}\n`);
		clamd = spawn(program, ["-c", path.join(folder, "clamd.conf")], { stdio: "ignore" });
		for (;;) {
			const said = await Promise.all(addresses().map((url) => createClamdScanner(url).scan(Buffer.from("x"))));
			if (said.every(({ verdict }) => verdict === "clean")) return;
			if (clamd.exitCode !== null) throw new Error(`The clamd of this machine ended with ${clamd.exitCode}.`);
			await wait(50);
		}
	}

	async function end(signal: NodeJS.Signals): Promise<void> {
		if (clamd.exitCode !== null || clamd.signalCode !== null) return;
		const ended = once(clamd, "exit");
		clamd.kill(signal);
		await ended;
	}

	const addresses = () => [`unix://${folder}/clamd.ctl`, `tcp://127.0.0.1:${port}`];
	const scan = (bytes: Uint8Array, timeout?: number) =>
		Promise.all(addresses().map((url) => createClamdScanner(url, timeout).scan(bytes)));
	const setUp = () => {
		const log: string[] = [];
		const [url = ""] = addresses();
		const attachments = createAttachments({
			...{ performer: storage.performer, scanner: createClamdScanner(url), log: (line) => log.push(line) },
		});
		const add = (name: string, bytes: Uint8Array) =>
			attachments.add(planner, { documentId, attachmentKind: "other" }, { fileName: name, bytes });
		return { attachments, add, log };
	};
	const big = (name: string, size: number) =>
		Buffer.concat([smallPdf(name), Buffer.alloc(size, "%a\n"), smallPdf(name)]);

	it("finds the test pattern and nothing in other files, of any size that is taken, over a socket and a port", async () => {
		const { add } = setUp();
		await expect(add("harmful.pdf", smallPdf(testPattern))).rejects.toThrow(/harmful in this file \(Test-Pattern/);
		expect(await add("harmless.pdf", smallPdf("harmless"))).toMatchObject({ scan: "clean" });
		expect(await scan(Buffer.from(testPattern))).toEqual(
			Array(2).fill({ verdict: "infected", found: expect.stringMatching(/^Test-Pattern/u) }),
		);
		expect(await scan(Buffer.alloc(19_000_000, "ab"))).toEqual(Array(2).fill({ verdict: "clean" }));
		expect(await scan(new Uint8Array())).toEqual(Array(2).fill({ verdict: "clean" }));
	});

	it("will not look at a file above its StreamMaxLength: that one waits and says so, and the next ones do not wait behind it", async () => {
		await end("SIGTERM");
		const { add, attachments } = setUp();
		const name = (size: number) => `${size} bytes`;
		for (const size of [3_000_000, 1000]) {
			expect(await add(`${name(size)}.pdf`, big(name(size), size))).toMatchObject({ scan: "waiting" });
		}
		await start("1M");
		const whys: string[] = [];
		for (const size of [1_100_000, 3_000_000, 19_000_000]) {
			const said = await scan(Buffer.alloc(size, "ab"));
			expect(said).toMatchObject(Array(2).fill({ verdict: "unknown", reached: true }));
			whys.push(...said.map((each) => ("why" in each ? each.why : "")));
		}
		// What it says can be lost where it closes while more is sent to it.
		expect(whys.join("; ")).toContain("size limit exceeded");
		await attachments.scanWaiting();
		expect([(await named(`${name(3_000_000)}.pdf`))?.scan, (await named(`${name(1000)}.pdf`))?.scan]).toEqual([
			"waiting",
			"clean",
		]);
		await add("other.pdf", big("other", 2_000_000));
		expect(await named("other.pdf")).toMatchObject({
			...{ scan: "waiting", scanNote: expect.stringContaining("The scanner did not look at it: ") },
		});
		await end("SIGTERM");
		await start();
		expect(await attachments.scanWaiting()).toBe(2);
		expect(await named("other.pdf")).toMatchObject({ scan: "clean", scanNote: "" });
	});

	it("that stands still, ends in the middle of a file or is not there gives no verdict, and is asked again", async () => {
		clamd.kill("SIGSTOP");
		expect(await scan(Buffer.from(testPattern), 300)).toEqual(
			Array(2).fill({ verdict: "unknown", why: expect.stringContaining("no answer within"), reached: false }),
		);
		const midway = scan(Buffer.alloc(19_000_000, "ab"));
		await wait(200);
		await end("SIGKILL");
		expect((await midway).map(({ verdict }) => verdict)).toEqual(["unknown", "unknown"]);
		expect((await scan(Buffer.from("x"))).map(({ verdict }) => verdict)).toEqual(["unknown", "unknown"]);
		const { add, attachments, log } = setUp();
		expect(await add("while it is away.pdf", smallPdf("while it is away"))).toMatchObject({ scan: "waiting" });
		expect(log.join()).toMatch(/gave no verdict: .*(?:ECONNREFUSED|ENOENT)/u);
		await start();
		expect(await attachments.scanWaiting()).toBe(1);
		expect(await scan(Buffer.from(testPattern))).toMatchObject(Array(2).fill({ verdict: "infected" }));
	}, 60_000);
});

/** A port that nobody listens on now. */
async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	await new Promise((resolve) => server.close(resolve));
	if (typeof address !== "object" || !address) throw new Error("The test's server listens.");
	return address.port;
}
