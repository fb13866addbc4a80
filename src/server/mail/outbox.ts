import { mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";

/**
 * Puts a mail into the outbox folder as `<time>-<id>.eml`, which any mail program opens. Mails hold links that let
 * somebody in, so nobody but the server's user may read them. Never leaves half a file under the final name.
 */
export async function writeToOutbox(folder: string, name: { at: Date; id: string }, source: Buffer): Promise<string> {
	await mkdir(folder, { recursive: true, mode: 0o700 });
	const file = path.join(folder, `${name.at.toISOString().replaceAll(":", "")}-${name.id}.eml`);
	const half = `${file}.part`;
	await writeFile(half, source, { mode: 0o600 });
	await rename(half, file);
	return file;
}
