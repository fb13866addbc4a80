import { open, rm } from "node:fs/promises";
import { CommandError } from "./command-error.ts";

/** Writes a file that must not be there yet; whole or not at all. */
export async function writeNewBytes(file: string, bytes: Uint8Array): Promise<void> {
	const handle = await open(file, "wx").catch((error: NodeJS.ErrnoException) => {
		if (error.code !== "EEXIST") throw error;
		throw new CommandError(`${file} is there already. Give another name; nothing was overwritten.`, { cause: error });
	});
	try {
		await handle.writeFile(bytes);
		await handle.sync();
	} catch (error) {
		await rm(file, { force: true });
		throw error;
	} finally {
		await handle.close();
	}
}
