import pg from "pg";
import { type Connection, createPool } from "./database.ts";

/** The database cannot be reached or used. One sentence for the technician, without the password of the URL. */
export class DatabaseUnreachable extends Error {
	override name = "DatabaseUnreachable";
}

/** The oldest PostgreSQL that Throughline runs on. */
const oldestMajor = 15;

/** Reaches the database once. Throws `DatabaseUnreachable` with what to do. Answers the server's version, as 150004. */
export async function reachDatabase(admin: Connection): Promise<number> {
	const pool = createPool({ url: admin.url }, 1);
	try {
		const { rows } = await pool.query<{ server_version_num: string }>("show server_version_num");
		const version = Number(rows[0]?.server_version_num);
		if (version >= oldestMajor * 10_000) return version;
		throw new DatabaseUnreachable(
			`PostgreSQL ${Math.floor(version / 10_000)} is too old. Throughline needs PostgreSQL ${oldestMajor} or later: upgrade the server, or point DATABASE_URL at a newer one.`,
		);
	} catch (error) {
		throw error instanceof DatabaseUnreachable ? error : explain(error, admin.url);
	} finally {
		await pool.end();
	}
}

function explain(error: unknown, url: string): unknown {
	const { user, where, name } = partsOf(url);
	const refuse = (words: string) => new DatabaseUnreachable(words, { cause: error });
	const code = codeOf(error);
	switch (code) {
		case "ECONNREFUSED":
		case "ECONNRESET":
		case "EHOSTUNREACH":
		case "ENETUNREACH":
		case "ETIMEDOUT":
			return refuse(
				`No database server answers at ${where}. Check DATABASE_URL, and that the server runs and lets this machine in.`,
			);
		case "ENOTFOUND":
		case "EAI_AGAIN":
			return refuse(`There is no machine of the name in DATABASE_URL (${where}). Check the name.`);
		case "ENOENT":
			return refuse(`There is no database server's socket at ${where}. Check DATABASE_URL, and that the server runs.`);
		case "28P01":
		case "28000":
			return refuse(
				`The database server at ${where} does not let the user "${user}" in. Check the user and the password in DATABASE_URL, and the server's pg_hba.conf.`,
			);
		case "3D000":
			return refuse(
				`There is no database "${name}" on the server at ${where}. Make it (createdb ${name}), owned by "${user}", or correct DATABASE_URL.`,
			);
		case "53300":
			return refuse(
				`The database server at ${where} has no connection free. Raise its max_connections (Throughline takes up to 25), or end other programs.`,
			);
		case "57P03":
			return refuse(`The database server at ${where} is still starting or is stopping. Try again in a minute.`);
		default:
			return error instanceof Error && /SSL/.test(error.message)
				? refuse(
						`The database server at ${where} and DATABASE_URL do not agree on encryption (${error.message}). Set or remove sslmode in DATABASE_URL.`,
					)
				: error;
	}
}

function codeOf(error: unknown): string | undefined {
	if (error instanceof pg.DatabaseError) return error.code;
	// A name with several addresses gives an error for each of them.
	const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
	return first instanceof Error && "code" in first ? String(first.code) : undefined;
}

/** What the URL says, as the driver reads it. */
function partsOf(url: string) {
	const { host, port, user = "", database = "" } = new pg.Client({ connectionString: url });
	return { user, where: host.startsWith("/") ? host : `${host}:${port}`, name: database };
}
