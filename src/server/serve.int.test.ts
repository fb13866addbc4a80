import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { runCommand } from "../../test/support/run-command.ts";
import { buildProgram } from "../../test/support/running-program.ts";
import { findFreePort, type SpawnedProgram, spawnProgram } from "../../test/support/spawn-program.ts";
import { practicePeople } from "../practice/practice-people.ts";

let home: string;
const started: SpawnedProgram[] = [];

beforeAll(async () => {
	home = await mkdtemp(path.join(tmpdir(), "throughline-serve-"));
	await buildProgram();
}, 120_000);
afterEach(async () => {
	for (const program of started.splice(0)) {
		program.process.kill("SIGKILL");
		await program.ended();
	}
});
afterAll(() => rm(home, { recursive: true, force: true }));

async function start(environment: Record<string, string>, file = "dist/server.js", args: string[] = []) {
	const port = environment.PORT ?? String(await findFreePort());
	const program = spawnProgram(file, args, { environment: { PORT: port, ...environment }, folder: home });
	started.push(program);
	return { program, url: `http://localhost:${port}` };
}

describe("a start that cannot be", () => {
	it("says in one sentence that the port is in use, and touches nothing", async () => {
		const other = createServer().listen(0, "localhost");
		await new Promise((resolve) => other.once("listening", resolve));
		const address = other.address();
		const port = typeof address === "object" ? String(address?.port) : "";
		for (const [file, args] of [
			["dist/server.js", []],
			["dist/cli.js", ["start"]],
		] as const) {
			const { program } = await start({ PORT: port, DATA_DIR: path.join(home, "untouched") }, file, [...args]);
			expect(await program.ended()).toBe(1);
			expect(program.out()).toBe("");
			expect(program.err()).toMatch(
				new RegExp(`^Port ${port} is in use by another program, .*: PORT=\\d+ npm start\\n$`),
			);
		}
		other.close();
		expect(await readdir(home)).toEqual([]);
	});

	it("says in one sentence which setting cannot be used", async () => {
		const faults = [
			[{ PORT: "70000" }, /^PORT is "70000": expected a port number from 0 to 65535\.\n$/],
			[
				{ HOST: "no-such-host.invalid" },
				/^HOST is "no-such-host\.invalid", which is not an address of this machine\..*\n$/,
			],
			[{ OIDC_ISSUER: "https://id.example" }, /^Single sign-on needs all three: .*\n$/],
			[{ DATABASE_URL: "postgres://u:sesame@127.0.0.1:1/x" }, /^No database server answers at 127\.0\.0\.1:1\..*\n$/],
			[{ SMTP_URL: "mail.example" }, /^.*SMTP_URL.*\n$/],
		] as const;
		for (const [environment, words] of faults) {
			const { program } = await start({ DATA_DIR: path.join(home, "faults"), ...environment });
			expect(await program.ended(), words.source).toBe(1);
			expect(program.err()).toMatch(words);
		}
	}, 60_000);

	it("is a second one on the same data folder", async () => {
		const environment = { DATA_DIR: path.join(home, "one"), THROUGHLINE_PRACTICE: "0" };
		const first = await start(environment);
		await first.program.saying(/is ready/);
		const second = await start(environment);
		expect(await second.program.ended()).toBe(1);
		expect(second.program.err()).toMatch(/^[^\n]+\n$/);
		expect(await fetch(`${first.url}/health`).then((response) => response.json())).toEqual({ status: "ready" });
		const stopped = await first.program.stop("SIGTERM");
		expect(stopped.code).toBe(0);
		expect(stopped.milliseconds).toBeLessThan(5000);
		expect(first.program.err()).toBe("");
	}, 60_000);
});

describe("a server whose database ends by itself", () => {
	it("says so and ends, and the next start goes on", async () => {
		const environment = { DATA_DIR: path.join(home, "one"), THROUGHLINE_PRACTICE: "0" };
		const { program } = await start(environment);
		await program.saying(/is ready/);
		const pid = await readPostmaster(path.join(home, "one"));
		process.kill(pid, "SIGQUIT");
		expect(await program.ended()).toBe(1);
		expect(program.err()).toMatch(/database server \(process \d+\) ended without being told to/);
		const again = await start(environment);
		await again.program.saying(/is ready/);
		expect((await again.program.stop("SIGINT")).code).toBe(0);
	}, 60_000);
});

async function readPostmaster(dataDir: string): Promise<number> {
	return Number((await readFile(path.join(dataDir, "postgres/postmaster.pid"), "utf8")).split("\n")[0]);
}

describe("a practice state that is being made", () => {
	it("is made anew after kill -9 and after Ctrl-C, is waited for by commands, and is whole in the end", async () => {
		const dataDir = path.join(home, "practice");
		const environment = { DATA_DIR: dataDir };
		const first = await start(environment);
		await first.program.saying(/Making the practice state/);
		await wait(2000);
		expect((await first.program.stop("SIGKILL")).code).toBe("SIGKILL");

		const second = await start(environment);
		await second.program.saying(/broken off last time: it is made anew\.\nMaking the practice state/);
		await wait(1000);
		const stopped = await second.program.stop("SIGINT");
		expect(stopped.code).toBe(0);
		expect(stopped.milliseconds).toBeLessThan(5000);
		expect(second.program.out()).toMatch(/Stopped while starting\.\n$/);
		expect(second.program.err()).toBe("");

		const third = await start(environment);
		await third.program.saying(/broken off last time: it is made anew\.\nMaking the practice state/);
		await wait(500);
		const command = runCommand(["verify", "log", "--json"], { environment, folder: home });
		await third.program.saying(/is ready: .* \(practice state\)/);
		const verified = await command;
		expect(verified).toMatchObject({ exitCode: 0, complaint: "" });
		expect(verified.json()).toMatchObject({ faults: [] });
		const signedIn = await fetch(`${third.url}/api/session/practice`, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify({ email: practicePeople[0]?.email }),
		});
		expect(await signedIn.json()).toEqual({ result: "signed-in" });
		const cookie = signedIn.headers
			.getSetCookie()
			.map((each) => each.split(";")[0])
			.join("; ");
		const people = await fetch(`${third.url}/api/people`, { headers: { cookie } }).then((response) => response.json());
		expect((people as unknown[]).length).toBeGreaterThan(1);
		const end = await third.program.stop("SIGTERM");
		expect(end).toMatchObject({ code: 0 });
		expect(end.milliseconds).toBeLessThan(5000);
	}, 240_000);
});
