import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");

/** A program of ours in a process of its own, with what it says. */
export type SpawnedProgram = {
	readonly process: ChildProcess;
	out(): string;
	err(): string;
	/** Waits until it has said this on standard output. Throws when it ends before. */
	saying(words: RegExp): Promise<void>;
	/** Waits for its end; the exit code, or the signal that killed it. */
	ended(): Promise<number | NodeJS.Signals>;
	/** Sends a signal and waits for the end. Answers the exit code and after how many milliseconds it came. */
	stop(signal: NodeJS.Signals): Promise<{ code: number | NodeJS.Signals; milliseconds: number }>;
};

export type SpawnOptions = {
	readonly environment: Readonly<Record<string, string>>;
	readonly folder: string;
};

/** Starts `node FILE ...`; the file's path is from the project's folder. Nothing of this process's settings reaches it. */
export function spawnProgram(file: string, args: readonly string[], options: SpawnOptions): SpawnedProgram {
	const child = spawn(process.execPath, [path.join(root, file), ...args], {
		cwd: options.folder,
		env: { PATH: process.env.PATH, HOME: process.env.HOME, ...options.environment },
		stdio: ["ignore", "pipe", "pipe"],
	});
	const said = { out: "", err: "" };
	child.stdout.on("data", (data: Buffer) => {
		said.out += data.toString();
	});
	child.stderr.on("data", (data: Buffer) => {
		said.err += data.toString();
	});
	const closed = once(child, "close") as Promise<[number | null, NodeJS.Signals | null]>;
	const ended = async () => {
		const [code, signal] = await closed;
		return code ?? signal ?? 0;
	};
	return {
		process: child,
		out: () => said.out,
		err: () => said.err,
		ended,
		async saying(words) {
			while (!words.test(said.out)) {
				if (child.exitCode !== null || child.signalCode !== null)
					throw new Error(`It ended without saying ${words}: ${said.out}${said.err}`);
				await new Promise((resolve) => setTimeout(resolve, 20));
			}
		},
		async stop(signal) {
			const begun = performance.now();
			child.kill(signal);
			const code = await ended();
			return { code, milliseconds: performance.now() - begun };
		},
	};
}

/** A port of this machine that nobody uses. */
export async function findFreePort(): Promise<number> {
	const probe = createServer().listen(0, "localhost");
	await once(probe, "listening");
	const address = probe.address();
	probe.close();
	await once(probe, "close");
	if (typeof address !== "object" || !address) throw new Error("No port is free.");
	return address.port;
}
