import { InvalidInput, NotAllowed, NotFound, Refused, StaleSave, StaleVersion } from "../operations/errors.ts";
import { SettingsError } from "../server/settings.ts";
import { StartError } from "../server/start-server.ts";
import { EmbeddedPostgresError } from "../storage/sql/embedded/embedded-postgres-error.ts";
import { ExchangeError } from "../storage/sql/exchange/exchange-error.ts";
import { MigrationError } from "../storage/sql/migration-error.ts";
import { CommandError } from "./command-error.ts";

/** Errors whose words are for the person at the command line. */
const told = [
	CommandError,
	SettingsError,
	StartError,
	InvalidInput,
	NotAllowed,
	NotFound,
	Refused,
	StaleSave,
	StaleVersion,
	EmbeddedPostgresError,
	MigrationError,
	ExchangeError,
] as const;

/** An error as one plain sentence with its exit code: 1 the user can mend it, 2 a fault of ours. */
export function explain(error: unknown): { readonly message: string; readonly exitCode: 1 | 2 } {
	if (error instanceof Error && told.some((kind) => error instanceof kind))
		return { message: error.message, exitCode: 1 };
	const { code, message, path: file } = (error ?? {}) as NodeJS.ErrnoException;
	switch (code) {
		case "ENOENT":
			return { message: `There is no file or folder ${file ?? ""}. Check the path.`, exitCode: 1 };
		case "EACCES":
		case "EPERM":
			return {
				message: `This user may not use ${file ?? "that file"}. Change its owner or permissions, or run as another user.`,
				exitCode: 1,
			};
		case "ENOSPC":
			return {
				message: "The disk is full. Make room and run the command again; nothing was half-written.",
				exitCode: 1,
			};
		case "ECONNREFUSED":
		case "ENOTFOUND":
			return {
				message: `The database cannot be reached (${message}). Check DATABASE_URL and that its server runs.`,
				exitCode: 1,
			};
		case "ERR_PARSE_ARGS_UNKNOWN_OPTION":
		case "ERR_PARSE_ARGS_INVALID_OPTION_VALUE":
		case "ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL":
			return { message: `${message} See: npx throughline --help`, exitCode: 1 };
		default:
			return {
				message: `Something went wrong on our side: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
				exitCode: 2,
			};
	}
}
