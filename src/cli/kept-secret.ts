import { constants, copyFile } from "node:fs/promises";
import path from "node:path";

/** The file of the data folder without which second factors cannot be checked (server/keep-secret.ts). */
const secretFile = "secret";

/**
 * Copies the installation's secret from the one folder into the other, unless the other has one. False when there is none
 * to copy: the installation is given its secret by THROUGHLINE_SECRET.
 */
export async function keepSecretWith(from: string, to: string): Promise<boolean> {
	try {
		await copyFile(path.join(from, secretFile), path.join(to, secretFile), constants.COPYFILE_EXCL);
		return true;
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code === "ENOENT") return false;
		if (code === "EEXIST") return true;
		throw error;
	}
}
