import path from "node:path";
import { fileURLToPath } from "node:url";
import { explain } from "./explain.ts";
import { serve } from "./serve.ts";
import { readSettings } from "./settings.ts";

// The composition root of the server: the only place that reads the environment and the clock.

const stopping = new AbortController();
for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => stopping.abort());

try {
	await serve({
		settings: readSettings(process.env, process.cwd()),
		programFolder: path.resolve(path.dirname(fileURLToPath(import.meta.url)), ".."),
		clock: () => new Date(),
		log: (line) => console.log(line),
		signal: stopping.signal,
	});
	process.exit(0);
} catch (error) {
	const { message, exitCode } = explain(error);
	console.error(message);
	process.exit(exitCode);
}
