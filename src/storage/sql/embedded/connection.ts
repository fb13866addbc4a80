import { Client } from "pg";
import { databaseName, superuser } from "./password-file.ts";
import { socketPort } from "./socket-folder.ts";

/** What a client needs to reach an embedded server. */
export interface EmbeddedConnection {
	/** The folder of the server's unix socket; `pg` takes it in place of a host name. */
	readonly host: string;
	readonly port: number;
	readonly user: string;
	readonly password: string;
	readonly database: string;
}

/** The superuser's connection to a server whose socket lies in the folder. */
export function superuserConnection(socketFolder: string, password: string): EmbeddedConnection {
	return { host: socketFolder, port: socketPort, user: superuser, password, database: databaseName };
}

/** The same as a URL, as `pg` and libpq read it: the socket's folder is the `host` parameter. */
export function connectionUrl(connection: EmbeddedConnection): string {
	const { host, port, user, password, database } = connection;
	const login = `${encodeURIComponent(user)}:${encodeURIComponent(password)}`;
	return `postgresql://${login}@localhost:${port}/${encodeURIComponent(database)}?host=${encodeURIComponent(host)}`;
}

/** Opens one connection, does the work, and closes it whatever happens. */
export async function withClient<T>(connection: EmbeddedConnection, work: (client: Client) => Promise<T>): Promise<T> {
	const client = new Client({ ...connection, connectionTimeoutMillis: 10_000 });
	await client.connect();
	try {
		return await work(client);
	} finally {
		await client.end();
	}
}
