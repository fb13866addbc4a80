import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { build } from "esbuild";

/** A started drill process and the first line that it printed. */
export interface Drill {
	readonly process: ChildProcess;
	readonly answer: string;
}

const root = join(import.meta.dirname, "..", "..");

/** Bundles `postgres-drill.ts` for Node; gives the path of the script. */
export async function buildDrill(): Promise<string> {
	const outfile = join(root, ".build", "drills", `postgres-drill-${process.pid}.mjs`);
	await build({
		entryPoints: [join(root, "test", "support", "postgres-drill.ts")],
		outfile,
		bundle: true,
		platform: "node",
		format: "esm",
		target: "node20",
		packages: "external",
		logLevel: "error",
	});
	return outfile;
}

/** Runs the drill on a data folder and waits for its answer. */
export async function runDrill(script: string, dataDir: string): Promise<Drill> {
	const child = spawn(process.execPath, [script, dataDir], { stdio: ["ignore", "pipe", "ignore"] });
	const [answer]: unknown[] = await once(createInterface({ input: child.stdout }), "line");
	return { process: child, answer: String(answer) };
}

/** Sends a signal and waits until the process is gone. */
export async function endDrill(drill: Drill, signal: "SIGKILL" | "SIGTERM" | "SIGUSR2"): Promise<void> {
	const gone = once(drill.process, "exit");
	drill.process.kill(signal);
	await gone;
}
