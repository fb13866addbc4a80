import { open } from "node:fs/promises";
import path from "node:path";
import { recordHeading, recordLine } from "../../../indicators/engine/records-to-csv.ts";
import type { IndicatorResults } from "../../../indicators/engine/results.ts";
import { type RecordsRequest, runRecords } from "../../../indicators/engine/run-records.ts";
import { CommandError } from "../../command-error.ts";
import type { CliWorld } from "../../run-cli.ts";

/** How many lines are written at once. */
const batch = 10_000;

/**
 * Writes the records behind the indicators that were counted as CSV, for the owner of the file alone: they are case-level. `names`
 * are the files in the order in which they were read. Answers how many records were written.
 */
export async function writeRecords(
	world: CliWorld,
	name: string,
	request: Omit<RecordsRequest, "indicator"> & {
		readonly counted: IndicatorResults;
		readonly names: readonly string[];
	},
): Promise<number> {
	const { counted, names, ...rest } = request;
	const indicators = counted.results.flatMap((each) =>
		"status" in each || Object.keys(each.group).length > 0 ? [] : [each.indicator],
	);
	const file = await open(path.resolve(world.folder, name), "wx", 0o600).catch((error: unknown) => {
		if ((error as NodeJS.ErrnoException).code !== "EEXIST") {
			throw new CommandError(`${name} cannot be written. Choose a folder that is there and may be written to.`, {
				cause: error,
			});
		}
		throw new CommandError(`${name} is there already and is not written over. Choose another name.`, { cause: error });
	});
	try {
		await file.write(recordHeading);
		let written = 0;
		for (const indicator of indicators) {
			const records = await runRecords({ ...rest, indicator });
			for (let start = 0; start < records.length; start += batch) {
				const some = records.slice(start, start + batch);
				await file.write(some.map((each) => recordLine(each, names[each.file] ?? "")).join(""));
			}
			written += records.length;
		}
		return written;
	} finally {
		await file.close();
	}
}
