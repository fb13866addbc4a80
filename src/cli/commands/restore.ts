import path from "node:path";
import { parseArgs } from "node:util";
import { readSettings } from "../../server/settings.ts";
import { restoreBackup } from "../../storage/sql/backup/restore-backup.ts";
import { CommandError } from "../command-error.ts";
import type { Run } from "../commands.ts";
import { printResult } from "../open.ts";

/** Restores a backup into an empty data folder. */
export const restore: Run = async (rest, world) => {
	const { values, positionals } = parseArgs({
		args: [...rest],
		allowPositionals: true,
		options: { to: { type: "string" }, changes: { type: "string" }, json: { type: "boolean" } },
	});
	const [name] = positionals;
	if (!name)
		throw new CommandError(
			"Name the folder of the backup: throughline restore FOLDER [--changes OLD_DATA_DIR] [--to MOMENT]",
		);
	const { dataDir } = readSettings(world.environment, world.folder);
	const restored = await restoreBackup({
		backupDir: path.resolve(world.folder, name),
		dataDir,
		...(values.to ? { targetTime: values.to } : {}),
		...(values.changes ? { sourceDataDir: path.resolve(world.folder, values.changes) } : {}),
		log: world.complain,
	});
	const until = restored.lastChangeAt ?? "the moment of the backup";
	printResult(
		world,
		values.json,
		{ dataDir, lastChangeAt: restored.lastChangeAt ?? null },
		`Restored into ${dataDir}, up to ${until}.`,
	);
	return 0;
};
