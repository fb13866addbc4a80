import path from "node:path";
import { fileURLToPath } from "node:url";
import { runCli } from "./run-cli.ts";

// The composition root of the command line: the only place that reads the environment and the clock.

process.exitCode = await runCli({
	args: process.argv.slice(2),
	environment: process.env,
	folder: process.cwd(),
	programFolder: path.resolve(path.dirname(fileURLToPath(import.meta.url)), ".."),
	clock: () => new Date(),
	print: (text) => console.log(text),
	complain: (text) => console.error(text),
});
