import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runCommand } from "../../test/support/run-command.ts";

// What commands say before there is an installation to open.

let home: string;

beforeAll(async () => {
	home = await mkdtemp(path.join(tmpdir(), "throughline-words-"));
});
afterAll(() => rm(home, { recursive: true, force: true }));

it("says in one sentence what is wrong with settings and words", async () => {
	const wrong = (environment: Record<string, string>, ...args: string[]) =>
		runCommand(args, { environment, folder: home });
	expect(await wrong({ PORT: "many" }, "verify", "log")).toMatchObject({
		exitCode: 1,
		complaint: expect.stringMatching(/^PORT is "many": expected a port number/),
	});
	expect(await wrong({ DATABASE_URL: "mysql://x" }, "migrate")).toMatchObject({
		exitCode: 1,
		complaint: expect.stringMatching(/^DATABASE_URL is "mysql:\/\/x"/),
	});
	expect(await wrong({ DATABASE_URL: "postgres://u:p@127.0.0.1:1/x" }, "migrate")).toMatchObject({
		exitCode: 1,
		complaint: expect.stringMatching(/^No database server answers at 127\.0\.0\.1:1\./),
	});
	expect(await wrong({ DATABASE_URL: "postgres://u:p@127.0.0.1:1/x" }, "backup", "b")).toMatchObject({ exitCode: 1 });
	expect(await wrong({ DATABASE_URL: "postgres://u:p@127.0.0.1:1/x" }, "restore", "b")).toMatchObject({
		exitCode: 1,
		complaint: expect.stringMatching(/without DATABASE_URL/),
	});
	expect(await wrong({}, "lode", "figures")).toMatchObject({
		complaint: 'There is no command "lode figures". See: npx throughline --help',
	});
	expect(await wrong({}, "load")).toMatchObject({
		complaint:
			'There is no command "load". Did you mean "load figures" or "load extract" or "load profile" or "load population"?',
	});
	expect(await wrong({}, "verify", "log", "--loud")).toMatchObject({
		exitCode: 1,
		complaint: expect.stringMatching(/^Unknown option '--loud'/),
	});
	const help = await wrong({}, "help", "verify", "log");
	expect(help).toMatchObject({ exitCode: 0, printed: expect.stringMatching(/^throughline verify log \[--json\]/) });
	expect((await wrong({}, "verify", "log", "--help")).printed).toBe(help.printed);
	expect((await wrong({}, "--help")).printed).toBe((await wrong({})).printed);
});
