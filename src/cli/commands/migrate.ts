import { parseArgs } from "node:util";
import type { Run } from "../commands.ts";
import { printResult, withInstallation } from "../open.ts";

/** Opening the installation applies what is missing; this tells what it was. */
export const migrate: Run = async (rest, world) => {
	const { values } = parseArgs({ args: [...rest], options: { json: { type: "boolean" } } });
	const applied = await withInstallation(world, async ({ storage }) => storage.appliedMigrations, { mayBeNew: true });
	const words = applied.length === 0 ? "The database is up to date." : `Applied: ${applied.join(", ")}.`;
	printResult(world, values.json, { applied }, words);
	return 0;
};
