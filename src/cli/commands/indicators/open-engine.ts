import path from "node:path";
import type { IndicatorEngine } from "../../../operations/indicator-engine.ts";
import { openDuckdbEngine } from "../../../storage/duckdb/duckdb-engine.ts";
import { connectPostgresEngine } from "../../../storage/sql/connect-indicator-engine.ts";
import { CommandError } from "../../command-error.ts";
import type { CliWorld } from "../../run-cli.ts";

const engineNames = ["duckdb", "postgres"] as const;

export type EngineChoice = {
	/** `--engine`: duckdb if nothing is said. */
	readonly engine?: string | undefined;
	/** `--database-url`: the server of `--engine postgres`. */
	readonly "database-url"?: string | undefined;
};

/** Throws a `CommandError` for an engine that is not known, and for one without its database. */
export function checkEngine({ engine = "duckdb", "database-url": url }: EngineChoice): void {
	if (!engineNames.some((each) => each === engine)) {
		throw new CommandError(
			`"${engine}" is not an engine. Choose --engine duckdb (in this process, if nothing is said) or --engine postgres.`,
		);
	}
	if (engine === "postgres" && url === undefined) {
		throw new CommandError(
			"--engine postgres needs to know where: --database-url postgres://USER:PASSWORD@HOST/DATABASE. Nothing is left there afterwards.",
		);
	}
	if (engine !== "postgres" && url !== undefined) {
		throw new CommandError("--database-url goes with --engine postgres. Give both, or neither.");
	}
}

/** Opens the engine that was chosen. Closing it also ends the connection. */
export async function openEngine(world: CliWorld, choice: EngineChoice): Promise<IndicatorEngine> {
	checkEngine(choice);
	const definitionsFolder = path.join(world.programFolder, "src/indicators/definitions");
	const url = choice["database-url"];
	if (url === undefined) return openDuckdbEngine({ definitionsFolder });
	return connectPostgresEngine({ url, definitionsFolder });
}
