import { parseArgs } from "node:util";
import { serve } from "../../server/serve.ts";
import { readSettings } from "../../server/settings.ts";
import type { Run } from "../commands.ts";

/** Serves until it is told to stop. */
export const start: Run = async (rest, world) => {
	parseArgs({ args: [...rest], options: {} });
	await serve({
		settings: readSettings(world.environment, world.folder),
		programFolder: world.programFolder,
		clock: world.clock,
		log: world.print,
		signal: world.untilStopped(),
	});
	return 0;
};
