import { parseArgs } from "node:util";
import { readGroupings } from "../../indicators/engine/groups.ts";
import { checkYear, runVisits } from "../../indicators/visits/run-visits.ts";
import { readVisitOptions } from "../../indicators/visits/visit-options.ts";
import { CommandError } from "../command-error.ts";
import type { Run } from "../commands.ts";
import { printResult } from "../open.ts";
import { asCommandError } from "./indicators/as-command-error.ts";
import { checkEngine, openEngine } from "./indicators/open-engine.ts";
import { readOption } from "./indicators/read-option.ts";
import { spreadFiles } from "./indicators/spread-files.ts";
import { takeFiles } from "./indicators/take-files.ts";
import { visitTable } from "./indicators/visit-table.ts";

/** Counts the monthly caseworker visits of a federal fiscal year from AFCARS 2020 files. */
export const visits: Run = async (rest, world) => {
	const { values, positionals } = parseArgs({
		args: spreadFiles(rest),
		allowPositionals: true,
		options: {
			afcars: { type: "string", multiple: true, default: [] },
			year: { type: "string" },
			by: { type: "string" },
			option: { type: "string", multiple: true, default: [] },
			engine: { type: "string" },
			"database-url": { type: "string" },
			json: { type: "boolean" },
		},
	});
	if (values.year === undefined || positionals.length > 0 || values.afcars.length === 0) {
		throw new CommandError(
			"Use: throughline visits --afcars FILE... --year 2024 [--by county,ageGroup,raceEthnicity,sex] [--option name=value]... [--engine postgres --database-url URL] [--json]",
		);
	}
	const options = Object.fromEntries(values.option.map(readOption));
	const request = { year: Number(values.year), options, ...(values.by === undefined ? {} : { by: values.by }) };
	asCommandError(() => [checkYear(request.year), readVisitOptions(options), readGroupings(request.by)]);
	checkEngine(values);
	const engine = await openEngine(world, values);
	try {
		const files = await takeFiles(engine, world, { afcars: values.afcars, ncands: [], visits: true });
		const result = await runVisits({ engine, files, ...request });
		printResult(world, values.json, result, visitTable(result));
		return 0;
	} finally {
		await engine.close();
	}
};
