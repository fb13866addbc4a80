import { createReadStream } from "node:fs";
import path from "node:path";
import {
	type ExtractReading,
	type ReadExtractOptions,
	readExtract,
} from "../../../indicators/extracts/read-extract.ts";
import { CommandError } from "../../command-error.ts";
import type { CliWorld } from "../../run-cli.ts";

const unreadable: Readonly<Record<string, string>> = {
	ENOENT: "there is no such file",
	EISDIR: "it is a folder",
	EACCES: "this account may not read it",
};

/** Reads an extract from a file, named as on the command line. Throws a `CommandError` when the file cannot be opened. */
export async function readFile(world: CliWorld, name: string, options: ReadExtractOptions): Promise<ExtractReading> {
	const chunks = createReadStream(path.resolve(world.folder, name), { highWaterMark: 1024 * 1024 });
	try {
		return await readExtract(chunks, options);
	} catch (error) {
		const why = unreadable[(error as NodeJS.ErrnoException).code ?? ""];
		if (why === undefined) throw error;
		throw new CommandError(`${name} cannot be read: ${why}. Give the name of an AFCARS or NCANDS file.`, {
			cause: error,
		});
	}
}
