import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { replaceFile } from "./cluster-settings.ts";
import { unlessMissing } from "./file-faults.ts";

/** The superuser's name in every embedded cluster. */
export const superuser = "postgres";

/** The database that Throughline keeps its records in. */
export const databaseName = "throughline";

function passwordPath(dataDir: string): string {
	return join(dataDir, "postgres-password");
}

/** The superuser's password as `<dataDir>/postgres-password` (mode 0600) holds it. */
export async function findPassword(dataDir: string): Promise<string | undefined> {
	const text = await unlessMissing(readFile(passwordPath(dataDir), "utf8"));
	return text?.trim() || undefined;
}

/** Makes a new random password (192 bits) and keeps it. */
export async function createPassword(dataDir: string): Promise<string> {
	const password = randomBytes(24).toString("base64url");
	await replaceFile(passwordPath(dataDir), `${password}\n`, undefined);
	return password;
}
