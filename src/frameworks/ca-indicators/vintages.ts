import { z } from "zod";
import { type Indicator, IndicatorFacts } from "../../domain/measure/indicator.ts";
import ccfsr2004 from "./ccfsr-2004.json" with { type: "json" };
import cfsr2 from "./cfsr2.json" with { type: "json" };
import cfsr3 from "./cfsr3.json" with { type: "json" };
import cfsr4 from "./cfsr4.json" with { type: "json" };
import stateCurrent from "./state-current.json" with { type: "json" };

const VintageFile = z.object({
	vintage: z.string(),
	version: z.string(),
	title: z.string(),
	aliases: z.array(z.string()),
	indicators: z.array(IndicatorFacts),
});

/** One vintage of the California catalogue: the indicators in use together, locked by version and checksum. */
export interface Vintage {
	readonly vintage: string;
	readonly version: string;
	readonly title: string;
	readonly aliases: readonly string[];
	readonly indicators: readonly Indicator[];
}

function loadVintage(file: unknown): Vintage {
	const { indicators, ...vintage } = VintageFile.parse(file);
	return {
		...vintage,
		indicators: indicators.map((facts) => {
			const standard = facts.standards.at(-1) ?? null;
			return { ...facts, vintage: vintage.vintage, standard, standardStatus: standard?.status ?? null };
		}),
	};
}

/**
 * The five vintages of indicators that California counties plan with, oldest first. The same idea has another code, and
 * often another definition, in each: figures of two vintages are never one trend.
 *
 * Sources: the lists and reports in `sources.json`, named per row. Status per row: `confirmed`, `known` or `unknown`.
 * The codes 1D, 4C, 4D, 4F and 5A of 2004 are reserved: no source was found for their meaning, so they have no label.
 * National values of round 4 are confirmed from the official data profiles; most older values are `known` only and say so.
 */
export const vintages: readonly Vintage[] = [ccfsr2004, cfsr2, cfsr3, cfsr4, stateCurrent].map(loadVintage);
