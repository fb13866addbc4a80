import { z } from "zod";
import { Direction, Unit } from "./measure-facts.ts";
import { FactStatus, Standard } from "./standard.ts";

export const IndicatorDomain = z.enum(["safety", "permanency", "well-being"]);
export type IndicatorDomain = z.infer<typeof IndicatorDomain>;

/** The period that one figure of an indicator usually covers. A quarter's label ("Q2 2026") is read by it. */
export const UsualPeriod = z.enum(["twelve-months", "quarter", "day"]);
export type UsualPeriod = z.infer<typeof UsualPeriod>;

/** One indicator of one vintage of a catalogue, as the catalogue's data file states it. */
export const IndicatorFacts = z.object({
	code: z.string().min(1).max(40),
	/** Null where the meaning is not known: the code is reserved and must not be shown with a label. */
	label: z.string().min(1).nullable(),
	domain: IndicatorDomain,
	kind: z.enum(["federal", "state"]),
	/** Null where neither more nor less is better, or where it is not known. */
	desiredDirection: Direction.nullable(),
	/** Null for a reserved code. */
	unit: Unit.nullable(),
	/** `assumed`: no source states the unit; a share of cases is assumed. */
	unitStatus: z.enum(["known", "assumed"]).nullable(),
	usualPeriod: UsualPeriod.nullable(),
	/** Whether children supervised by probation are counted; null where no source says. */
	coversProbation: z.boolean().nullable(),
	/** Oldest first. Empty where no standard is set (SIP-40). */
	standards: z.array(Standard),
	/** Other spellings of the code within the vintage. */
	aliases: z.array(z.string()),
	/** Status of code and label. */
	status: FactStatus,
	statusNote: z.string(),
	sources: z.array(z.string()),
	note: z.string(),
});
export type IndicatorFacts = z.infer<typeof IndicatorFacts>;

/** An indicator ready for use: its facts, its vintage, and the standard in force now. */
export interface Indicator extends IndicatorFacts {
	readonly vintage: string;
	/** The newest of `standards`; null where none is set. For an older plan use `findStandardOn`. */
	readonly standard: Standard | null;
	/** Status of `standard`, to be shown beside it; null where none is set. */
	readonly standardStatus: FactStatus | null;
}

/** A catalogue of indicators in several vintages, as readers of figures and plans see it. */
export interface IndicatorCatalogue {
	/** All vintages, oldest first. */
	listVintages(): readonly { readonly vintage: string; readonly title: string }[];
	/** The vintage that a text names ("cfsr4", "CFSR 4", "Round 4"). */
	findVintage(text: string): string | undefined;
	/** All indicators of a vintage, in the catalogue's order; none for a vintage that does not exist. */
	listIndicators(vintage: string): readonly Indicator[];
	/** The indicator with that code or alias in that vintage ("P1" and "CFSR4-P1" are 4-P1 in `cfsr4`). */
	findIndicator(vintage: string, codeOrAlias: string): Indicator | undefined;
}
