import { parseArgs } from "node:util";
import { describeExtractProblem } from "../../indicators/extracts/describe-extract-problem.ts";
import type { ExtractTier } from "../../indicators/extracts/extract-problems.ts";
import { CommandError } from "../command-error.ts";
import type { Run } from "../commands.ts";
import { readFile } from "./indicators/read-file.ts";

/** What one line of the list says of how bad a problem is. */
const tierWords: Readonly<Record<ExtractTier, string>> = { reject: "Refused", mend: "To mend", look: "To look at" };

/** Reads an extract and lists all that is wrong with it, as it is found: a list of any length. */
export const checkFile: Run = async (rest, world) => {
	const { values, positionals } = parseArgs({
		args: [...rest],
		allowPositionals: true,
		options: { json: { type: "boolean" } },
	});
	const [name, ...others] = positionals;
	if (!name || others.length > 0) throw new CommandError("Use: throughline check-file FILE [--json]");
	const { json } = values;
	const reading = await readFile(world, name, {
		file: 0,
		onRows: () => undefined,
		onProblem: (problem) => {
			const { message, ...words } = describeExtractProblem(problem);
			if (json)
				world.print(JSON.stringify({ problem: problem.id, tier: problem.tier, value: problem.value, ...words }));
			else world.print(`${tierWords[problem.tier]}: ${message}`);
		},
	});
	const { kind, period, records, usable, problemsByTier } = reading;
	if (json) world.print(JSON.stringify({ file: name, kind, period, records, usable, ...problemsByTier }));
	else {
		const { reject, mend, look } = problemsByTier;
		const counts = `${reject} to refuse it for, ${mend} to mend, ${look} to look at`;
		world.print(`${name}: ${period ?? "period unknown"}, ${records.toLocaleString("en-US")} records; ${counts}.`);
	}
	return usable ? 0 : 1;
};
