import path from "node:path";
import type { ExtractReading, ReadExtractOptions } from "../../../indicators/extracts/read-extract.ts";
import { readExtractFile } from "../../../server/extracts/read-extract-file.ts";
import { CommandError } from "../../command-error.ts";
import type { CliWorld } from "../../run-cli.ts";

const unreadable: Readonly<Record<string, string>> = {
	ENOENT: "there is no such file",
	EISDIR: "it is a folder",
	EACCES: "this account may not read it",
};

/** Reads an extract from a file, named as on the command line. Throws a `CommandError` when the file cannot be opened. */
export async function readFile(world: CliWorld, name: string, options: ReadExtractOptions): Promise<ExtractReading> {
	try {
		return await readExtractFile(path.resolve(world.folder, name), options);
	} catch (error) {
		const why = unreadable[(error as NodeJS.ErrnoException).code ?? ""];
		if (why === undefined) throw error;
		throw new CommandError(`${name} cannot be read: ${why}. Give the name of an AFCARS or NCANDS file.`, {
			cause: error,
		});
	}
}
