import { createHash } from "node:crypto";
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type TOTP, URI } from "otpauth";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { approvePlan } from "../../test/support/approve-plan.ts";
import { runCommand } from "../../test/support/run-command.ts";
import { buildProgram } from "../../test/support/running-program.ts";
import { findFreePort, type SpawnedProgram, spawnProgram } from "../../test/support/spawn-program.ts";
import { writeWholePlan } from "../../test/support/write-plan.ts";
import { getPlan } from "../operations/get-plan.ts";
import { perform } from "../operations/operation.ts";
import { takeStep } from "../operations/take-step.ts";
import type { Installation } from "../server/installation.ts";
import { createPool } from "../storage/sql/database.ts";
import { anchorLog } from "../storage/sql/log/anchor-log.ts";
import { personFor, withInstallation } from "./open.ts";

// The command line on an installation as a small county has it: beside the running server first, then alone, then in a
// second and a third installation that are made of its backup and its export.

const root = path.resolve(import.meta.dirname, "../..");
const password = "a long password for tests";
const email = "pat@alder.example";
let home: string;
let server: SpawnedProgram;
let url: string;
let mainData: string;
let documentId: string;
let authenticator: TOTP;

beforeAll(async () => {
	home = await mkdtemp(path.join(tmpdir(), "throughline-cli-"));
	mainData = path.join(home, "data");
	await buildProgram();
	const port = await findFreePort();
	url = `http://localhost:${port}`;
	server = spawnProgram("dist/cli.js", ["start"], {
		environment: { PORT: String(port), DATA_DIR: mainData, THROUGHLINE_PRACTICE: "0" },
		folder: home,
	});
	await server.saying(/Throughline is ready/);
}, 120_000);
afterAll(async () => {
	server.process.kill("SIGKILL");
	await rm(home, { recursive: true, force: true });
});

const run = (args: readonly string[], dataDir = mainData, clock = () => new Date()) =>
	runCommand(args, { environment: { DATA_DIR: dataDir, THROUGHLINE_PRACTICE: "0" }, folder: home, clock });

async function done(...args: readonly string[]): Promise<string> {
	const { exitCode, printed, complaint } = await run(args);
	expect({ args, exitCode, complaint }).toEqual({ args, exitCode: 0, complaint: "" });
	return printed;
}

/** The one sentence that a refused command says, with exit code 1 and nothing on standard output. */
async function refusal(args: readonly string[], dataDir?: string): Promise<string> {
	const { exitCode, printed, complaint } = await run(args, dataDir);
	expect({ args, exitCode, printed }).toEqual({ args, exitCode: 1, printed: "" });
	expect(complaint).not.toMatch(/\n|undefined|Error:/);
	return complaint;
}

/** The installation, opened as the commands open it. */
const inside = <T>(dataDir: string, work: (installation: Installation) => Promise<T>): Promise<T> =>
	withInstallation(
		{
			environment: { DATA_DIR: dataDir, THROUGHLINE_PRACTICE: "0" },
			folder: home,
			programFolder: root,
			clock: () => new Date(),
		},
		work,
	);

const planAt = (dataDir: string) =>
	inside(dataDir, async (installation) =>
		perform(installation.performer, getPlan, await personFor(installation, email), { documentId }),
	);

const figures = [
	"county,indicator,vintage,period start,period end,numerator,denominator,group,source,data as of",
	"99001,3F,ccfsr-2004,2024-04-01,2025-03-31,31,275,all,County extract,2025-07-01",
	"99001,3F,ccfsr-2004,2025-04-01,2026-03-31,29,251,all,County extract,2026-06-01",
].join("\n");

