// What the README's first command promises, tried for real: a first start with the practice state within 90 seconds after the
// install, a later start within 5, a clean stop within 5. Used by continuous integration.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const dataDir = mkdtempSync(path.join(tmpdir(), "throughline-try-"));
const port = 38_000 + (process.pid % 1000);
const environment = {
	...process.env,
	PORT: String(port),
	BASE_URL: `http://localhost:${port}`,
	DATA_DIR: dataDir,
	DATABASE_URL: "",
	THROUGHLINE_PRACTICE: "1",
};

async function tryStart(name, limit) {
	const started = performance.now();
	const server = spawn("npm", ["start"], {
		cwd: root,
		env: environment,
		stdio: ["ignore", "inherit", "inherit"],
		detached: true,
	});
	let ready = false;
	while (!ready && performance.now() - started < limit * 2000 && server.exitCode === null) {
		ready = await fetch(`http://localhost:${port}/health`)
			.then((response) => response.ok)
			.catch(() => false);
		if (!ready) await wait(50);
	}
	const seconds = (performance.now() - started) / 1000;
	const page = ready ? await fetch(`http://localhost:${port}/sign-in`).then((response) => response.text()) : "";
	const stopping = performance.now();
	process.kill(-server.pid, "SIGINT");
	await new Promise((resolve) => (server.exitCode === null ? server.once("exit", resolve) : resolve()));
	const stopSeconds = (performance.now() - stopping) / 1000;
	console.log(
		`${name}: ready after ${seconds.toFixed(1)} s (limit ${limit}), stopped after ${stopSeconds.toFixed(1)} s (limit 5)`,
	);
	if (!ready) throw new Error(`${name}: the server was not ready.`);
	if (!page.includes("County planner")) throw new Error(`${name}: the sign-in page does not list the practice people.`);
	if (seconds > limit) throw new Error(`${name}: too slow.`);
	if (stopSeconds > 5) throw new Error(`${name}: stopping took too long.`);
}

try {
	await tryStart("First start", 90);
	await tryStart("Second start", 5);
} finally {
	rmSync(dataDir, { recursive: true, force: true });
}
