/** The server cannot run: one sentence on what to do. */
export class StartError extends Error {
	override name = "StartError";
}
