import { z } from "zod";

/** The kinds of extract that rows are read from. */
export const LoadedExtractKind = z.enum(["afcars-legacy", "afcars-2020", "ncands"]);
export type LoadedExtractKind = z.infer<typeof LoadedExtractKind>;

/** What became of a file: being read, taken whole, refused whole, or taken and since replaced by a newer one of its period. */
export const ExtractLoadState = z.enum(["reading", "taken", "refused", "replaced"]);
export type ExtractLoadState = z.infer<typeof ExtractLoadState>;

const count = z.number().int().min(0);

/**
 * One loading of an AFCARS or NCANDS file for a State or county: taken whole or not at all. Kind and period are detected from the
 * content and unknown until the file was read; the newest taken load of a place, period and system is the current one.
 */
export const ExtractLoad = z.object({
	jurisdictionId: z.uuid(),
	/** Null while it is read, and for a file of no known kind. */
	extractKind: LoadedExtractKind.nullable(),
	/** "23A" (AFCARS) or "2023" (NCANDS). */
	period: z
		.string()
		.regex(/^\d{2}[AB]$|^\d{4}$/)
		.nullable(),
	fileName: z.string().min(1).max(255),
	sha256: z.string().regex(/^[0-9a-f]{64}$/),
	/** Size of the file in bytes. */
	bytes: count,
	/** Records of children (AFCARS) or reports (NCANDS). */
	records: count,
	/** Problems by tier. */
	rejectProblems: count,
	mendProblems: count,
	lookProblems: count,
	state: ExtractLoadState,
	/** When it was taken, as an ISO time; null unless taken or replaced. */
	takenAt: z.iso.datetime().nullable(),
});
export type ExtractLoad = z.infer<typeof ExtractLoad>;
