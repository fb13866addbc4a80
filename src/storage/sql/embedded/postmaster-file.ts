import { createHash } from "node:crypto";
import { readFile, realpath } from "node:fs/promises";
import { join } from "node:path";
import { unlessMissing } from "./file-faults.ts";
import { findProcess, type ProcessIdentity } from "./process-identity.ts";

/** What PostgreSQL writes into `postmaster.pid` (src/include/utils/pidfile.h). */
export interface PostmasterFile {
	readonly pid: number;
	readonly dataFolder: string;
	readonly port: number | undefined;
	readonly socketFolder: string | undefined;
	readonly status: string;
}

/** Reads the lines of `postmaster.pid`; while a server starts some are missing. */
export function parsePostmasterFile(text: string): PostmasterFile | undefined {
	const lines = text.split("\n").map((line) => line.trim());
	const pid = Number(lines[0]);
	if (!Number.isSafeInteger(pid) || pid <= 0) return undefined;
	const port = Number(lines[3]);
	return {
		pid,
		dataFolder: lines[1] ?? "",
		port: lines[3] && Number.isSafeInteger(port) ? port : undefined,
		socketFolder: lines[4] || undefined,
		status: lines[7] ?? "",
	};
}

export async function findPostmasterFile(clusterFolder: string): Promise<PostmasterFile | undefined> {
	const text = await unlessMissing(readFile(join(clusterFolder, "postmaster.pid"), "utf8"));
	return text === undefined ? undefined : parsePostmasterFile(text);
}

/** What the postmaster file of a cluster stands for. */
export type ServerTrace =
	| { readonly kind: "none" }
	| { readonly kind: "left behind"; readonly pid: number | undefined; readonly usedBy: string | undefined }
	| { readonly kind: "running"; readonly file: PostmasterFile; readonly process: ProcessIdentity };

/**
 * Tells a server that runs on this cluster from a file that was left behind. The number in the file proves nothing:
 * after a restart of the machine it may belong to any program. A server on this cluster is a program named `postgres`
 * that works in this very folder.
 */
export async function findServerTrace(clusterFolder: string): Promise<ServerTrace> {
	const text = await unlessMissing(readFile(join(clusterFolder, "postmaster.pid"), "utf8"));
	if (text === undefined) return { kind: "none" };
	const file = parsePostmasterFile(text);
	if (file === undefined) return { kind: "left behind", pid: undefined, usedBy: undefined };
	const found = await findProcess(file.pid);
	if (found !== undefined && (await worksOn(found, clusterFolder))) return { kind: "running", file, process: found };
	return { kind: "left behind", pid: file.pid, usedBy: found?.program };
}

/**
 * The name that a server carries in its command line (setting `cluster_name`). Where the system hides the working folder
 * of another user's process, as it does from root in a container, the server is known by this.
 */
export function clusterName(clusterFolder: string): string {
	return `throughline-${createHash("sha256").update(clusterFolder).digest("hex").slice(0, 16)}`;
}

async function worksOn(found: ProcessIdentity, clusterFolder: string): Promise<boolean> {
	if (found.program !== "postgres") return false;
	const folder = await realpath(clusterFolder);
	return found.folder === undefined ? found.command.includes(clusterName(clusterFolder)) : found.folder === folder;
}
