import path from "node:path";
import { fileURLToPath } from "node:url";
import { runCli } from "./run-cli.ts";

// The composition root of the command line: the only place that reads the environment and the clock.

const stopping = new AbortController();
let stopsByItself = false;
for (const name of ["SIGINT", "SIGTERM"] as const) {
	process.once(name, () => {
		stopping.abort();
		// An orderly exit, so that a database that was started for the command is told to stop.
		if (!stopsByItself) process.exit(130);
	});
}

const exitCode = await runCli({
	args: process.argv.slice(2),
	environment: process.env,
	folder: process.cwd(),
	programFolder: path.resolve(path.dirname(fileURLToPath(import.meta.url)), ".."),
	clock: () => new Date(),
	print: (text) => console.log(text),
	complain: (text) => console.error(text),
	untilStopped: () => {
		stopsByItself = true;
		return stopping.signal;
	},
});
process.exitCode = exitCode;
