import path from "node:path";
import { parseArgs } from "node:util";
import { exportInstallation } from "../../storage/sql/exchange/export-installation.ts";
import { importInstallation } from "../../storage/sql/exchange/import-installation.ts";
import { CommandError } from "../command-error.ts";
import type { Run } from "../commands.ts";
import { printResult, withInstallation } from "../open.ts";

/** Writes everything in an open format. */
export const exportInstallationCommand: Run = async (rest, world) => {
	const { values, positionals } = parseArgs({
		args: [...rest],
		allowPositionals: true,
		options: { json: { type: "boolean" } },
	});
	const folder = folderOf(positionals, world.folder);
	const manifest = await withInstallation(world, ({ storage }) =>
		exportInstallation(storage.admin, folder, world.clock()),
	);
	const tables = manifest.tables.map(({ table, file, rows, sha256 }) => ({ table, file, rows, sha256 }));
	const rows = tables.reduce((sum, table) => sum + table.rows, 0);
	const words = `Written: ${rows} rows of ${tables.length} tables in ${folder}. Whoever has it has everything: keep it as you keep the data folder. The file "secret" of the data folder is not in it; copy it too, to another place, for people who sign in with a code.`;
	printResult(world, values.json, { folder, tables }, words);
	return 0;
};

/** Takes an export into an empty installation, if its log verifies. */
export const importInstallationCommand: Run = async (rest, world) => {
	const { values, positionals } = parseArgs({
		args: [...rest],
		allowPositionals: true,
		options: { "despite-faults": { type: "boolean" }, json: { type: "boolean" } },
	});
	const folder = folderOf(positionals, world.folder);
	const { manifest, verification } = await withInstallation(
		world,
		({ storage }) =>
			importInstallation(storage.admin, {
				folder,
				migrationsFolder: storage.migrationsFolder,
				...(values["despite-faults"] ? { despiteFaults: true } : {}),
			}),
		{ mayBeNew: true },
	);
	const { actions, faults } = verification;
	const words = [
		`Taken: ${manifest.tables.length} tables; ${actions} actions of the log, ${faults.length === 0 ? "all as they were written" : `with ${faults.length} faults:`}.`,
		...faults.map((fault) => `  ${fault.message}`),
	].join("\n");
	printResult(world, values.json, { actions, tables: manifest.tables.length, faults }, words);
	return faults.length === 0 ? 0 : 1;
};

function folderOf([name]: readonly string[], folder: string): string {
	if (!name) throw new CommandError("Name the folder of the export.");
	return path.resolve(folder, name);
}
