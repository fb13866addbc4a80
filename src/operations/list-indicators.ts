import { z } from "zod";
import type { Indicator } from "../domain/measure/indicator.ts";
import { caIndicators } from "../frameworks/ca-indicators/catalogue.ts";
import { NotFound } from "./errors.ts";
import { defineOperation } from "./operation.ts";
import { IndicatorOutput } from "./outputs/outcome-outputs.ts";

/** The vintages of the catalogue of indicators, oldest first: each round of reviews counts in its own way. */
export const listVintages = defineOperation({
	name: "list-vintages",
	title: "List vintages of indicators",
	http: { method: "get", path: "/indicators" },
	input: z.object({}),
	output: z.array(z.object({ vintage: z.string(), title: z.string() })),
	run: async (): Promise<readonly { readonly vintage: string; readonly title: string }[]> =>
		caIndicators.listVintages(),
});

/** The indicators of one vintage with their units and standards. */
export const listIndicators = defineOperation({
	name: "list-indicators",
	title: "List the indicators of a vintage",
	http: { method: "get", path: "/indicators/{vintage}" },
	input: z.object({ vintage: z.string().max(40) }),
	output: z.array(IndicatorOutput),
	async run(_context, { vintage }): Promise<readonly Indicator[]> {
		const indicators = caIndicators.listIndicators(vintage);
		if (indicators.length === 0) {
			const known = caIndicators.listVintages().map((each) => each.vintage);
			throw new NotFound(`There is no vintage "${vintage}". There are: ${known.join(", ")}.`);
		}
		return indicators;
	},
});
