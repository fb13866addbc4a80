/**
 * A document could not be made. Read by the person who asked for it: `message` says in plain words what is wrong, where,
 * and what to do, and holds no path of the machine and no code. The technical reason is in `cause`, for the log.
 */
export class DocumentRenderError extends Error {
	override readonly name = "DocumentRenderError";
}