describe("beside a running server", () => {
	it("jurisdiction add: makes the tree, and refuses what does not fit", async () => {
		expect(await done("jurisdiction", "add", "The State", "--kind", "state", "--code", "99")).toBe("Added The State.");
		const county = ["jurisdiction", "add", "Alder County", "--kind", "county", "--code", "99001"];
		expect(JSON.parse(await done(...county, "--parent", "99", "--provides-adoptions", "--json"))).toEqual({
			id: expect.stringMatching(/^[0-9a-f-]{36}$/),
		});
		expect(await refusal(county)).toBe('There is a jurisdiction with the code "99001" already.');
		expect(await refusal([...county.slice(0, -1), "99002", "--parent", "98"])).toMatch(
			/no jurisdiction with the code "98"/,
		);
		expect(await refusal(["jurisdiction", "add", "X", "--kind", "village", "--code", "1"])).toMatch(
			/state\|region\|county\|tribe/,
		);
	});

	it("user add: makes the person and the account, and mails a link", async () => {
		const add = ["user", "add", email, "--name", "Pat Planner", "--jurisdiction", "99001"];
		expect(await refusal([...add, "--role", "mayor"])).toMatch(/There is no role "mayor"\. Roles: county-planner, /);
		expect(await refusal([...add.slice(0, -1), "99009", "--role", "partner"])).toMatch(
			/Known: 99 \(The State\), 99001 \(Alder County\)/,
		);
		expect(await refusal(["user", "add", "no address", ...add.slice(3), "--role", "partner"])).toMatch(/address/);
		expect(await refusal(["user", "add", email])).toMatch(/^Use: throughline user add/);
		const added = JSON.parse(
			await done(...add, "--role", "county-planner", "--role", "data-analyst", "--title", "Planner", "--json"),
		);
		expect(added).toEqual({ personId: expect.any(String), accountId: expect.any(String), invited: true });
		expect(await refusal([...add, "--role", "partner"])).toBe(
			"There is a person with this e-mail address already. Give another one, or change that person.",
		);
		expect(
			await done(
				"user",
				"add",
				"Dana@Alder.example",
				"--name",
				"Dana",
				"--role",
				"child-welfare-director",
				"--jurisdiction",
				"99001",
			),
		).toContain(path.join(mainData, "outbox"));
		await done(
			"user",
			"add",
			"stranger@state.example",
			"--name",
			"Sam",
			"--role",
			"administrator",
			"--jurisdiction",
			"99",
		);
		const outbox = path.join(mainData, "outbox");
		const mails = await Promise.all((await readdir(outbox)).map((name) => readFile(path.join(outbox, name), "utf8")));
		expect(mails).toHaveLength(3);
		const token = /token=3D([\w-]+)|token=([\w-]+)/.exec(mails.find((mail) => mail.includes(`To: ${email}`)) ?? "");
		const used = await fetch(`${url}/api/password-resets/use`, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify({ token: token?.[1] ?? token?.[2], password }),
		});
		expect(await used.json()).toEqual({ result: "done" });
	});

	it("load figures: takes a good file once, and refuses a bad one whole", async () => {
		const file = path.join(home, "figures.csv");
		await writeFile(file, figures);
		const load = (name: string, ...more: string[]) => ["load", "figures", name, "--as", email, ...more];
		const bad = path.join(home, "bad.csv");
		await writeFile(bad, figures.replace("2026-03-31", "2026-02-31"));
		const refused = await run(load(bad, "--json"));
		expect(refused).toMatchObject({ exitCode: 1, complaint: "" });
		expect(refused.json()).toMatchObject({
			result: "refused",
			problems: [{ tier: "reject", place: { row: 3 }, message: expect.stringContaining("2026-02-31") }],
		});
		expect((await run(load(bad))).printed).toMatch(/^The file was refused\. Nothing was taken\.\n {2}Row 3/);
		expect(JSON.parse(await done(...load("figures.csv", "--json")))).toEqual({
			result: "taken",
			loadIds: [expect.any(String)],
			added: 2,
			replaced: 0,
			unchanged: 0,
			proposedFindings: 1,
			problems: [],
		});
		expect(JSON.parse(await done(...load(file, "--json")))).toEqual({
			result: "same-file",
			loadId: expect.any(String),
		});
		expect(await done(...load(file))).toMatch(/loaded before\. Nothing was changed/);
		const large = path.join(home, "large.csv");
		await writeFile(large, Buffer.alloc(26 * 1024 * 1024, 44));
		expect(await refusal(load(large))).toMatch(/larger than 25 MB\. Split it/);
		expect(await refusal(load("nothing.csv"))).toMatch(
			/^There is no file or folder .*nothing\.csv\. Check the path\.$/,
		);
		expect(await refusal(load(home))).toMatch(/is a folder, and a file is wanted/);
		expect(await refusal(load(file, "--county", "Elsewhere"))).toMatch(/There is no county "Elsewhere"\. Known: /);
		expect(await refusal(["load", "figures", file, "--as", "nobody@example.org"])).toMatch(
			/^Nobody with the e-mail address nobody@example\.org/,
		);
		expect(await refusal(["load", "figures", file])).toMatch(/--as EMAIL/);
		expect(await refusal(["load", "figures", file, "--as", "stranger@state.example"])).toMatch(
			/loaded by data analysts and planners/,
		);
	});

	it("export plan: writes all forms, never over a file, and only for who may read it", async () => {
		await inside(mainData, async (installation) => {
			const { storage, performer } = installation;
			const [planner, director] = [
				await personFor(installation, email),
				await personFor(installation, "dana@alder.example"),
			];
			const written = await writeWholePlan({ performer } as never, planner, planner.jurisdictionId);
			documentId = written.documentId;
			for (const [person, action] of [
				[planner, "mark-ready"],
				[director, "submit"],
			] as const) {
				if (action === "submit") await approvePlan({ performer }, director, documentId);
				const { facts } = await perform(performer, getPlan, person, { documentId });
				await perform(performer, takeStep, person, { documentId, action, version: facts.document.version });
			}
			await anchorLog(storage.admin, new Date());
		});
		const write = (name: string, ...more: string[]) => [
			"export",
			"plan",
			documentId,
			"--as",
			email,
			"--out",
			name,
			...more,
		];
		for (const [name, first] of [
			["plan.html", "<!doctype html>"],
			["plan.docx", "PK"],
			["plan.pdf", "%PDF-"],
		] as const) {
			const result = JSON.parse(await done(...write(name, "--json"))) as {
				file: string;
				bytes: number;
				sha256: string;
			};
			const bytes = await readFile(path.join(home, name));
			expect(bytes.subarray(0, 15).toString("latin1").toLowerCase()).toContain(first.toLowerCase());
			expect(result).toEqual({
				file: path.join(home, name),
				bytes: bytes.length,
				sha256: createHash("sha256").update(bytes).digest("hex"),
			});
		}
		expect(await refusal(write("plan.pdf"))).toMatch(/plan\.pdf is there already\. .* nothing was overwritten/);
		expect(await refusal(write("plan.odt"))).toMatch(/says no form\. End it in \.html, \.docx or \.pdf/);
		expect(await refusal(write("no/such/folder/plan.pdf"))).toMatch(/There is no file or folder/);
		expect(await done(...write("sent.html", "--submission", "1"))).toMatch(/^Written: /);
		expect(await refusal(write("x.pdf", "--submission", "first"))).toMatch(/--submission is "first"/);
		expect(await refusal(write("x.pdf", "--submission", "7"))).toBe("This plan has no submission 7.");
		const strange = ["export", "plan", documentId, "--as", "stranger@state.example", "--out", "x.pdf"];
		expect(await refusal(strange)).toMatch(/no such plan, or it is not shared with you/);
		expect(await refusal(["export", "plan", "alder", "--as", email, "--out", "x.pdf"])).toContain(
			`${documentId} (Alder County`,
		);
		expect((await readdir(home)).filter((name) => name.startsWith("x."))).toEqual([]);
	}, 60_000);

	it("verify log: says that all is well", async () => {
		expect(JSON.parse(await done("verify", "log", "--json"))).toMatchObject({ anchors: 1, files: 2, faults: [] });
		expect(await done("verify", "log")).toMatch(/^The log is whole: \d+ actions of \d+ facts, 1 anchors/);
	});

	it("doctor: sees what is in order and what is not, and a clock that was set back", async () => {
		const sick = await run(["doctor", "--json"]);
		const { checks } = sick.json() as { checks: { name: string; ok: boolean; message: string }[] };
		expect(sick.exitCode).toBe(1);
		expect(checks.map((each) => `${each.ok ? "ok" : "mend"} ${each.name}`)).toEqual([
			"ok Node",
			"ok Settings",
			"ok Disk",
			"ok Database",
			"ok Clock",
			"ok History",
			"mend Backup",
			"ok Mail",
		]);
		const database = checks.find(({ name }) => name === "Database")?.message;
		expect(database).toMatch(/^PostgreSQL \d.*, up to date with migration \d{4}-[a-z-]+\.$/);
		const yesterday = await run(["doctor"], mainData, () => new Date(Date.now() - 86_400_000));
		expect(yesterday.printed).toMatch(/MEND {2}Clock: This machine's clock says .* Set the clock right/);
	});

	it("migrate: finds nothing to do", async () => {
		expect(JSON.parse(await done("migrate", "--json"))).toEqual({ applied: [] });
	});

	it("backup: copies the database while it works, and never over another", async () => {
		await setUpSecondFactor();
		const result = JSON.parse(await done("backup", "backup-1", "--label", "before the drill", "--json"));
		expect(result).toEqual({
			folder: path.join(home, "backup-1"),
			files: expect.any(Number),
			bytes: expect.any(Number),
		});
		expect(await refusal(["backup", "backup-1"])).toMatch(/is not empty: name a new one/);
		expect(await refusal(["backup"])).toMatch(/Name the folder/);
		expect((await stat(path.join(home, "backup-1/secret"))).mode & 0o777).toBe(0o600);
		expect((await run(["doctor"])).printed).toMatch(/ok {4}Backup: The last backup is of /);
		expect((await run(["doctor"], mainData, () => new Date(Date.now() + 10 * 86_400_000))).printed).toMatch(
			/MEND {2}Backup: The last backup is 10 days old/,
		);
	}, 60_000);

	it("export installation: writes everything", async () => {
		const { folder, tables } = JSON.parse(await done("export", "installation", "export-1", "--json")) as {
			folder: string;
			tables: { table: string; rows: number }[];
		};
		expect(folder).toBe(path.join(home, "export-1"));
		expect(tables.find((each) => each.table === "app.goal")?.rows).toBe(1);
		expect(await refusal(["export", "installation", "export-1"])).toMatch(/is there already, and not empty/);
	});
});

