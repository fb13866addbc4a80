import { existsSync } from "node:fs";
import path from "node:path";

const browsers = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];

/**
 * Where Chromium lies: `CHROME`, then the first one on the PATH: the headless shell before the whole browser, which draws windows that
 * nobody sees and takes longer. Throws when there is none.
 */
export function findChromium(environment: Readonly<Record<string, string | undefined>>): string {
	const folders = (environment.PATH ?? "").split(path.delimiter);
	const onPath = browsers.flatMap((name) => folders.map((folder) => path.join(folder, name)));
	const found = [environment.CHROME, ...onPath].find((file) => file && existsSync(file));
	if (!found)
		throw new Error(
			"The browser tests need Chromium. On Debian: apt-get install chromium-headless-shell. Or set CHROME.",
		);
	return found;
}
