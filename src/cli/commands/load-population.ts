import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { listJurisdictions } from "../../operations/list-jurisdictions.ts";
import { loadChildPopulation, type PopulationLoadResult } from "../../operations/load-child-population.ts";
import { perform } from "../../operations/operation.ts";
import { CommandError } from "../command-error.ts";
import type { Run } from "../commands.ts";
import { personFor, printResult, withInstallation } from "../open.ts";

const largestFile = 25 * 1024 * 1024;

/** Loads a file of child population with the rights of a person. */
export const loadPopulation: Run = async (rest, world) => {
	const { values, positionals } = parseArgs({
		args: [...rest],
		allowPositionals: true,
		options: {
			as: { type: "string" },
			jurisdiction: { type: "string" },
			source: { type: "string" },
			"as-of": { type: "string" },
			json: { type: "boolean" },
		},
	});
	const [name] = positionals;
	if (!name || !values.jurisdiction || !values.source || !values["as-of"]) {
		throw new CommandError(
			'Name the file, the place, its source and its day: throughline load population FILE --as EMAIL --jurisdiction CODE --source "Census Bureau, vintage 2024" --as-of 2025-06-26',
		);
	}
	const { source, "as-of": dataAsOf } = values;
	const file = path.resolve(world.folder, name);
	if ((await stat(file)).size > largestFile) {
		throw new CommandError(`${name} is larger than 25 MB. Keep only the rows of your State.`);
	}
	const bytes = new Uint8Array(await readFile(file));
	const result = await withInstallation(world, async (installation) => {
		const person = await personFor(installation, values.as);
		const all = await perform(installation.performer, listJurisdictions, person, {});
		const places = all.filter(({ kind }) => kind === "state" || kind === "county");
		const place = places.find((each) => each.code === values.jurisdiction || each.name === values.jurisdiction);
		if (!place) {
			const known = places.map((each) => `${each.code} (${each.name})`).join(", ");
			throw new CommandError(`There is no State or county "${values.jurisdiction}". Known: ${known}.`);
		}
		return perform(installation.performer, loadChildPopulation, person, {
			...{ jurisdictionId: place.id, source, fileName: path.basename(file), bytes },
			// Checked by the operation's own schema.
			dataAsOf: dataAsOf as string,
		});
	});
	printResult(world, values.json, result, inWords(result));
	return result.result === "refused" ? 1 : 0;
};

function inWords(result: PopulationLoadResult): string {
	const problems = result.problems.map((problem) => `  ${problem.message}`);
	if (result.result === "refused") return ["The file was refused. Nothing was taken.", ...problems].join("\n");
	return [
		`Taken: ${result.added} new numbers of child population, ${result.changed} changed, ${result.unchanged} unchanged.`,
		"The foster care entry rate is counted anew by the server.",
		...problems,
	].join("\n");
}
