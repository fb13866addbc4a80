import {
	type InputProblem,
	InvalidInput,
	NotAllowed,
	NotFound,
	Refused,
	StaleSave,
	StaleVersion,
} from "../operations/errors.ts";
import { EmbeddedPostgresError } from "../storage/sql/embedded/embedded-postgres-error.ts";
import { ExchangeError } from "../storage/sql/exchange/exchange-error.ts";
import { MigrationError } from "../storage/sql/migration-error.ts";
import { DatabaseUnreachable } from "../storage/sql/reach-database.ts";
import { MailNotSent } from "./mail/mail-not-sent.ts";
import { SmtpUrlInvalid } from "./mail/smtp-settings.ts";
import { SettingsError } from "./settings.ts";
import { StartError } from "./start-error.ts";

/** Errors whose words are for the person at the machine. */
const told = [
	SettingsError,
	StartError,
	EmbeddedPostgresError,
	DatabaseUnreachable,
	MigrationError,
	ExchangeError,
	MailNotSent,
	SmtpUrlInvalid,
	NotAllowed,
	NotFound,
	Refused,
	StaleSave,
	StaleVersion,
] as const;

/** An error as one plain sentence with its exit code: 1 the user can mend it, 2 a fault of ours. */
export function explain(error: unknown): { readonly message: string; readonly exitCode: 1 | 2 } {
	if (error instanceof InvalidInput) return { message: error.problems.map(inOneSentence).join(" "), exitCode: 1 };
	if (error instanceof Error && told.some((kind) => error instanceof kind)) {
		return { message: oneLine(error.message), exitCode: 1 };
	}
	const { code, path: file, syscall } = (error ?? {}) as NodeJS.ErrnoException;
	const message = syscall ? systemFault(code, file) : databaseFault(code);
	if (message) return { message, exitCode: 1 };
	const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
	return { message: `Something went wrong on our side: ${words}`, exitCode: 2 };
}

/** What the system says of files and folders. */
function systemFault(code: string | undefined, file: string | undefined): string | undefined {
	switch (code) {
		case "ENOENT":
			return `There is no file or folder ${file ?? "of that name"}. Check the path.`;
		case "EISDIR":
			return `${file ?? "That"} is a folder, and a file is wanted. Check the path.`;
		case "ENOTDIR":
			return `${file ?? "That"} leads through a file as if it were a folder. Check the path.`;
		case "EACCES":
		case "EPERM":
		case "EROFS":
			return `This user may not use ${file ?? "that file"}. Change its owner or permissions, or run as another user.`;
		case "ENOSPC":
		case "EDQUOT":
			return `The disk is full${file ? ` where ${file} lies` : ""}. Make room and run the command again; nothing was half-written.`;
		default:
			return undefined;
	}
}

/** What the database says in the middle of work. */
function databaseFault(code: string | undefined): string | undefined {
	switch (code) {
		case "57P01":
		case "57P02":
		case "57P03":
			return "The database was stopped meanwhile. Nothing was half-written: start it and run the command again.";
		case "53100":
			return "The disk of the database is full. Make room and run the command again; nothing was half-written.";
		default:
			return undefined;
	}
}

/** Our own sentences say what they are about; those of the schema library need the field before them. */
function inOneSentence({ field, message }: InputProblem): string {
	return field === "" || /[.]$/.test(message) ? message : `${field}: ${message}.`;
}

function oneLine(message: string): string {
	return message.replace(/\s*\n\s*/g, " ").trim();
}
