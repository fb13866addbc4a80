import { open, rename } from "node:fs/promises";
import { join } from "node:path";
import type { ServerUser } from "./server-user.ts";

/**
 * The archive takes WAL only while its folder exists, and the first base backup makes that folder: an installation that
 * never takes a backup does not fill its disk. A segment appears whole or not at all and is never overwritten; the same
 * segment again is fine (PostgreSQL may repeat one after a crash). Paths are relative to the cluster, so that the data
 * folder may be moved.
 */
export const archiveCommand = [
	"test ! -d ../wal-archive ||",
	"{ test -f ../wal-archive/%f.gz && gzip -dc ../wal-archive/%f.gz | cmp -s - %p; } ||",
	"{ test ! -f ../wal-archive/%f.gz && gzip -1 -c %p > ../wal-archive/%f.part && sync ../wal-archive/%f.part &&",
	"mv ../wal-archive/%f.part ../wal-archive/%f.gz && sync ../wal-archive; }",
].join(" ");

/**
 * Sized for a small office: one machine, some tens of people. `ALTER SYSTEM` overrides any of them. Shared memory of
 * parallel queries lies in the cluster's own folder: /dev/shm is swept when an ordinary user logs out of a system with
 * systemd, and is 64 MB in a container.
 */
const settings: Readonly<Record<string, string>> = {
	max_connections: "60",
	shared_buffers: "128MB",
	effective_cache_size: "512MB",
	dynamic_shared_memory_type: "mmap",
	max_wal_size: "1GB",
	min_wal_size: "80MB",
	wal_level: "replica",
	wal_compression: "on",
	max_wal_senders: "0",
	archive_mode: "on",
	archive_command: archiveCommand,
	archive_timeout: "15min",
	password_encryption: "scram-sha-256",
	timezone: "UTC",
	log_timezone: "UTC",
	datestyle: "iso, ymd",
	default_text_search_config: "pg_catalog.english",
	lc_messages: "C",
	lc_monetary: "C",
	lc_numeric: "C",
	lc_time: "C",
};

/** Seven files, one a weekday, each begun afresh after a week. No statement and no value of a row is written to them. */
const logging: Readonly<Record<string, string>> = {
	logging_collector: "on",
	log_directory: "log",
	log_filename: "postgres-%a.log",
	log_truncate_on_rotation: "on",
	log_rotation_age: "1d",
	log_rotation_size: "0",
	log_file_mode: "0600",
	log_line_prefix: "%m [%p] ",
	log_min_error_statement: "panic",
	log_parameter_max_length_on_error: "0",
	log_error_verbosity: "terse",
	log_statement: "none",
};

/** Writes `postgresql.conf` and `pg_hba.conf` anew, so that a newer Throughline brings its settings to an old cluster. */
export async function writeClusterSettings(clusterFolder: string, user: ServerUser | undefined): Promise<void> {
	const lines = Object.entries({ ...settings, ...logging }).map(([name, value]) => `${name} = ${quote(value)}`);
	const heading =
		"# Written by Throughline at each start. To change a setting, use ALTER SYSTEM: it comes after this file.";
	await replaceFile(join(clusterFolder, "postgresql.conf"), `${heading}\n${lines.join("\n")}\n`, user);
	await replaceFile(
		join(clusterFolder, "pg_hba.conf"),
		"# Written by Throughline at each start. The server listens on no network address.\nlocal all all scram-sha-256\n",
		user,
	);
}

/** One value for postgresql.conf, quoted. */
export function quote(value: string): string {
	return `'${value.replaceAll("'", "''")}'`;
}

/** Writes a file whole: a reader sees the old text or the new, also after a power cut. */
export async function replaceFile(path: string, text: string, user: ServerUser | undefined): Promise<void> {
	const draft = `${path}.new`;
	const file = await open(draft, "w", 0o600);
	try {
		await file.writeFile(text);
		if (user !== undefined) await file.chown(user.uid, user.gid);
		await file.sync();
	} finally {
		await file.close();
	}
	await rename(draft, path);
}
