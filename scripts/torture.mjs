// `npm run torture [-- --kills N] [--seed N]`: saves without pause, kills the server with -9 at random moments (Node alone, or
// Node and PostgreSQL together), starts it again, and looks whether everything that was acknowledged is there. At the end the
// whole log is verified. Exit code 1 when anything is lost.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build, isStale } from "./build.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const { values } = parseArgs({
	options: { kills: { type: "string", default: "100" }, seed: { type: "string", default: "1" } },
});
const kills = Number(values.kills);
const random = seededRandom(Number(values.seed));
if (await isStale()) await build();

const dataDir = mkdtempSync(path.join(tmpdir(), "throughline-torture-"));
const port = 20_000 + Math.floor(random() * 20_000);
const address = `http://localhost:${port}`;
const environment = {
	...process.env,
	PORT: String(port),
	HOST: "localhost",
	BASE_URL: address,
	DATA_DIR: dataDir,
	DATABASE_URL: "",
};

/** Same seed, same moments (mulberry32). */
function seededRandom(seed) {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

function startServer() {
	const server = spawn(process.execPath, [path.join(root, "dist/server.js")], {
		env: environment,
		cwd: root,
		stdio: ["ignore", "pipe", "pipe"],
	});
	server.said = "";
	for (const stream of [server.stdout, server.stderr]) stream.on("data", (chunk) => (server.said += chunk));
	return server;
}

async function waitUntilReady(server) {
	for (let tries = 0; tries < 1200; tries += 1) {
		if (server.exitCode !== null) throw new Error(`The server ended by itself: ${server.said}`);
		const ready = await fetch(`${address}/health`)
			.then((response) => response.ok)
			.catch(() => false);
		if (ready) return;
		await wait(100);
	}
	throw new Error(`The server was not ready after two minutes: ${server.said}`);
}

/** Kills Node with -9; with `all`, the PostgreSQL below it too. */
function kill(server, all) {
	if (all) {
		const postmaster = Number(readFileSync(path.join(dataDir, "postgres/postmaster.pid"), "utf8").split("\n")[0]);
		const children = spawnSync("ps", ["-o", "pid=", "--ppid", String(postmaster)], { encoding: "utf8" })
			.stdout.trim()
			.split(/\s+/)
			.filter(Boolean)
			.map(Number);
		for (const pid of [server.pid, postmaster, ...children]) {
			try {
				process.kill(pid, "SIGKILL");
			} catch {
				// It ended in the same moment.
			}
		}
	} else {
		server.kill("SIGKILL");
	}
	return new Promise((resolve) =>
		server.exitCode === null && server.signalCode === null ? server.once("exit", resolve) : resolve(),
	);
}

const headers = { "content-type": "application/json", accept: "application/json", origin: address };

async function signIn() {
	const page = await fetch(`${address}/sign-in`).then((response) => response.text());
	const emails = [...page.matchAll(/value="([^"@\s]+@[^"]+)"/g)].map((match) => match[1]);
	for (const email of emails) {
		const response = await fetch(`${address}/sign-in/practice`, {
			method: "POST",
			redirect: "manual",
			headers: { "content-type": "application/x-www-form-urlencoded", origin: address },
			body: new URLSearchParams({ email }),
		});
		const cookie = response.headers
			.getSetCookie()
			.map((each) => each.split(";")[0])
			.join("; ");
		const plans = await fetch(`${address}/api/plans`, { headers: { ...headers, cookie } }).then((answer) =>
			answer.json(),
		);
		for (const { document } of Array.isArray(plans) ? plans : []) {
			const plan = await fetch(`${address}/api/plans/${document.id}`, { headers: { ...headers, cookie } }).then(
				(answer) => answer.json(),
			);
			if (plan.mayWrite) return { cookie, documentId: document.id };
		}
	}
	throw new Error("No practice person may write a plan.");
}

const field = "cover.responsibleAgency";
let counter = 0;
let acknowledged = { value: undefined, version: 0 };
/** Sent, but not answered: it may be there or not. */
let unanswered;

/** Saves until told to stop or cut off. */
async function saveWithoutPause(session, until) {
	while (!until.stopped) {
		counter += 1;
		const value = `Saved ${counter}`;
		unanswered = { value, version: acknowledged.version + 1 };
		let response;
		let answer;
		try {
			response = await fetch(`${address}/api/plans/${session.documentId}/answers`, {
				method: "POST",
				headers: { ...headers, cookie: session.cookie },
				body: JSON.stringify({ documentId: session.documentId, field, value, version: acknowledged.version }),
			});
			answer = await response.json();
		} catch {
			return;
		}
		if (!response.ok) throw new Error(`A save was refused: ${response.status} ${JSON.stringify(answer)}`);
		acknowledged = { value, version: answer.version };
		unanswered = undefined;
	}
}

async function readBack(session) {
	const plan = await fetch(`${address}/api/plans/${session.documentId}`, {
		headers: { ...headers, cookie: session.cookie },
	}).then((answer) => answer.json());
	const answer = plan.facts?.answers.find((each) => each.field === field && each.focusAreaId === null);
	return { value: answer?.value, version: answer?.version ?? 0 };
}

const losses = [];
let saves = 0;
let slowest = 0;
let server = startServer();
try {
	await waitUntilReady(server);
	const session = await signIn();
	acknowledged = await readBack(session);
	for (let round = 1; round <= kills; round += 1) {
		const until = { stopped: false };
		const before = counter;
		const saving = saveWithoutPause(session, until);
		await Promise.race([wait(50 + random() * 900), saving]);
		const all = random() < 0.5;
		await kill(server, all);
		until.stopped = true;
		await saving;
		saves += counter - before;
		const started = performance.now();
		server = startServer();
		await waitUntilReady(server);
		slowest = Math.max(slowest, performance.now() - started);
		const found = await readBack(session);
		const kept = found.version === acknowledged.version && found.value === acknowledged.value;
		const keptUnanswered =
			unanswered !== undefined && found.version === unanswered.version && found.value === unanswered.value;
		if (!kept && !keptUnanswered) losses.push({ round, acknowledged, unanswered, found });
		acknowledged = found;
		process.stdout.write(
			`\r${round} of ${kills} kills, ${saves} saves, ${losses.length} lost, slowest restart ${Math.round(slowest)} ms `,
		);
	}
	server.kill("SIGTERM");
	await new Promise((resolve) => server.once("exit", resolve));
	const verified = spawnSync(process.execPath, [path.join(root, "dist/cli.js"), "verify", "log"], {
		env: environment,
		cwd: root,
		encoding: "utf8",
	});
	console.log(`\n${verified.stdout.trim()}${verified.stderr.trim()}`);
	for (const loss of losses) console.error(`Lost: ${JSON.stringify(loss)}`);
	if (losses.length > 0 || verified.status !== 0) process.exitCode = 1;
	else console.log(`Nothing that was acknowledged is lost: ${kills} kills, ${saves} saves.`);
} finally {
	if (server.exitCode === null && server.signalCode === null) await kill(server, true);
	rmSync(dataDir, { recursive: true, force: true });
}
