import { z } from "zod";
import { Role } from "../people/roles.ts";
import { type FactKind, factKinds } from "./fact-kinds.ts";

/** What was done to a fact. Removal keeps everything; the fact can be restored. */
export const Verb = z.enum(["add", "change", "remove", "restore"]);
export type Verb = z.infer<typeof Verb>;

const values = z.record(z.string(), z.json());

/**
 * One appended action: who did what to which fact, when and why, with the values before and after.
 * `before` and `after` hold only the fields that changed; `add` has everything in `after`.
 */
export const ActionBody = z.object({
	subject: z.uuid(),
	kind: z.enum(factKinds as readonly [FactKind, ...FactKind[]]),
	/** 1, 2, 3 ... within the subject's chain. It is the fact's version after this action. */
	position: z.number().int().min(1),
	verb: Verb,
	/** UTC, ISO 8601 with milliseconds. */
	at: z.iso.datetime({ precision: 3 }),
	actor: z.uuid(),
	/** The person's name at that time, so that history reads the same for ever. */
	actorName: z.string(),
	role: Role.nullable(),
	jurisdiction: z.uuid(),
	/** The document, cycle or other whole in whose history this shows. */
	root: z.uuid(),
	reason: z.string(),
	before: values,
	after: values,
	/** Hex SHA-256 of the previous action of the same subject; 64 zeros for the first. */
	previous: z.string().regex(/^[0-9a-f]{64}$/),
});
export type ActionBody = z.infer<typeof ActionBody>;

/** The hash before the first action of a chain. */
export const chainStart = "0".repeat(64);

/**
 * The text that is stored and hashed: JSON with the keys of every object in code-unit order and no spaces.
 * The hash of an action is the SHA-256 of this text in UTF-8; the previous hash is inside the text.
 */
export function canonicalText(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonicalText).join(",")}]`;
	if (value !== null && typeof value === "object") {
		const entries = Object.entries(value)
			.filter(([, each]) => each !== undefined)
			.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
		return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonicalText(each)}`).join(",")}}`;
	}
	return JSON.stringify(value);
}

/** The fields of `after` that differ from `before`, both sides. Unchanged fields are left out. */
export function changesBetween(
	before: Readonly<Record<string, unknown>>,
	after: Readonly<Record<string, unknown>>,
): { before: Record<string, unknown>; after: Record<string, unknown> } {
	const changed = Object.keys(after).filter(
		(key) => canonicalText(before[key] ?? null) !== canonicalText(after[key] ?? null),
	);
	return {
		before: Object.fromEntries(changed.map((key) => [key, before[key] ?? null])),
		after: Object.fromEntries(changed.map((key) => [key, after[key] ?? null])),
	};
}
