import { existsSync } from "node:fs";
import path from "node:path";

/** Where Chromium lies: `CHROME`, then Debian's place, then the first one on the PATH. Throws when there is none. */
export function findChromium(environment: Readonly<Record<string, string | undefined>>): string {
	const onPath = (environment.PATH ?? "")
		.split(path.delimiter)
		.flatMap((folder) => ["chromium", "chromium-browser", "google-chrome"].map((name) => path.join(folder, name)));
	const found = [environment.CHROME, "/usr/bin/chromium", ...onPath].find((file) => file && existsSync(file));
	if (!found) throw new Error("The browser tests need Chromium. On Debian: apt-get install chromium. Or set CHROME.");
	return found;
}
