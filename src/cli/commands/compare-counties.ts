import { parseArgs } from "node:util";
import { readIndicators, runComparison } from "../../indicators/comparison/run-comparison.ts";
import { readOptions } from "../../indicators/engine/options.ts";
import { readWindow } from "../../indicators/engine/window.ts";
import { CommandError } from "../command-error.ts";
import type { Run } from "../commands.ts";
import { printResult } from "../open.ts";
import { asCommandError } from "./indicators/as-command-error.ts";
import { comparisonTable } from "./indicators/comparison-table.ts";
import { checkEngine, openEngine } from "./indicators/open-engine.ts";
import { readOption } from "./indicators/read-option.ts";
import { spreadFiles } from "./indicators/spread-files.ts";
import { takeFiles } from "./indicators/take-files.ts";

/** Compares the counties of a state on the statewide data indicators, given the ages of their children. */
export const compareCounties: Run = async (rest, world) => {
	const { values, positionals } = parseArgs({
		args: spreadFiles(rest),
		allowPositionals: true,
		options: {
			afcars: { type: "string", multiple: true, default: [] },
			ncands: { type: "string", multiple: true, default: [] },
			window: { type: "string" },
			indicator: { type: "string" },
			option: { type: "string", multiple: true, default: [] },
			public: { type: "boolean" },
			engine: { type: "string" },
			"database-url": { type: "string" },
			json: { type: "boolean" },
		},
	});
	if (values.window === undefined || positionals.length > 0 || values.afcars.length + values.ncands.length === 0) {
		throw new CommandError(
			"Use: throughline compare-counties --afcars FILE... --ncands FILE... --window 23A23B [--indicator P1,P4] [--option name=value]... [--engine postgres --database-url URL] [--json]",
		);
	}
	if (values.public) {
		throw new CommandError(
			"--public is not possible here: adjusted figures of all counties come from one fit of all their counts, so what of them gives a count of 1 to 10 away cannot be decided number by number. Publish the observed figures: throughline indicators --by county --public.",
		);
	}
	const { window, indicator } = values;
	const options = Object.fromEntries(values.option.map(readOption));
	// A wrong window, option or indicator is told before hours are spent on reading.
	asCommandError(() => [readWindow(window), readOptions(options), readIndicators(indicator)]);
	checkEngine(values);
	const engine = await openEngine(world, values);
	try {
		const files = await takeFiles(engine, world, values);
		const result = await runComparison({ engine, files, window, options }, readIndicators(indicator));
		printResult(world, values.json, result, comparisonTable(result));
		return 0;
	} finally {
		await engine.close();
	}
};
