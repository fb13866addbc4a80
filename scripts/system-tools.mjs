import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

/** What the tests need besides Node: a browser, a tool that looks into PDF files, and a word processor that opens Word files. */
const tools = [
	{
		commands: ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"],
		package: "chromium-headless-shell",
	},
	{ commands: ["pdfinfo"], package: "poppler-utils" },
	{ commands: ["soffice"], package: "libreoffice-writer-nogui" },
];

function isThere(command) {
	return (process.env.PATH ?? "").split(path.delimiter).some((folder) => existsSync(path.join(folder, command)));
}

/** Installs what is missing through Debian's package manager where this user may; says what to install where not. */
export function provideSystemTools() {
	const missing = tools.filter((tool) => !tool.commands.some(isThere)).map((tool) => tool.package);
	if (missing.length === 0) return;
	const ask = `Install ${missing.join(", ")} with your system's package manager, then run npm test again. On Debian: sudo apt-get install ${missing.join(" ")}`;
	if (process.getuid?.() !== 0 || !isThere("apt-get")) {
		console.error(`The tests need more than Node. ${ask}`);
		process.exit(1);
	}
	console.log(`Installing ${missing.join(", ")} (once) ...`);
	const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
	spawnSync("apt-get", ["update", "-qq"], { stdio: "inherit", env });
	const { status } = spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...missing], {
		stdio: ["ignore", "ignore", "inherit"],
		env,
	});
	if (status !== 0) {
		console.error(`The packages could not be installed. ${ask}`);
		process.exit(1);
	}
}
