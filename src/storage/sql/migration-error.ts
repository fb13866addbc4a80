/** The database could not be brought up to date. Says what is in the way and what to do; nothing of it is kept. */
export class MigrationError extends Error {
	override name = "MigrationError";
}
