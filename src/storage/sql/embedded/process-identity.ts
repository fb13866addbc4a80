import { readFile, readlink } from "node:fs/promises";
import { hostname } from "node:os";
import { basename } from "node:path";
import { runProgram } from "./run-program.ts";

/** A running process, told apart from a later one with the same number by when it started. */
export interface ProcessIdentity {
	readonly pid: number;
	/** Opaque: ticks since boot on Linux, `ps` start time elsewhere. Not changed by setting the clock. */
	readonly startedAt: string;
	/** The file name of its program, such as `postgres`. */
	readonly program: string;
	/** Its working folder, where the system tells. */
	readonly folder: string | undefined;
	readonly command: string;
}

/** Whether a process number is in use. A process of another user counts. */
export function isNumberInUse(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error instanceof Error && "code" in error && error.code === "EPERM";
	}
}

/**
 * Looks a process up. A zombie (ended, not yet reaped) counts as gone: it holds no file and serves nobody.
 * @returns `undefined` when there is none.
 */
export async function findProcess(pid: number): Promise<ProcessIdentity | undefined> {
	if (!Number.isSafeInteger(pid) || pid <= 0 || !isNumberInUse(pid)) return undefined;
	return process.platform === "linux" ? await findInProc(pid) : await findWithPs(pid);
}

/** Splits `/proc/<pid>/stat` into the state letter and the start time in ticks since boot (fields 3 and 22 of proc(5)). */
export function parseProcStat(text: string): { state: string; startedAt: string; name: string } | undefined {
	const open = text.indexOf("(");
	const close = text.lastIndexOf(")");
	if (open < 0 || close < open) return undefined;
	const fields = text.slice(close + 2).split(" ");
	const state = fields[0];
	const startedAt = fields[19];
	if (!state || !startedAt) return undefined;
	return { state, startedAt, name: text.slice(open + 1, close) };
}

async function findInProc(pid: number): Promise<ProcessIdentity | undefined> {
	const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => undefined);
	const found = text === undefined ? undefined : parseProcStat(text);
	if (found === undefined || found.state === "Z" || found.state === "X") return undefined;
	const executable = await readlink(`/proc/${pid}/exe`).catch(() => undefined);
	const folder = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
	const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
	return {
		pid,
		startedAt: found.startedAt,
		program: basename((executable ?? found.name).replace(/ \(deleted\)$/, "")),
		folder,
		command: command.replaceAll("\0", " ").trim(),
	};
}

async function findWithPs(pid: number): Promise<ProcessIdentity | undefined> {
	const result = await runProgram("/bin/ps", ["-o", "stat=,lstart=,command=", "-p", String(pid)]);
	const parts = result.lines[0]?.trim().split(/\s+/) ?? [];
	const [state, ...rest] = parts;
	if (result.exitCode !== 0 || !state || state.startsWith("Z")) return undefined;
	const command = rest.slice(5).join(" ");
	const program = basename(rest[5] ?? "").replace(/:$/, "");
	return { pid, startedAt: rest.slice(0, 5).join(" "), program, folder: undefined, command };
}

/**
 * Names the place in which process numbers mean the same thing: one boot of one machine, one container.
 * Two starts with the same place can look each other up; others cannot.
 */
export async function findProcessPlace(): Promise<string> {
	const boot = await readFile("/proc/sys/kernel/random/boot_id", "utf8").catch(() => hostname());
	const space = await readlink("/proc/self/ns/pid").catch(() => "");
	return `${boot.trim()} ${space}`.trim();
}
