import { statfs } from "node:fs/promises";
import { parseArgs } from "node:util";
import { sql } from "kysely";
import { readSettings } from "../../server/settings.ts";
import { verifyLog } from "../../storage/sql/log/verify-log.ts";
import type { Run } from "../commands.ts";
import { explain } from "../explain.ts";
import { printResult, withInstallation } from "../open.ts";
import type { CliWorld } from "../run-cli.ts";

type Finding = { readonly name: string; readonly ok: boolean; readonly message: string };

/** Checks the machine and the installation, one after another; a check that fails does not stop the next. */
export const doctor: Run = async (rest, world) => {
	const { values } = parseArgs({ args: [...rest], options: { json: { type: "boolean" } } });
	const checks: Finding[] = [];
	const check = async (name: string, work: () => Promise<string>) => {
		try {
			checks.push({ name, ok: true, message: await work() });
		} catch (error) {
			checks.push({ name, ok: false, message: explain(error).message });
		}
	};
	await check("Node", async () => `Node ${process.versions.node}.`);
	await check("Settings", async () => {
		const settings = readSettings(world.environment, world.folder);
		return `Data folder ${settings.dataDir}; ${settings.databaseUrl ? "a database server by DATABASE_URL" : "the embedded database"}; address ${settings.baseUrl}.`;
	});
	await check("Disk", () => checkDisk(world));
	await check("Database", () =>
		withInstallation(world, async ({ storage }) => {
			const { rows } = await sql<{ version: string }>`select version() as version`.execute(storage.database);
			return `${rows[0]?.version.split(" on ")[0] ?? "?"}, up to date.`;
		}),
	);
	await check("Clock", () =>
		withInstallation(world, async ({ storage }) => {
			const { rows } = await sql<{ last: Date | null }>`select app.last_action_at() as last`.execute(storage.database);
			const last = rows[0]?.last;
			if (last && last.getTime() > world.clock().getTime() + 60_000) {
				throw new Error(
					`the last change was saved at ${last.toISOString()}, which is later than this machine's clock says it is now. Set the clock right.`,
				);
			}
			return "The clock is not behind the last saved change.";
		}),
	);
	await check("History", () =>
		withInstallation(world, async ({ storage }) => {
			const { actions, faults } = await verifyLog(storage.admin);
			if (faults.length > 0) throw new Error(`${faults.length} faults in the log: run throughline verify log.`);
			return `${actions} actions, all as they were written.`;
		}),
	);
	await check("Mail", () =>
		withInstallation(world, async ({ mailer }) => {
			await mailer.check();
			return `Mail goes to ${mailer.destination}.`;
		}),
	);
	const words = checks.map(({ name, ok, message }) => `${ok ? "ok  " : "MEND"}  ${name}: ${message}`).join("\n");
	printResult(world, values.json, { checks }, words);
	return checks.every((each) => each.ok) ? 0 : 1;
};

async function checkDisk(world: CliWorld): Promise<string> {
	const { dataDir } = readSettings(world.environment, world.folder);
	const { bavail, bsize } = await statfs(dataDir).catch(() => statfs(world.folder));
	const free = (bavail * bsize) / 1_073_741_824;
	if (free < 1) throw new Error(`only ${free.toFixed(1)} GB are free where ${dataDir} lies. Make room: at least 1 GB.`);
	return `${free.toFixed(0)} GB free.`;
}
