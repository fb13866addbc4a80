import { parseArgs } from "node:util";
import { readGroupings } from "../../indicators/engine/groups.ts";
import { readOptions } from "../../indicators/engine/options.ts";
import { publicResults } from "../../indicators/engine/public-results.ts";
import { runIndicators } from "../../indicators/engine/run-indicators.ts";
import { readWindow } from "../../indicators/engine/window.ts";
import { publicEntryRates } from "../../indicators/entry/public-entry-rate.ts";
import { runEntryRate } from "../../indicators/entry/run-entry-rate.ts";
import { CommandError } from "../command-error.ts";
import type { Run } from "../commands.ts";
import { printResult } from "../open.ts";
import { asCommandError } from "./indicators/as-command-error.ts";
import { entryTable } from "./indicators/entry-table.ts";
import { indicatorTable } from "./indicators/indicator-table.ts";
import { checkEngine, openEngine } from "./indicators/open-engine.ts";
import { readOption } from "./indicators/read-option.ts";
import { readPopulationFile } from "./indicators/read-population-file.ts";
import { spreadFiles } from "./indicators/spread-files.ts";
import { takeFiles } from "./indicators/take-files.ts";
import { refuseExisting, writeRecords } from "./indicators/write-records.ts";

/** Counts the seven statewide data indicators from files, without a server and without a database of ours. */
export const indicators: Run = async (rest, world) => {
	const { values, positionals } = parseArgs({
		args: spreadFiles(rest),
		allowPositionals: true,
		options: {
			afcars: { type: "string", multiple: true, default: [] },
			ncands: { type: "string", multiple: true, default: [] },
			window: { type: "string" },
			by: { type: "string" },
			option: { type: "string", multiple: true, default: [] },
			records: { type: "string" },
			population: { type: "string" },
			public: { type: "boolean" },
			engine: { type: "string" },
			"database-url": { type: "string" },
			json: { type: "boolean" },
		},
	});
	if (values.window === undefined || positionals.length > 0 || values.afcars.length + values.ncands.length === 0) {
		throw new CommandError(
			"Use: throughline indicators --afcars FILE... --ncands FILE... --window 23A23B [--by county,ageGroup,raceEthnicity,sex] [--option name=value]... [--population FILE] [--records FILE] [--public] [--engine postgres --database-url URL] [--json]",
		);
	}
	const options = Object.fromEntries(values.option.map(readOption));
	const request = { window: values.window, options, ...(values.by === undefined ? {} : { by: values.by }) };
	// A wrong window, option or group is told before hours are spent on reading.
	const check = () => [readWindow(request.window), readOptions(options), readGroupings(request.by)];
	asCommandError(check);
	checkEngine(values);
	if (values.public && values.records !== undefined) {
		throw new CommandError(
			"--public prints what may be published, which --records (case-level data of children) is not. Leave one of them out.",
		);
	}
	await refuseExisting(world, values.records);
	const population = await readPopulationFile(world, values.population);
	const engine = await openEngine(world, values);
	try {
		const files = await takeFiles(engine, world, values);
		const withChildren = values.public === true;
		const result = await runIndicators({ engine, files, withChildren, ...request });
		const entry = population === undefined ? [] : await runEntryRate({ engine, files, population, ...request });
		if (values.records !== undefined) {
			const names = [...values.afcars, ...values.ncands];
			const { window } = request;
			const written = await writeRecords(world, values.records, {
				engine,
				files,
				window,
				options,
				counted: result,
				names,
			});
			world.complain(
				`${values.records}: ${written.toLocaleString("en-US")} records. They are case-level data of children.`,
			);
		}
		if (values.public) {
			const by = readGroupings(request.by);
			const shown = publicResults(result, by);
			const shownEntry = publicEntryRates(entry, by, result.results);
			const words = [indicatorTable(shown), ...(entry.length > 0 ? ["", entryTable(shownEntry, request.window)] : [])];
			printResult(world, values.json, { ...shown, results: [...shown.results, ...shownEntry] }, words.join("\n"));
			return 0;
		}
		const all = { ...result, results: [...result.results, ...entry] };
		printResult(world, values.json, all, [indicatorTable(result), "", entryTable(entry, request.window)].join("\n"));
		return 0;
	} finally {
		await engine.close();
	}
};
