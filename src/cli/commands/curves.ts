import { parseArgs } from "node:util";
import { cohorts, readMonths, runCurves } from "../../indicators/curves/run-curves.ts";
import { readGroupings } from "../../indicators/engine/groups.ts";
import { readOptions } from "../../indicators/engine/options.ts";
import { readWindow } from "../../indicators/engine/window.ts";
import { CommandError } from "../command-error.ts";
import type { Run } from "../commands.ts";
import { printResult } from "../open.ts";
import { asCommandError } from "./indicators/as-command-error.ts";
import { curveTable } from "./indicators/curve-table.ts";
import { checkEngine, openEngine } from "./indicators/open-engine.ts";
import { readOption } from "./indicators/read-option.ts";
import { spreadFiles } from "./indicators/spread-files.ts";
import { takeFiles } from "./indicators/take-files.ts";

/** Follows the children who entered or left care in a window: time to permanency, length of stay, time to reentry. */
export const curves: Run = async (rest, world) => {
	const { values, positionals } = parseArgs({
		args: spreadFiles(rest),
		allowPositionals: true,
		options: {
			afcars: { type: "string", multiple: true, default: [] },
			window: { type: "string" },
			cohort: { type: "string" },
			by: { type: "string" },
			months: { type: "string" },
			option: { type: "string", multiple: true, default: [] },
			public: { type: "boolean" },
			engine: { type: "string" },
			"database-url": { type: "string" },
			json: { type: "boolean" },
		},
	});
	const { window } = values;
	const cohort = cohorts.find((each) => each === values.cohort);
	if (window === undefined || cohort === undefined || positionals.length > 0 || values.afcars.length === 0) {
		throw new CommandError(
			"Use: throughline curves --cohort entry|exit --afcars FILE... --window 23A23B [--by county,ageGroup,raceEthnicity,sex] [--months 24] [--option name=value]... [--engine postgres --database-url URL] [--json]",
		);
	}
	if (values.public) {
		throw new CommandError(
			"--public is not possible here: a curve and its children at risk give the events of each month, and most months have 1 to 10 of them. Publish P1 or P4 instead: throughline indicators --public.",
		);
	}
	const options = Object.fromEntries(values.option.map(readOption));
	const months = values.months === undefined ? undefined : Number(values.months);
	// What was asked for wrongly is told before hours are spent on reading.
	asCommandError(() => [readWindow(window), readOptions(options), readGroupings(values.by), readMonths(months)]);
	checkEngine(values);
	const engine = await openEngine(world, values);
	try {
		const files = await takeFiles(engine, world, { afcars: values.afcars, ncands: [] });
		const by = values.by === undefined ? {} : { by: values.by };
		const result = await runCurves({ engine, files, window, cohort, options, months, ...by });
		printResult(world, values.json, result, curveTable(result));
		return 0;
	} finally {
		await engine.close();
	}
};
