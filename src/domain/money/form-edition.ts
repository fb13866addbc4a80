import { z } from "zod";

const text = z.string().trim().min(1);

/** How a program is matched: by the federal share in percent, or not at all (C6, C7, C8). */
export const MatchKind = z.discriminatedUnion("kind", [
	z.strictObject({ kind: z.literal("share"), checkId: text, federalPercent: z.union([z.literal(75), z.literal(80)]) }),
	z.strictObject({ kind: z.literal("none"), checkId: text }),
]);
export type MatchKind = z.infer<typeof MatchKind>;

/** A line that may hold at most, or should hold at least, a percentage of another line. */
const Bound = z.strictObject({
	checkId: text,
	kind: z.enum(["at-most", "at-least"]),
	line: text,
	of: text,
	percent: z.number().int().min(1).max(100),
	/** `warning`: a written rationale is asked for. */
	severity: z.enum(["error", "warning"]),
});

/** One edition of form CFS-101, as data. `seen`: was the line read on a form of this edition, or is it only known in the field? */
export const FormEdition = z.strictObject({
	version: text,
	label: text,
	partOne: z.array(z.strictObject({ line: text, label: text, seen: z.boolean() })).min(1),
	sums: z.array(z.strictObject({ checkId: text, line: text, total: text, of: z.array(text).min(1) })),
	bounds: z.array(Bound),
	programs: z.array(z.strictObject({ line: text, name: text, match: MatchKind })),
});
export type FormEdition = z.infer<typeof FormEdition>;
