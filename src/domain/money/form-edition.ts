import { z } from "zod";

const text = z.string().trim().min(1);

/** What a cell of the form holds: dollars (kept in whole cents), a number of people, a percent (kept in hundredths), words, yes or no. */
export const CellKind = z.enum(["dollars", "count", "percent", "text", "yes-no"]);
export type CellKind = z.infer<typeof CellKind>;

/** The checks of the form, by the ids that the field's list gives them. */
export const CheckId = z.enum([
	...["C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9", "C10", "C11", "C12", "C13", "C14", "C15", "C16", "C17"],
] as const);
export type CheckId = z.infer<typeof CheckId>;

/** How a program is matched: by the federal share in percent, or not at all (C6, C7, C8). */
export const MatchKind = z.discriminatedUnion("kind", [
	z.strictObject({
		kind: z.literal("share"),
		checkId: CheckId,
		federalPercent: z.union([z.literal(75), z.literal(80)]),
	}),
	z.strictObject({ kind: z.literal("none"), checkId: CheckId }),
]);
export type MatchKind = z.infer<typeof MatchKind>;

/** A line of Part I that may hold at most, or should hold at least, a percentage of another. */
const Bound = z.strictObject({
	checkId: CheckId,
	kind: z.enum(["at-most", "at-least"]),
	line: text,
	of: text,
	percent: z.number().int().min(1).max(100),
	/** `warning`: a written rationale is asked for. */
	severity: z.enum(["error", "warning"]),
});

const Column = z.strictObject({
	id: text,
	label: text,
	kind: CellKind,
	/** Worked out or kept elsewhere, never typed here. */
	computed: z.enum(["sum-of-sources", "actual-less-estimated", "kept-for-the-state"]).optional(),
});

const Line = z.strictObject({
	id: text,
	/** The number printed on the form; null where it is not known. */
	number: text.nullable(),
	label: text,
	/** Was the line read on a form of this edition, or is it only known in the field? */
	seen: z.boolean(),
	/** Where it is another than the column's. */
	kind: CellKind.optional(),
	/** The columns that the line has, where it has not all. */
	columns: z.array(text).optional(),
	/** A total: the lines of the same part that it adds up. */
	sumOf: z.array(text).min(1).optional(),
});

const PartId = z.enum(["head", "one", "two", "three", "match", "work", "base"]);
export type PartId = z.infer<typeof PartId>;

const Part = z.strictObject({
	id: PartId,
	title: text,
	/** Name of its sheet in the workbook. */
	sheet: text,
	about: text,
	columns: z.array(Column).min(1),
	lines: z.array(Line).min(1),
});
export type FormPart = z.infer<typeof Part>;

/** One edition of form CFS-101, as data. */
export const FormEdition = z.strictObject({
	version: text,
	/** Printed in the corner of the form. */
	label: text,
	/** The federal fiscal year whose instruction the form was attached to. */
	editionYear: z.number().int(),
	/** What the State certifies by signing, and who signs; absent where the form of the edition was not read so far. */
	certification: z.strictObject({ text, signatures: z.array(text).min(1) }).optional(),
	parts: z.array(Part).min(1),
	sums: z.array(z.strictObject({ checkId: CheckId, line: text, total: text, of: z.array(text).min(1) })),
	bounds: z.array(Bound),
	programs: z.array(z.strictObject({ line: text, name: text, match: MatchKind })),
	checks: z.array(
		z.strictObject({ id: CheckId, rule: text, status: z.enum(["confirmed", "knowledge"]), source: text }),
	),
});
export type FormEdition = z.infer<typeof FormEdition>;
