import { readSettings } from "../../server/settings.ts";
import { startServer } from "../../server/start-server.ts";
import type { Run } from "../commands.ts";

/** Serves until Ctrl-C. */
export const start: Run = async (_rest, world) => {
	const server = await startServer({
		settings: readSettings(world.environment, world.folder),
		programFolder: world.programFolder,
		clock: world.clock,
		log: world.print,
	});
	world.print(`Throughline is ready: ${server.url}`);
	await new Promise<void>((resolve) => {
		process.once("SIGINT", resolve);
		process.once("SIGTERM", resolve);
	});
	await server.stop();
	return 0;
};
