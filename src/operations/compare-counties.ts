import { z } from "zod";
import { compareCounties as compare } from "../indicators/comparison/compare-counties.ts";
import { localApproximationWords } from "../indicators/comparison/comparison-words.ts";
import { NotAllowed, NotFound, Refused } from "./errors.ts";
import { requireIndicatorFiles } from "./indicator-files.ts";
import { findIndicatorPlace, runOf, summaryOf } from "./indicator-places.ts";
import { defineOperation } from "./operation.ts";
import { type ComparedCounties, ComparedCountiesOutput } from "./outputs/comparison-outputs.ts";
import { IndicatorIdInput, WindowInput } from "./outputs/indicator-outputs.ts";

/**
 * Compares the counties of the place whose files were counted on one indicator, given the ages of their children: a local
 * approximation of risk adjustment. Only for people who may see all of those files: the figures are not masked (decision 0011).
 */
export const compareCounties = defineOperation({
	name: "compare-counties",
	title: "Compare counties, given the ages of their children",
	http: { method: "get", path: "/jurisdictions/{jurisdictionId}/county-comparisons/{indicator}/{window}" },
	input: z.object({ jurisdictionId: z.uuid(), indicator: IndicatorIdInput, window: WindowInput }),
	output: ComparedCountiesOutput,
	async run(context, { jurisdictionId, indicator, window }): Promise<ComparedCounties> {
		const place = await findIndicatorPlace(context, jurisdictionId);
		const { countedFor } = place;
		if (!countedFor) {
			throw new NotFound(`Nothing has been counted for ${place.jurisdiction.name} yet. Load AFCARS and NCANDS files.`);
		}
		if (countedFor.kind === "county") {
			throw new Refused(
				`The files that were counted are those of ${countedFor.name} alone. Counties are compared where the files of a State were loaded.`,
			);
		}
		if (!place.mayCompare) {
			throw new NotAllowed(
				"A comparison shows unmasked figures of all counties. Only people who may see the files of the State can open it.",
			);
		}
		const run = runOf(place, window);
		requireIndicatorFiles(run, indicator);
		const cells = await context.stores.indicators.listRiskCells(run.id, indicator);
		if (cells.length === 0) {
			throw new Refused(
				`The counts of ${window} were made before counties could be compared. They are made anew when a file of the window is loaded again.`,
			);
		}
		const counties = (await context.stores.facts.list("jurisdiction")).filter(({ kind }) => kind === "county");
		const names = new Map(counties.map(({ code, name }) => [code, name]));
		const { indicator: _indicator, ...found } = compare(indicator, cells);
		return {
			jurisdiction: countedFor,
			indicator,
			run: summaryOf(run),
			about: localApproximationWords,
			comparison:
				found.status === "not-compared"
					? found
					: {
							...found,
							ages: [...found.ages],
							counties: found.counties.map((each) => ({
								...each,
								label: names.get(each.county) ?? (each.county === "unknown" ? "County not known" : each.county),
							})),
						},
		};
	},
});
