/** What went wrong, for a caller that treats some faults differently. */
export type EmbeddedPostgresFault =
	| "already-running"
	| "disk-full"
	| "no-binaries"
	| "other-version"
	| "not-our-folder"
	| "unreachable-folder"
	| "did-not-start"
	| "ended-unexpectedly"
	| "backup-refused"
	| "restore-refused";

/**
 * A fault of the embedded database. The message is for the person who runs Throughline: what is wrong, where,
 * and what to do. It never holds a password or the contents of a record.
 */
export class EmbeddedPostgresError extends Error {
	override readonly name = "EmbeddedPostgresError";
	readonly fault: EmbeddedPostgresFault;
	/** The last lines that the server wrote, oldest first. Empty when it never ran. */
	readonly serverLog: readonly string[];

	constructor(
		fault: EmbeddedPostgresFault,
		message: string,
		details: { cause?: unknown; serverLog?: readonly string[] } = {},
	) {
		super(message, details.cause === undefined ? undefined : { cause: details.cause });
		this.fault = fault;
		this.serverLog = details.serverLog ?? [];
	}
}
