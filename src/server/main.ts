import path from "node:path";
import { fileURLToPath } from "node:url";
import { EmbeddedPostgresError } from "../storage/sql/embedded/embedded-postgres-error.ts";
import { MigrationError } from "../storage/sql/migration-error.ts";
import { readSettings, SettingsError } from "./settings.ts";
import { StartError, startServer } from "./start-server.ts";

// The composition root of the server: the only place that reads the environment and the clock.

const programFolder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const log = (line: string) => console.log(line);

try {
	const settings = readSettings(process.env, process.cwd());
	const server = await startServer({
		settings,
		programFolder,
		clock: () => new Date(),
		log,
		onUnexpectedEnd: (error) => {
			console.error(error.message);
			process.exit(2);
		},
	});
	log(`Throughline is ready: ${server.url}${server.installation.practice ? " (practice state)" : ""}`);
	let stopping = false;
	const stop = async () => {
		if (stopping) return;
		stopping = true;
		log("Stopping ...");
		await server.stop();
		process.exit(0);
	};
	process.on("SIGINT", () => void stop());
	process.on("SIGTERM", () => void stop());
} catch (error) {
	const told = [SettingsError, StartError, EmbeddedPostgresError, MigrationError].some((kind) => error instanceof kind);
	console.error(told && error instanceof Error ? error.message : error);
	process.exit(told ? 1 : 2);
}
