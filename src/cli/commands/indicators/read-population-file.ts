import { readFile } from "node:fs/promises";
import path from "node:path";
import { IndicatorRequestError } from "../../../indicators/engine/request-error.ts";
import type { PopulationRow } from "../../../indicators/entry/population.ts";
import { readPopulation } from "../../../indicators/entry/read-population.ts";
import { CommandError } from "../../command-error.ts";
import type { CliWorld } from "../../run-cli.ts";

/** The population of `--population FILE`; undefined when none is given. Throws a `CommandError` for a file that cannot be used. */
export async function readPopulationFile(
	world: CliWorld,
	name: string | undefined,
): Promise<readonly PopulationRow[] | undefined> {
	if (name === undefined) return undefined;
	try {
		return readPopulation(await readFile(path.resolve(world.folder, name)), name);
	} catch (error) {
		if (error instanceof IndicatorRequestError) throw new CommandError(error.message, { cause: error });
		throw new CommandError(`${name} cannot be read. Give the name of a CSV file of child population.`, {
			cause: error,
		});
	}
}
