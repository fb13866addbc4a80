import path from "node:path";
import { parseArgs } from "node:util";
import { exportInstallation } from "../../storage/sql/exchange/export-installation.ts";
import { importInstallation } from "../../storage/sql/exchange/import-installation.ts";
import { verifyLog } from "../../storage/sql/log/verify-log.ts";
import { CommandError } from "../command-error.ts";
import type { Run } from "../commands.ts";
import { printResult, withInstallation } from "../open.ts";

/** Writes everything in an open format. */
export const exportInstallationCommand: Run = async (rest, world) => {
	const { values, folder } = readArguments(rest, world.folder);
	const manifest = await withInstallation(world, ({ storage }) =>
		exportInstallation(storage.admin, folder, world.clock()),
	);
	const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
	printResult(
		world,
		values.json,
		{ folder, tables: manifest.tables },
		`Written: ${rows} rows of ${manifest.tables.length} tables in ${folder}. Keep the file "secret" of the data folder with it, apart.`,
	);
	return 0;
};

/** Takes an export into an empty installation and verifies its log. */
export const importInstallationCommand: Run = async (rest, world) => {
	const { values, folder } = readArguments(rest, world.folder);
	return withInstallation(world, async ({ storage }) => {
		const manifest = await importInstallation(storage.admin, folder);
		const { actions, faults } = await verifyLog(storage.admin);
		const result = { actions, tables: manifest.tables.length, faults };
		const words =
			faults.length === 0
				? `Taken: ${manifest.tables.length} tables; ${actions} actions of the log verified.`
				: [
						"Taken, but the log does not verify. Do not use this copy:",
						...faults.map((fault) => `  ${fault.message}`),
					].join("\n");
		printResult(world, values.json, result, words);
		return faults.length === 0 ? 0 : 1;
	});
};

function readArguments(rest: readonly string[], folder: string) {
	const { values, positionals } = parseArgs({
		args: [...rest],
		allowPositionals: true,
		options: { json: { type: "boolean" } },
	});
	const [name] = positionals;
	if (!name) throw new CommandError("Name the folder of the export.");
	return { values, folder: path.resolve(folder, name) };
}
