import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";

const FOLDER = new URL("./county-plan/", import.meta.url);

/**
 * Compares with the kept file of that name. With `UPDATE_GOLDEN=1` in the environment the kept file is written anew:
 * read the difference, and look at the pages, before you commit it.
 */
export async function expectGolden(name: string, actual: string): Promise<void> {
	const file = fileURLToPath(new URL(name, FOLDER));
	if (process.env.UPDATE_GOLDEN === "1") {
		await mkdir(dirname(file), { recursive: true });
		await writeFile(file, actual);
		return;
	}
	const kept = await readFile(file, "utf8").catch(() => {
		throw new Error(`There is no kept file ${name}. Run the test once with UPDATE_GOLDEN=1, read the file, commit it.`);
	});
	expect(actual, `${name} differs. If the change is meant, run the test with UPDATE_GOLDEN=1.`).toBe(kept);
}
