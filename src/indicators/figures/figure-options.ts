import type { PlainDate } from "../../domain/calendar/plain-date.ts";
import type { IndicatorCatalogue } from "../../domain/measure/indicator.ts";
import type { PopulationGroup } from "../../domain/measure/measure-facts.ts";
import type { KnownCounty } from "./figure-row.ts";

/** What a load of figures knows besides the file. */
export interface FigureOptions {
	/** The counties that the load may hold. With one only, the file need not have a column for it. */
	readonly counties: readonly KnownCounty[];
	readonly catalogue: IndicatorCatalogue;
	/**
	 * Vintages in which a code is looked for when the row names none, in this order. A code that none of them has is taken
	 * from the one vintage of the catalogue that does have it.
	 */
	readonly defaultVintages: readonly string[];
	/** The day of the load: no period or extract is later. */
	readonly today: PlainDate;
	/** For rows that do not say it themselves. */
	readonly source?: string;
	readonly dataAsOf?: PlainDate;
	readonly populationGroup?: PopulationGroup;
	/** Cells of the file are parted by semicolons, so that a comma in a number may be a decimal comma. */
	readonly commaUnclear?: boolean;
}
