import path from "node:path";
import { parseArgs } from "node:util";
import { readSettings } from "../../server/settings.ts";
import { restoreBackup } from "../../storage/sql/backup/restore-backup.ts";
import { CommandError } from "../command-error.ts";
import type { Run } from "../commands.ts";
import { keepSecretWith } from "../kept-secret.ts";
import { printResult } from "../open.ts";

/** Restores a backup into an empty data folder. */
export const restore: Run = async (rest, world) => {
	const { values, positionals } = parseArgs({
		args: [...rest],
		allowPositionals: true,
		options: { to: { type: "string" }, changes: { type: "string" }, json: { type: "boolean" } },
	});
	const [name] = positionals;
	if (!name) {
		throw new CommandError(
			"Name the folder of the backup: throughline restore FOLDER [--changes OLD_DATA_DIR] [--to MOMENT]",
		);
	}
	const settings = readSettings(world.environment, world.folder);
	if (settings.databaseUrl) {
		throw new CommandError(
			"A backup is restored into a data folder, and DATABASE_URL names another database. Run the command without DATABASE_URL.",
		);
	}
	const { dataDir } = settings;
	const backupDir = path.resolve(world.folder, name);
	const restored = await restoreBackup({
		backupDir,
		dataDir,
		...(values.to ? { targetTime: values.to } : {}),
		...(values.changes ? { sourceDataDir: path.resolve(world.folder, values.changes) } : {}),
		log: (line) => (values.json ? undefined : world.print(line)),
	});
	await keepSecretWith(backupDir, dataDir);
	const lastChangeAt = restored.lastChangeAt ?? null;
	const until = lastChangeAt ? `up to ${lastChangeAt}` : "as it was at the moment of the backup";
	const words = `Restored into ${dataDir}, ${until}. Take a backup of it soon: its changes are kept from then on.`;
	printResult(world, values.json, { dataDir, lastChangeAt }, words);
	return 0;
};
