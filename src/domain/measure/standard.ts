import { z } from "zod";
import { PlainDate } from "../calendar/plain-date.ts";
import { Unit } from "./measure-facts.ts";

/**
 * How sure a fact of a catalogue is: `confirmed` was seen in a published source, `known` is the field's common knowledge
 * that was not found in a source, `unknown` was looked for and not found.
 */
export const FactStatus = z.enum(["confirmed", "known", "unknown"]);
export type FactStatus = z.infer<typeof FactStatus>;

/**
 * What a figure is held against. A `national-standard` (federal rounds 1 and 2) and a `state-standard` are compared with
 * observed figures. `national-performance` (federal rounds 3 and 4) is not: only the risk-standardized figure may be.
 */
export const StandardKind = z.enum(["national-standard", "national-performance", "state-standard"]);
export type StandardKind = z.infer<typeof StandardKind>;

/** One value of a standard. National values change inside a round, so each carries the date from which it holds. */
export const Standard = z.object({
	kind: StandardKind,
	value: z.number(),
	unit: Unit,
	/** First day on which this value holds; null when it holds for the whole vintage. */
	effectiveFrom: PlainDate.nullable(),
	status: FactStatus,
	sources: z.array(z.string()),
	note: z.string(),
});
export type Standard = z.infer<typeof Standard>;

export const standardKindWords: Readonly<Record<StandardKind, string>> = {
	"national-standard": "national standard",
	"national-performance": "national performance",
	"state-standard": "state standard",
};

/** What to show beside a fact, so that nobody takes an unconfirmed value for law. */
export const factStatusWords: Readonly<Record<FactStatus, string>> = {
	confirmed: "confirmed in a published source",
	known: "known in the field, not yet confirmed in a published source",
	unknown: "not known",
};
