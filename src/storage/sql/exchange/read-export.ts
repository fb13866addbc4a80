import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { systemCode } from "../embedded/file-faults.ts";
import { ExchangeError } from "./exchange-error.ts";
import { Manifest } from "./manifest.ts";

/** Reads the manifest of an export and compares the checksum of every file. Throws `ExchangeError` that names the file. */
export async function readExport(folder: string): Promise<Manifest> {
	const manifest = await readManifest(folder);
	for (const { file, sha256 } of manifest.tables) {
		if ((await hashOf(folder, file)) !== sha256) {
			throw new ExchangeError(
				`The file ${file} was changed or damaged since the export: its checksum differs. Use an undamaged copy. Nothing was taken.`,
			);
		}
	}
	return manifest;
}

async function readManifest(folder: string): Promise<Manifest> {
	const refuse = (words: string, cause: unknown) => new ExchangeError(words, { cause });
	let content: unknown;
	try {
		content = JSON.parse(await readFile(path.join(folder, "manifest.json"), "utf8"));
	} catch (error) {
		throw refuse(`${folder} is not an export of Throughline: there is no manifest.json in it that can be read.`, error);
	}
	const manifest = Manifest.safeParse(content);
	if (manifest.success) return manifest.data;
	const { format, formatVersion } = (content ?? {}) as Record<string, unknown>;
	if (format === "throughline-installation" && typeof formatVersion === "number" && formatVersion > 1) {
		throw refuse(
			`The export in ${folder} is in a newer form (${formatVersion}) than this Throughline knows. Upgrade this one first. Nothing was taken.`,
			manifest.error,
		);
	}
	throw refuse(
		`${folder} is not an export of Throughline, or its manifest.json was changed. Nothing was taken.`,
		manifest.error,
	);
}

async function hashOf(folder: string, file: string): Promise<string> {
	const hash = createHash("sha256");
	try {
		for await (const chunk of createReadStream(path.join(folder, file))) hash.update(chunk as Buffer);
	} catch (error) {
		if (systemCode(error) !== "ENOENT") throw error;
		throw new ExchangeError(`The file ${file} of the export is missing. Use a whole copy. Nothing was taken.`, {
			cause: error,
		});
	}
	return hash.digest("hex");
}
