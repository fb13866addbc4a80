import pg from "pg";
import type { IndicatorEngine } from "../../operations/indicator-engine.ts";
import { openPostgresEngine } from "./indicator-engine.ts";
import { reachDatabase } from "./reach-database.ts";

/**
 * An indicator engine on the PostgreSQL of a URL, with a connection of its own that ends when the engine is closed. Throws
 * `DatabaseUnreachable` when there is none.
 */
export async function connectPostgresEngine(given: {
	readonly url: string;
	readonly definitionsFolder: string;
}): Promise<IndicatorEngine> {
	const { url, definitionsFolder } = given;
	await reachDatabase({ url });
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		const engine = await openPostgresEngine({ client, definitionsFolder });
		return {
			append: engine.append,
			run: engine.run,
			async close() {
				await engine.close();
				await client.end();
			},
		};
	} catch (error) {
		await client.end();
		throw error;
	}
}
