import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { findFreePort } from "./spawn-program.ts";

const root = path.resolve(import.meta.dirname, "../..");

/** The real program as an agency runs it: `dist/server.js` in a process of its own, on a data folder of its own. */
export type RunningProgram = {
	readonly url: string;
	readonly dataDir: string;
	/** What the program has printed so far. */
	output(): string;
	/** Runs one command of the command line beside the server; answers what it printed. Throws when it fails. */
	command(...args: readonly string[]): Promise<string>;
	/** Mails that the program has written into its outbox, oldest first. */
	mails(): Promise<readonly string[]>;
	/** Another one on a copy of the data folder. This one is stopped for the moment of copying, and answers where it did. */
	copy(): Promise<RunningProgram>;
	/**
	 * Ends it as Ctrl-C or a service manager does. Answers after how many milliseconds it was gone; throws when it took
	 * longer than five seconds (design, contract) or ended with an error.
	 */
	stop(): Promise<number>;
};

type BuildScript = { readonly build: () => Promise<void>; readonly isStale: () => Promise<boolean> };

/** Builds what runs, unless it is up to date. */
export async function buildProgram(): Promise<void> {
	const { build, isStale } = (await import(pathToFileURL(path.join(root, "scripts/build.mjs")).href)) as BuildScript;
	if (await isStale()) await build();
}

/** Starts the program on an empty data folder and waits until it is ready. */
export async function startProgram(options: { readonly practice: boolean }): Promise<RunningProgram> {
	return runProgram(await mkdtemp(path.join(tmpdir(), "throughline-e2e-")), options);
}

async function runProgram(dataDir: string, options: { readonly practice: boolean }): Promise<RunningProgram> {
	const port = await findFreePort();
	const url = `http://localhost:${port}`;
	const environment = {
		PATH: process.env.PATH,
		HOME: process.env.HOME,
		PORT: String(port),
		DATA_DIR: dataDir,
		THROUGHLINE_PRACTICE: options.practice ? "1" : "0",
	};
	const printed: string[] = [];
	const start = async () => {
		const child = spawn(process.execPath, [path.join(root, "dist/server.js")], {
			cwd: dataDir,
			env: environment,
			stdio: ["ignore", "pipe", "pipe"],
		});
		for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => printed.push(String(data)));
		await waitUntilReady(url, child, printed);
		return child;
	};
	let server = await start();
	return {
		url,
		dataDir,
		output: () => printed.join(""),
		command: async (...args) => {
			const cli = path.join(root, "dist/cli.js");
			const { stdout } = await promisify(execFile)(process.execPath, [cli, ...args], {
				cwd: dataDir,
				env: environment,
			});
			return stdout;
		},
		mails: () => readMails(path.join(dataDir, "outbox")),
		copy: async () => {
			await stopServer(server, printed);
			const folder = await mkdtemp(path.join(tmpdir(), "throughline-e2e-"));
			await cp(dataDir, folder, { recursive: true, preserveTimestamps: true });
			const [again, copied] = await Promise.all([start(), runProgram(folder, options)]);
			server = again;
			return copied;
		},
		stop: async () => {
			const took = await stopServer(server, printed);
			await rm(dataDir, { recursive: true, force: true });
			return took;
		},
	};
}

/** The first start makes the practice state: given up after two minutes. */
async function waitUntilReady(url: string, server: ChildProcess, printed: readonly string[]): Promise<void> {
	for (let tries = 0; tries < 1200; tries += 1) {
		if (server.exitCode !== null) throw new Error(`The program ended at its start: ${printed.join("")}`);
		const answer = await fetch(`${url}/health`).catch(() => undefined);
		if (answer?.status === 200) return;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	server.kill("SIGKILL");
	throw new Error(`The program was not ready after two minutes: ${printed.join("")}`);
}

async function stopServer(server: ChildProcess, printed: readonly string[]): Promise<number> {
	if (server.exitCode !== null) throw new Error(`The program has ended by itself: ${printed.join("")}`);
	const begun = performance.now();
	const gone = once(server, "exit");
	server.kill("SIGTERM");
	const late = setTimeout(() => server.kill("SIGKILL"), 5000);
	const [code, signal] = await gone;
	clearTimeout(late);
	if (code !== 0)
		throw new Error(`The program did not stop cleanly within 5 s (${code ?? signal}): ${printed.join("")}`);
	return performance.now() - begun;
}

async function readMails(outbox: string): Promise<readonly string[]> {
	const names = (await readdir(outbox).catch(() => [])).filter((name) => name.endsWith(".eml")).sort();
	return Promise.all(names.map((name) => readFile(path.join(outbox, name), "utf8")));
}
