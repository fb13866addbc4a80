import path from "node:path";
import { parseArgs } from "node:util";
import { readGroupings } from "../../indicators/engine/groups.ts";
import { readOptions } from "../../indicators/engine/options.ts";
import { IndicatorRequestError } from "../../indicators/engine/request-error.ts";
import { runIndicators } from "../../indicators/engine/run-indicators.ts";
import { readWindow } from "../../indicators/engine/window.ts";
import { openDuckdbEngine } from "../../storage/duckdb/duckdb-engine.ts";
import { CommandError } from "../command-error.ts";
import type { Run } from "../commands.ts";
import { printResult } from "../open.ts";
import { indicatorTable } from "./indicators/indicator-table.ts";
import { takeFiles } from "./indicators/take-files.ts";

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
			json: { type: "boolean" },
		},
	});
	if (values.window === undefined || positionals.length > 0 || values.afcars.length + values.ncands.length === 0) {
		throw new CommandError(
			"Use: throughline indicators --afcars FILE... --ncands FILE... --window 23A23B [--by county,ageGroup,raceEthnicity,sex] [--option name=value]... [--json]",
		);
	}
	const options = Object.fromEntries(values.option.map(readOption));
	const request = { window: values.window, options, ...(values.by === undefined ? {} : { by: values.by }) };
	// A wrong window, option or group is told before hours are spent on reading.
	const check = () => [readWindow(request.window), readOptions(options), readGroupings(request.by)];
	asCommandError(check);
	const engine = await openDuckdbEngine({
		definitionsFolder: path.join(world.programFolder, "src/indicators/definitions"),
	});
	try {
		const files = await takeFiles(engine, world, values);
		const result = await runIndicators({ engine, files, ...request });
		printResult(world, values.json, result, indicatorTable(result));
		return 0;
	} finally {
		await engine.close();
	}
};

/** `--afcars A B C` is `--afcars A --afcars B --afcars C`, as shells give it for `--afcars *.txt`. */
function spreadFiles(args: readonly string[]): string[] {
	const spread: string[] = [];
	let list: string | undefined;
	for (const arg of args) {
		if (arg.startsWith("--")) {
			list = arg === "--afcars" || arg === "--ncands" ? arg : undefined;
			if (list === undefined) spread.push(arg);
		} else if (list !== undefined) spread.push(list, arg);
		else spread.push(arg);
	}
	return spread;
}

function readOption(text: string): readonly [string, string] {
	const [name = "", ...value] = text.split("=");
	if (value.length === 0) {
		throw new CommandError(`--option ${text} has no value. Write it as --option rollup=chain.`);
	}
	return [name, value.join("=")];
}

function asCommandError(check: () => unknown): void {
	try {
		check();
	} catch (error) {
		if (error instanceof IndicatorRequestError) throw new CommandError(error.message, { cause: error });
		throw error;
	}
}
