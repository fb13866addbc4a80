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
	/** What was found, as a clause: how large the file is, or why it is not safe. "" where the reason says all. */
	readonly detail: string;

	constructor(reason: RefusalReason, message: string, options: ErrorOptions & { readonly detail?: string } = {}) {
		super(message, options);
		this.reason = reason;
		this.detail = options.detail ?? "";
	}
}

/** A sheet or file beyond what is read. `detail` is a clause: "the sheet has 60000 rows; at most 50000 can be read". */
export function tooLarge(detail: string, remedy: string): WorksheetRefused {
	return new WorksheetRefused("too-large", `${detail.charAt(0).toUpperCase()}${detail.slice(1)}. ${remedy}`, {
		detail,
	});
}

/** A file that could do harm when it is opened. `detail` is a clause: "two of its parts have the same name". */
export function unsafe(detail: string, remedy: string): WorksheetRefused {
	return new WorksheetRefused("unsafe", `The file was not opened, since ${detail}. ${remedy}`.trim(), { detail });
}
