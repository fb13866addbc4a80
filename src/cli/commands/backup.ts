import path from "node:path";
import { parseArgs } from "node:util";
import { takeBaseBackup } from "../../storage/sql/backup/take-base-backup.ts";
import { CommandError } from "../command-error.ts";
import type { Run } from "../commands.ts";
import { keepSecretWith } from "../kept-secret.ts";
import { printResult, withInstallation } from "../open.ts";

/** Backs up the embedded database, beside a running server or alone, with the file that its accounts need. */
export const backup: Run = async (rest, world) => {
	const { values, positionals } = parseArgs({
		args: [...rest],
		allowPositionals: true,
		options: { label: { type: "string" }, json: { type: "boolean" } },
	});
	const [name] = positionals;
	if (!name) throw new CommandError("Name the folder of the new backup: throughline backup FOLDER");
	const outDir = path.resolve(world.folder, name);
	const manifest = await withInstallation(world, async ({ storage, settings }) => {
		if (!storage.embedded) {
			throw new CommandError(
				"This installation uses the server of DATABASE_URL. Back it up with that server's tools (pg_basebackup, pg_dump), or write everything with: throughline export installation FOLDER",
			);
		}
		const taken = await takeBaseBackup({
			connection: storage.embedded,
			dataDir: settings.dataDir,
			outDir,
			takenAt: world.clock().toISOString(),
			...(values.label ? { label: values.label } : {}),
		});
		await keepSecretWith(settings.dataDir, outDir);
		return taken;
	});
	const bytes = manifest.files.reduce((sum, file) => sum + file.size, 0);
	const result = { folder: outDir, files: manifest.files.length, bytes };
	const words = `Backed up: ${result.files} files, ${Math.ceil(bytes / 1_048_576)} MB, in ${outDir}. Whoever has it has everything: keep it on another machine, as you keep the data folder.`;
	printResult(world, values.json, result, words);
	return 0;
};
