import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { listJurisdictions } from "../../operations/list-jurisdictions.ts";
import { type LoadResult, loadFigures } from "../../operations/load-figures.ts";
import { perform } from "../../operations/operation.ts";
import { CommandError } from "../command-error.ts";
import type { Run } from "../commands.ts";
import { personFor, printResult, withInstallation } from "../open.ts";

const largestFile = 25 * 1024 * 1024;

/** Loads a file of figures with the rights of a person. */
export const loadFiguresCommand: Run = async (rest, world) => {
	const { values, positionals } = parseArgs({
		args: [...rest],
		allowPositionals: true,
		options: { as: { type: "string" }, county: { type: "string" }, json: { type: "boolean" } },
	});
	const [name] = positionals;
	if (!name) throw new CommandError("Name the file: throughline load figures FILE --as EMAIL");
	const file = path.resolve(world.folder, name);
	if ((await stat(file)).size > largestFile) {
		throw new CommandError(`${name} is larger than 25 MB. Split it by county or by period and load the parts.`);
	}
	const bytes = new Uint8Array(await readFile(file));
	const result = await withInstallation(world, async (installation) => {
		const person = await personFor(installation, values.as);
		const places = await perform(installation.performer, listJurisdictions, person, {});
		const county = places.find((each) => each.code === values.county || each.name === values.county);
		if (values.county && !county) {
			throw new CommandError(
				`There is no county "${values.county}". Known: ${places.map((each) => `${each.code} (${each.name})`).join(", ")}.`,
			);
		}
		return perform(installation.performer, loadFigures, person, {
			jurisdictionId: county?.id ?? null,
			fileName: path.basename(file),
			bytes,
		});
	});
	printResult(world, values.json, result, inWords(result));
	return result.result === "refused" ? 1 : 0;
};

function inWords(result: LoadResult): string {
	if (result.result === "same-file") return "This very file has been loaded before. Nothing was changed.";
	const problems = result.problems.map((problem) => `  ${problem.message}`);
	if (result.result === "refused") return ["The file was refused. Nothing was taken.", ...problems].join("\n");
	return [
		`Taken: ${result.added} new figures, ${result.replaced} replaced, ${result.unchanged} unchanged. Findings proposed: ${result.proposedFindings}.`,
		...problems,
	].join("\n");
}
