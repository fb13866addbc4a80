import { spawn } from "node:child_process";
import type { ServerUser } from "./server-user.ts";

/** How a program is run: never with the caller's environment, so that no PGDATA or PGPORT of the person reaches it. */
export interface ProgramOptions {
	readonly user?: ServerUser | undefined;
	readonly folder?: string;
}

export interface ProgramResult {
	/** 0 when it went well; `undefined` when it was killed or could not be started at all. */
	readonly exitCode: number | undefined;
	readonly output: string;
	readonly lines: readonly string[];
	/** Why it could not be started (missing file, no permission). */
	readonly failure?: Error;
}

/** The whole environment of the programs that we start. */
export const programEnvironment = {
	LC_ALL: "C",
	PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
} as const;

/** Spawn options that make a program run as the given user; none for ourselves. */
export function asUser(user: ServerUser | undefined): { uid?: number; gid?: number } {
	return user === undefined ? {} : { uid: user.uid, gid: user.gid };
}

/** Runs a program to its end and gives what it wrote. Does not throw. */
export function runProgram(
	file: string,
	argumentList: readonly string[],
	options: ProgramOptions = {},
): Promise<ProgramResult> {
	return new Promise((resolve) => {
		let output = "";
		const finish = (exitCode: number | undefined, failure?: Error): void => {
			const lines = output.split("\n").filter((line) => line.trim() !== "");
			resolve({ exitCode, output, lines, ...(failure === undefined ? {} : { failure }) });
		};
		const child = spawn(file, argumentList, {
			env: programEnvironment,
			stdio: ["ignore", "pipe", "pipe"],
			...asUser(options.user),
			...(options.folder === undefined ? {} : { cwd: options.folder }),
		});
		child.stdout.on("data", (chunk: Buffer) => {
			output += chunk.toString("utf8");
		});
		child.stderr.on("data", (chunk: Buffer) => {
			output += chunk.toString("utf8");
		});
		child.once("error", (error) => finish(undefined, error));
		child.once("close", (code) => finish(code ?? undefined));
	});
}
