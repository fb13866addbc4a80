import path from "node:path";
import { parseArgs } from "node:util";
import { listJurisdictions } from "../../operations/list-jurisdictions.ts";
import { perform } from "../../operations/operation.ts";
import { type ExtractTaking, takeExtract } from "../../server/extracts/take-extract.ts";
import { CommandError } from "../command-error.ts";
import type { Run } from "../commands.ts";
import { personFor, printResult, withInstallation } from "../open.ts";

/** Loads a file of AFCARS or NCANDS with the rights of a person. */
export const loadExtract: Run = async (rest, world) => {
	const { values, positionals } = parseArgs({
		args: [...rest],
		allowPositionals: true,
		options: { as: { type: "string" }, jurisdiction: { type: "string" }, json: { type: "boolean" } },
	});
	const [name] = positionals;
	if (!name || !values.jurisdiction) {
		throw new CommandError("Name the file and the place: throughline load extract FILE --as EMAIL --jurisdiction CODE");
	}
	const file = path.resolve(world.folder, name);
	const taking = await withInstallation(world, async (installation) => {
		const { performer, settings } = installation;
		const person = await personFor(installation, values.as);
		const places = await perform(performer, listJurisdictions, person, {});
		const place = places.find((each) => each.code === values.jurisdiction);
		if (!place) {
			throw new CommandError(
				`There is no State or county with the code "${values.jurisdiction}". Known: ${places.map((each) => `${each.code} (${each.name})`).join(", ")}.`,
			);
		}
		const extractsFolder = path.join(settings.dataDir, "extracts");
		return takeExtract({ performer, extractsFolder }, person, { file, jurisdictionId: place.id });
	});
	const { reading, ...kept } = taking;
	const { kind, period, records, problemsByTier: problems } = reading;
	const result = reading.usable ? "taken" : "refused";
	printResult(world, values.json, { result, ...kept, kind, period, records, problems }, inWords(taking));
	return reading.usable ? 0 : 1;
};

function inWords({ reading, replaced, sameFileAs }: ExtractTaking): string {
	const { reject, mend, look } = reading.problemsByTier;
	const told = `Problems: ${reject} for which a file is refused, ${mend} to mend, ${look} to look at. throughline check-file tells each.`;
	if (!reading.usable) return `The file was refused. Nothing was taken.\n${told}`;
	return [
		`Taken: ${reading.kind}, period ${reading.period}, ${reading.records} records.`,
		...(replaced.length > 0 ? ["It replaces the earlier file of that period."] : []),
		...(sameFileAs === null ? [] : ["This very file has been loaded before."]),
		told,
	].join("\n");
}
