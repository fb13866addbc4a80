export const REFUSALS = [
	"too-large",
	"not-a-workbook",
	"password",
	"old-format",
	"damaged",
	"unsafe",
	"no-such-sheet",
] as const;
export type RefusalReason = (typeof REFUSALS)[number];

/**
 * A spreadsheet file was not read. For the person who chose the file: `message` says what is wrong and what to do. The
 * technical reason is in `cause`, for the log.
 */
export class WorksheetRefused extends Error {
	override readonly name = "WorksheetRefused";
	readonly reason: RefusalReason;

	constructor(reason: RefusalReason, message: string, options?: ErrorOptions) {
		super(message, options);
		this.reason = reason;
	}
}
