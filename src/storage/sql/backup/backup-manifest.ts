import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { EmbeddedPostgresError } from "../embedded/embedded-postgres-error.ts";
import { systemCode } from "../embedded/file-faults.ts";
import { checksum, writeNewFile } from "./copy-file.ts";

export interface BackupFile {
	/** Below the backup's folder, with `/` between folders. */
	readonly path: string;
	/** Bytes. */
	readonly size: number;
	readonly sha256: string;
}

/** What a base backup says of itself, in `manifest.json`. */
export interface BackupManifest {
	readonly format: "throughline-base-backup";
	readonly formatVersion: 1;
	readonly label: string;
	/** As the caller gave it, ISO 8601. */
	readonly takenAt: string;
	/** The database's time at the end of the backup, ISO 8601: it can be restored to this moment and any later one. */
	readonly consistentFrom: string;
	/** Such as `18.4`. */
	readonly serverVersion: string;
	/** The number that PostgreSQL gave the cluster when it was made; WAL of another cluster is never mixed in. */
	readonly systemIdentifier: string;
	readonly startLsn: string;
	readonly stopLsn: string;
	/** The first and last WAL segment that the backup needs; both are in it. */
	readonly startWal: string;
	readonly stopWal: string;
	/** All folders of the cluster, also empty ones. */
	readonly folders: readonly string[];
	readonly files: readonly BackupFile[];
}

/** Writes `manifest.json` and beside it `manifest.sha256`, which `sha256sum -c` understands. */
export async function writeManifest(folder: string, manifest: BackupManifest): Promise<void> {
	const { sha256 } = await writeNewFile(join(folder, "manifest.json"), `${JSON.stringify(manifest, null, "\t")}\n`);
	await writeNewFile(join(folder, "manifest.sha256"), `${sha256}  manifest.json\n`);
}

/**
 * Reads and checks the manifest of a backup.
 * @throws EmbeddedPostgresError `restore-refused` when it is missing, damaged, or not one of ours.
 */
export async function getManifest(folder: string): Promise<BackupManifest> {
	const [bytes, sum] = await Promise.all([
		readFile(join(folder, "manifest.json")),
		readFile(join(folder, "manifest.sha256"), "utf8"),
	]).catch((cause: unknown) => {
		const missing = systemCode(cause) === "ENOENT";
		const what = missing ? "has no manifest.json with manifest.sha256" : "has a manifest that cannot be read";
		throw new EmbeddedPostgresError(
			"restore-refused",
			`The folder ${folder} ${what}: it is not a whole backup. Name the folder that "throughline backup" made.`,
			{ cause },
		);
	});
	if (sum.split(" ")[0] !== checksum(bytes)) throw damaged(folder, "manifest.json");
	const manifest = parseManifest(bytes.toString("utf8"));
	if (manifest === undefined) {
		throw new EmbeddedPostgresError(
			"restore-refused",
			`The backup in ${folder} is of a kind that this Throughline does not know: restore it with the version that made it.`,
		);
	}
	return manifest;
}

/** The refusal of a backup with a file that is not as it was written. */
export function damaged(folder: string, path: string, cause?: unknown): EmbeddedPostgresError {
	return new EmbeddedPostgresError(
		"restore-refused",
		`The backup in ${folder} is damaged: the file ${path} is missing or not as it was written. Nothing was restored; use another backup.`,
		{ cause },
	);
}

/** Reads a manifest from outside; every path in it stays below the backup's folder. */
export function parseManifest(text: string): BackupManifest | undefined {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return undefined;
	}
	if (!isRecord(value) || value.format !== "throughline-base-backup" || value.formatVersion !== 1) return undefined;
	const names = [
		"label",
		"takenAt",
		"consistentFrom",
		"serverVersion",
		"systemIdentifier",
		"startLsn",
		"stopLsn",
		"startWal",
		"stopWal",
	] as const;
	const texts = new Map<string, string>();
	for (const name of names) {
		const text = value[name];
		if (typeof text !== "string") return undefined;
		texts.set(name, text);
	}
	const { folders, files } = value;
	if (!Array.isArray(folders) || !folders.every(isInnerPath)) return undefined;
	if (!Array.isArray(files) || !files.every(isBackupFile)) return undefined;
	const get = (name: (typeof names)[number]): string => texts.get(name) ?? "";
	return {
		format: "throughline-base-backup",
		formatVersion: 1,
		label: get("label"),
		takenAt: get("takenAt"),
		consistentFrom: get("consistentFrom"),
		serverVersion: get("serverVersion"),
		systemIdentifier: get("systemIdentifier"),
		startLsn: get("startLsn"),
		stopLsn: get("stopLsn"),
		startWal: get("startWal"),
		stopWal: get("stopWal"),
		folders,
		files,
	};
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isInnerPath(value: unknown): value is string {
	return typeof value === "string" && /^(cluster|wal)(\/(?!\.\.?(\/|$))[^/\0\\]+)*$/.test(value);
}

function isBackupFile(value: unknown): value is BackupFile {
	if (!isRecord(value) || !isInnerPath(value.path)) return false;
	return typeof value.size === "number" && typeof value.sha256 === "string";
}
