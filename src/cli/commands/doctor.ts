import { statfs } from "node:fs/promises";
import { parseArgs } from "node:util";
import { sql } from "kysely";
import type { Installation } from "../../server/installation.ts";
import { readSettings, type Settings } from "../../server/settings.ts";
import { describeWalArchive } from "../../storage/sql/backup/wal-archive.ts";
import { verifyLog } from "../../storage/sql/log/verify-log.ts";
import { readMigrations } from "../../storage/sql/prepare-database.ts";
import type { Run } from "../commands.ts";
import { explain } from "../explain.ts";
import { isThere, printResult, withInstallation } from "../open.ts";
import type { CliWorld } from "../run-cli.ts";

type Finding = { readonly name: string; readonly ok: boolean; readonly message: string };

/** What must be mended, in words for the person at the machine. */
class MustMend extends Error {
	override name = "MustMend";
}

/** Checks the machine and the installation, one after another; a check that fails does not stop the next. */
export const doctor: Run = async (rest, world) => {
	const { values } = parseArgs({ args: [...rest], options: { json: { type: "boolean" } } });
	const checks: Finding[] = [];
	const check = async (name: string, work: () => Promise<string>) => {
		try {
			checks.push({ name, ok: true, message: await work() });
		} catch (error) {
			const message = error instanceof MustMend ? error.message : explain(error).message;
			checks.push({ name, ok: false, message });
		}
	};
	await check("Node", async () => `Node ${process.versions.node}.`);
	await check("Settings", async () => describeSettings(readSettings(world.environment, world.folder)));
	if (checks.every((each) => each.ok)) {
		const settings = readSettings(world.environment, world.folder);
		await check("Disk", () => checkDisk(world, settings));
		if (await isThere(settings)) await checkInstallation(world, check);
		else checks.push({ name: "Database", ok: true, message: `None in ${settings.dataDir} yet; npm start makes one.` });
	}
	const words = checks.map(({ name, ok, message }) => `${ok ? "ok  " : "MEND"}  ${name}: ${message}`).join("\n");
	printResult(world, values.json, { checks }, words);
	return checks.every((each) => each.ok) ? 0 : 1;
};

function describeSettings({ dataDir, databaseUrl, baseUrl }: Settings): string {
	return `Data folder ${dataDir}; ${databaseUrl ? "a database server by DATABASE_URL" : "the embedded database"}; address ${baseUrl}.`;
}

async function checkDisk(world: CliWorld, { dataDir }: Settings): Promise<string> {
	const { bavail, bsize } = await statfs(dataDir).catch(() => statfs(world.folder));
	const free = (bavail * bsize) / 1_073_741_824;
	if (free < 1)
		throw new MustMend(`Only ${free.toFixed(1)} GB are free where ${dataDir} lies. Make room: at least 1 GB.`);
	return `${free.toFixed(0)} GB free.`;
}

type Check = (name: string, work: () => Promise<string>) => Promise<void>;

/** Opens the installation once for all of its checks. */
async function checkInstallation(world: CliWorld, check: Check): Promise<void> {
	const opened = await withInstallation(world, async (installation) => {
		const { storage, mailer, settings } = installation;
		await check("Database", async () => {
			const { rows } = await sql<{ version: string }>`select version() as version`.execute(storage.database);
			const newest = (await readMigrations(storage.admin)).at(-1) ?? "?";
			return `${rows[0]?.version.split(" on ")[0] ?? "?"}, up to date with migration ${newest}.`;
		});
		await check("Clock", () => checkClock(world, installation));
		await check("History", async () => {
			const { actions, faults } = await verifyLog(storage.admin);
			if (faults.length === 0) return `${actions} actions, all as they were written.`;
			throw new MustMend(`${faults.length} faults in the log. To see them: throughline verify log`);
		});
		if (storage.embedded && !installation.practice) await check("Backup", () => checkBackup(world, settings));
		await check("Mail", async () => {
			await mailer.check();
			return `Mail goes to ${mailer.destination}.`;
		});
	}).catch((error: unknown) => ({ error }));
	if (opened) await check("Database", () => Promise.reject(opened.error));
}

async function checkClock(world: CliWorld, { storage }: Installation): Promise<string> {
	const { rows } = await sql<{ last: Date | null }>`select app.last_action_at() as last`.execute(storage.database);
	const last = rows[0]?.last;
	const now = world.clock();
	if (!last || last.getTime() <= now.getTime() + 60_000) return "The clock is not behind the last saved change.";
	throw new MustMend(
		`This machine's clock says ${now.toISOString()}, and the last change was saved at ${last.toISOString()}. Set the clock right; until then new changes bear the time of the last one of the same fact.`,
	);
}

const days = 86_400_000;

async function checkBackup(world: CliWorld, { dataDir }: Settings): Promise<string> {
	const archive = await describeWalArchive(dataDir);
	const last = archive?.lastBackupAt;
	if (!last) throw new MustMend("No backup was ever taken. Take one now, and one each week: throughline backup FOLDER");
	const age = Math.floor((world.clock().getTime() - Date.parse(last)) / days);
	if (age > 8) throw new MustMend(`The last backup is ${age} days old. Take one now: throughline backup FOLDER`);
	return `The last backup is of ${last.slice(0, 10)}; ${Math.ceil(archive.size / 1_048_576)} MB of later changes are kept.`;
}