/** Signs Pat in over the API and sets up an authenticator app, so that the secret of the installation counts. */
async function setUpSecondFactor(): Promise<void> {
	const post = async (where: string, body: unknown, cookie = "") => {
		const headers = { "content-type": "application/json", cookie };
		const response = await fetch(`${url}/api${where}`, { method: "POST", headers, body: JSON.stringify(body) });
		expect(response.status, where).toBe(200);
		const cookies = response.headers.getSetCookie().map((each) => each.split(";")[0]);
		return { cookies: cookies.join("; "), json: (await response.json()) as Record<string, unknown> };
	};
	const { cookies } = await post("/session", { email, password });
	const { json } = await post("/account/second-factor", { password }, cookies);
	authenticator = URI.parse(String(json.otpauthUri)) as TOTP;
	await post("/account/second-factor/confirm", { code: authenticator.generate() }, cookies);
}

/** Signs in with password and code on the accounts of an installation. */
async function canSignIn(dataDir: string): Promise<boolean> {
	return inside(dataDir, async ({ accounts }) => {
		const first = await accounts.signIn({ email, password });
		if (first.result !== "second-factor") return false;
		const cookieHeader = first.setCookie.map((each) => each.split(";")[0]).join("; ");
		// The next code: the one of now may have been used by another installation in this minute.
		const code = authenticator.generate({ timestamp: Date.now() + 30_000 });
		return (await accounts.verifyCode({ code, cookieHeader })).result === "signed-in";
	});
}

