import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/** Runs `npm ci` when there are no packages yet, or the lock file is newer than what is installed. */
export function installIfNeeded(root, spawnSync) {
	checkNode();
	const installed = path.join(root, "node_modules/.package-lock.json");
	const lock = path.join(root, "package-lock.json");
	if (existsSync(installed) && (statSync(installed).mtimeMs >= statSync(lock).mtimeMs || sameLock(installed, lock)))
		return;
	// Standard output is for results: the command line comes through here, too.
	console.error("Installing packages (once) ...");
	const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], {
		cwd: root,
		stdio: ["inherit", 2, 2],
		shell: process.platform === "win32",
	});
	if (status !== 0) {
		console.error(
			"The packages could not be installed. Check that this machine reaches the npm registry, then run the command again.",
		);
		process.exit(1);
	}
}

/** A fresh checkout has a lock file of today with the same content. */
function sameLock(installed, lock) {
	const read = (file) => JSON.parse(readFileSync(file, "utf8")).packages;
	const [have, want] = [read(installed), read(lock)];
	return Object.entries(want).every(
		([name, entry]) => name === "" || entry.optional || have[name]?.version === entry.version,
	);
}

function checkNode() {
	const [major, minor] = process.versions.node.split(".").map(Number);
	if (major > 20 || (major === 20 && minor >= 19)) return;
	console.error(
		`Throughline needs Node 20.19 or later; this is Node ${process.versions.node}. Install a newer one from https://nodejs.org.`,
	);
	process.exit(1);
}
