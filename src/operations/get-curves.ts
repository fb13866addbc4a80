import { z } from "zod";
import type { EntryCurve, ExitCurve } from "../indicators/curves/curve-results.ts";
import { cohorts } from "../indicators/curves/run-curves.ts";
import { curveGroupKey, curveGroupsOf, withGroupLabels } from "./curve-groups.ts";
import { NotAllowed, NotFound, Refused } from "./errors.ts";
import { findIndicatorPlace, runOf, summaryOf } from "./indicator-places.ts";
import { defineOperation } from "./operation.ts";
import { type FoundCurves, FoundCurvesOutput } from "./outputs/curve-outputs.ts";
import { WindowInput } from "./outputs/indicator-outputs.ts";

/**
 * A cohort of children who entered or left care in a window, followed by month: of all, or of one group. Only for people who may see
 * the files that were counted: the figures are not masked (decision 0011).
 */
export const getCurves = defineOperation({
	name: "get-curves",
	title: "Get an entry or exit cohort by month",
	http: { method: "get", path: "/jurisdictions/{jurisdictionId}/cohort-curves/{cohort}/{window}" },
	input: z.object({
		jurisdictionId: z.uuid(),
		cohort: z.enum(cohorts),
		window: WindowInput,
		group: z
			.string()
			.max(80)
			.optional()
			.describe('"county:06001", "ageGroup:1-5 yrs", "raceEthnicity:White", "sex:female"; all children if left out.'),
	}),
	output: FoundCurvesOutput,
	async run(context, { jurisdictionId, cohort, window, group: asked }): Promise<FoundCurves> {
		const place = await findIndicatorPlace(context, jurisdictionId);
		if (!place.seesUnmasked) {
			throw new NotAllowed(
				"Curves by month are not masked: each month shows few children. Only people who may see the files of the place can open them; the cohort in steps of six months is masked and open to all who may see figures.",
			);
		}
		const run = runOf(place, window);
		const { indicators } = context.stores;
		const names = curveGroupsOf(place, await indicators.listCurveNames(run.id, cohort));
		const [first] = names;
		if (!first) {
			throw new Refused(
				`No cohort of ${window} is kept for ${place.jurisdiction.name}: nobody entered or left care there, it is neither a county nor the place whose files were counted, or the window was counted before cohorts were kept.`,
			);
		}
		const name = asked === undefined ? first : names.find((each) => curveGroupKey(each) === asked);
		const found = name && (await indicators.findCurve(run.id, name));
		if (!found) throw new NotFound("There is no such group in this cohort. Choose one of the list.");
		return {
			jurisdiction: place.jurisdiction,
			run: summaryOf(run),
			filesEnd: found.filesEnd,
			groups: await withGroupLabels(context, names),
			group: curveGroupKey(found),
			entry: cohort === "entry" ? (found.curve as EntryCurve) : null,
			exit: cohort === "exit" ? (found.curve as ExitCurve) : null,
		};
	},
});