describe("after the server has stopped", () => {
	it("start: ends within five seconds, and commands work alone", async () => {
		const stopped = await server.stop("SIGINT");
		expect(stopped.code).toBe(0);
		expect(stopped.milliseconds).toBeLessThan(5000);
		expect(server.out()).toMatch(/Stopping \.\.\.\n$/);
		await cp(mainData, path.join(home, "kept"), { recursive: true });
		expect(await done("verify", "log", "--json")).toContain('"faults":[]');
	}, 60_000);

	it("restore: brings back the end of a backup, and refuses a folder in use", async () => {
		const dataDir = path.join(home, "restored");
		const restored = await run(["restore", "backup-1", "--json"], dataDir);
		expect(restored.complaint).toBe("");
		// When the last change came back depends on whether one was saved while the backup was taken.
		expect(restored.json()).toEqual({ dataDir, lastChangeAt: restored.json().lastChangeAt });
		expect((await run(["verify", "log"], dataDir)).exitCode).toBe(0);
		expect(await planAt(dataDir)).toEqual(await planAt(mainData));
		expect(await canSignIn(dataDir)).toBe(true);
		expect(await refusal(["restore", "backup-1"], dataDir)).toMatch(/is not empty/);
		expect(await refusal(["restore", "export-1"], path.join(home, "other"))).toMatch(/manifest/);
		expect(await refusal(["restore", "backup-1", "--to", "yesterday"], path.join(home, "other"))).toMatch(
			/"yesterday" is not a moment/,
		);
	}, 60_000);

	it("restore: brings back a moment between two changes", async () => {
		const moment = await inside(mainData, async (installation) => {
			const person = await personFor(installation, email);
			const rename = async (title: string) => {
				const { facts } = await perform(installation.performer, getPlan, person, { documentId });
				await installation.storage.inTransaction(person, (stores) =>
					stores.facts.write({
						kind: "document",
						id: documentId,
						verb: "change",
						expectedVersion: facts.document.version,
						patch: { title },
						jurisdictionId: person.jurisdictionId,
						root: documentId,
						role: "county-planner",
						reason: "",
					}),
				);
			};
			await rename("First change");
			await new Promise((resolve) => setTimeout(resolve, 1100));
			const between = new Date().toISOString();
			await new Promise((resolve) => setTimeout(resolve, 1100));
			await rename("Second change");
			return between;
		});
		const restored = path.join(home, "moment");
		const result = await run(["restore", "backup-1", "--changes", mainData, "--to", moment], restored);
		expect(result).toMatchObject({ exitCode: 0, complaint: "" });
		expect((await planAt(restored)).facts.document.title).toBe("First change");
		expect((await run(["verify", "log"], restored)).exitCode).toBe(0);
		expect((await planAt(mainData)).facts.document.title).toBe("Second change");
	}, 120_000);

	it("import installation: the same facts, a log that verifies, people who can sign in", async () => {
		const source = path.join(home, "kept");
		const dataDir = path.join(home, "imported");
		const imported = await run(["import", "installation", "export-1", "--json"], dataDir);
		expect(imported).toMatchObject({ exitCode: 0, complaint: "" });
		expect(imported.json()).toMatchObject({ faults: [], tables: expect.any(Number), actions: expect.any(Number) });
		expect((await run(["verify", "log", "--json"], dataDir)).json()).toEqual(
			(await run(["verify", "log", "--json"], source)).json(),
		);
		expect(await planAt(dataDir)).toEqual(await planAt(source));
		await rm(path.join(dataDir, "secret"), { force: true });
		await cp(path.join(source, "secret"), path.join(dataDir, "secret"));
		expect(await canSignIn(dataDir)).toBe(true);
		expect(await refusal(["import", "installation", "export-1"], dataDir)).toMatch(/holds records already/);

		const damaged = path.join(home, "export-damaged");
		await cp(path.join(home, "export-1"), damaged, { recursive: true });
		await writeFile(path.join(damaged, "app.goal.ndjson"), "{}\n");
		expect(await refusal(["import", "installation", damaged], path.join(home, "empty"))).toMatch(
			/^The file app\.goal\.ndjson was changed or damaged/,
		);
		expect(await refusal(["import", "installation", home], path.join(home, "empty"))).toMatch(
			/is not an export of Throughline/,
		);
	}, 120_000);

	it("verify log: names what was changed behind the program's back, and doctor sends there", async () => {
		const dataDir = path.join(home, "imported");
		await inside(dataDir, async ({ storage }) => {
			const pool = createPool(storage.admin, 1);
			await pool.query("set session_replication_role = replica; update app.goal set statement = 'Nothing to see'");
			await pool.end();
		});
		const bad = await run(["verify", "log"], dataDir);
		expect(bad).toMatchObject({ exitCode: 1, complaint: "" });
		expect(bad.printed).toMatch(
			/^The log is not as it was written:\n {2}The goal .* differs from its history in: statement\.$/,
		);
		expect((await run(["verify", "log", "--json"], dataDir)).json()).toMatchObject({
			faults: [{ subject: expect.any(String) }],
		});
		expect((await run(["doctor"], dataDir)).printed).toMatch(
			/MEND {2}History: 1 faults in the log\. .*: throughline verify log/,
		);
	}, 60_000);

	it("a command that reads does not make an installation where there is none", async () => {
		const dataDir = path.join(home, "nowhere");
		for (const args of [
			["verify", "log"],
			["backup", "b"],
			["export", "installation", "e"],
			["user", "add", "x@example.org", "--name", "X", "--role", "partner", "--jurisdiction", "1"],
		]) {
			expect(await refusal(args, dataDir)).toMatch(/^There is no installation of Throughline in .*nowhere yet/);
		}
		expect(await run(["doctor"], dataDir)).toMatchObject({
			exitCode: 0,
			printed: expect.stringMatching(/None in .*nowhere yet/),
		});
		expect(await readdir(home)).not.toContain("nowhere");
		expect((await run(["migrate"], dataDir)).printed).toMatch(/^Applied: 0001-foundation, 0002-accounts/);
	}, 60_000);
});
