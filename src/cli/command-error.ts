/** The command was called in a way that cannot be done. The message says what was expected. */
export class CommandError extends Error {
	override name = "CommandError";
}
