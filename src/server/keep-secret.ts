import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";

/**
 * The secret that signs session cookies: made once and kept in the data folder, readable by the server's user alone.
 * Several servers on one database must share it: set THROUGHLINE_SECRET there.
 */
export async function keepSecret(dataDir: string): Promise<string> {
	const file = path.join(dataDir, "secret");
	try {
		const kept = (await readFile(file, "utf8")).trim();
		if (kept.length >= 32) return kept;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
	}
	await mkdir(dataDir, { recursive: true, mode: 0o700 });
	const secret = randomBytes(32).toString("hex");
	await writeFile(file, `${secret}\n`, { mode: 0o600 });
	return secret;
}
