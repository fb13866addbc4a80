/** Stored rows could not be read or counted: the message is for the administrator. */
export class StoredRowsError extends Error {
	override readonly name = "StoredRowsError";
}
