import { z } from "zod";
import { PlainDate } from "../calendar/plain-date.ts";

export const Direction = z.enum(["up", "down"]);
export type Direction = z.infer<typeof Direction>;

/** Units a measure can have. Rates are per 1,000 or 100,000 days. */
export const Unit = z.enum(["percent", "months", "per-1000", "per-1000-days", "per-100000-days", "count", "ratio"]);
export type Unit = z.infer<typeof Unit>;

/** The groups of children that figures are reported for. */
export const PopulationGroup = z.enum(["all", "child-welfare", "probation"]);
export type PopulationGroup = z.infer<typeof PopulationGroup>;

/** What is measured in a jurisdiction: an indicator of a catalogue's vintage for a group of children. */
export const Measure = z.object({
	jurisdictionId: z.uuid(),
	title: z.string().min(1).max(300),
	indicator: z.string().min(1).max(40),
	vintage: z.string().min(1).max(40),
	populationGroup: PopulationGroup,
	unit: Unit,
	direction: Direction,
});
export type Measure = z.infer<typeof Measure>;

/** One taking of figures from a file: whole or not at all. The same file twice is one load. */
export const FigureLoad = z.object({
	jurisdictionId: z.uuid(),
	fileId: z.uuid(),
	fileName: z.string().min(1).max(255),
	sha256: z.string().regex(/^[0-9a-f]{64}$/),
	rows: z.number().int().min(0),
	added: z.number().int().min(0),
	replaced: z.number().int().min(0),
	unchanged: z.number().int().min(0),
});
export type FigureLoad = z.infer<typeof FigureLoad>;

/** What of a figure may not leave the agency although it is not small: it would give a small number of another place away. */
export const Withheld = z.enum(["nothing", "numerator", "denominator", "both"]);
export type Withheld = z.infer<typeof Withheld>;

/** One figure: an indicator in a jurisdiction for a period and a group, and where it came from. Never changed, only replaced. */
export const Observation = z.object({
	id: z.uuid(),
	loadId: z.uuid(),
	jurisdictionId: z.uuid(),
	indicator: z.string().min(1).max(40),
	vintage: z.string().min(1).max(40),
	populationGroup: PopulationGroup,
	periodStart: PlainDate,
	periodEnd: PlainDate,
	/** Null where the source gives only a value (medians, composites, old plans). */
	numerator: z.number().min(0).nullable(),
	denominator: z.number().min(0).nullable(),
	/** In the indicator's unit. */
	value: z.number(),
	source: z.string().min(1).max(300),
	dataAsOf: PlainDate,
	/** Decided over all that is published together (decision 0010); left out for figures that came from a file. */
	withheld: Withheld.exactOptional(),
});
export type Observation = z.infer<typeof Observation>;
