import { z } from "zod";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { cohortBands, indicatorOfCohort } from "../indicators/curves/cohort-bands.ts";
import { cohorts } from "../indicators/curves/run-curves.ts";
import { curveGroupKey, curveGroupsOf, withGroupLabels } from "./curve-groups.ts";
import { NotFound, Refused } from "./errors.ts";
import { maskKey } from "./indicator-masks.ts";
import { findIndicatorPlace, runOf, summaryOf } from "./indicator-places.ts";
import type { CohortBandRow } from "./indicator-runs.ts";
import { defineOperation } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";
import { type RunSummary, RunSummaryOutput, WindowInput } from "./outputs/indicator-outputs.ts";

const stepNames = ["by-6", "by-12", "by-18", "other", "in-care"] as const;

/** One number of a cohort; null and `isMasked` where it is small or would give a small one away. */
export type CohortStep = {
	readonly step: (typeof stepNames)[number];
	readonly children: number | null;
	readonly percent: number | null;
	readonly isMasked: boolean;
};

/** What `get-cohort-steps` answers. */
export type CohortSteps = {
	readonly jurisdiction: Fact<"jurisdiction">;
	readonly run: RunSummary;
	readonly cohort: (typeof cohorts)[number];
	/** What can be asked for: "" for all, "county:06001". */
	readonly groups: readonly { readonly group: string; readonly label: string }[];
	readonly group: string;
	/** The cohort of P1 or P4: null where its size is masked. */
	readonly children: number | null;
	readonly steps: readonly CohortStep[];
};

const count = z.number().nullable();

/**
 * An entry or exit cohort in steps of six months, masked for everybody: who left care to permanency within 6, 12 and 18 months, or
 * came back within 6 and 12. Month by month it is for people who may see the files (`get-curves`).
 */
export const getCohortSteps = defineOperation({
	name: "get-cohort-steps",
	title: "Get an entry or exit cohort in steps of six months, masked",
	http: { method: "get", path: "/jurisdictions/{jurisdictionId}/cohort-steps/{cohort}/{window}" },
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
	output: z
		.object({
			jurisdiction: factOutputs.jurisdiction,
			run: RunSummaryOutput,
			cohort: z.enum(cohorts),
			groups: z.array(z.object({ group: z.string(), label: z.string() })),
			group: z.string(),
			children: count.describe("Children in the cohort: the denominator of P1 (entry) or P4 (exit)."),
			steps: z.array(
				z.object({
					step: z
						.enum(stepNames)
						.describe(
							'"by-6": to permanency (entry) or back in care (exit) within 6 months; "other" and "in-care": after 18 months.',
						),
					children: count,
					percent: count,
					isMasked: z.boolean(),
				}),
			),
		})
		.meta({ id: "CohortSteps" }),
	async run(context, { jurisdictionId, cohort, window, group: asked }): Promise<CohortSteps> {
		const place = await findIndicatorPlace(context, jurisdictionId);
		const run = runOf(place, window);
		const { indicators } = context.stores;
		const rows = (await indicators.listCohortBands(run.id)).filter((row) => row.cohort === cohort);
		const names = curveGroupsOf(place, [
			...new Map(rows.map((row) => [curveGroupKey(row), { ...row, cohort }])).values(),
		]);
		const [first] = names;
		const indicator = indicatorOfCohort[cohort];
		if (!first) {
			throw new Refused(
				`No ${cohort} cohort of ${window} is kept for ${place.jurisdiction.name} in steps: ${indicator} was not counted for it, it is neither a county nor the place whose files were counted, or the window was counted before steps were kept.`,
			);
		}
		const name = asked === undefined ? first : names.find((each) => curveGroupKey(each) === asked);
		if (!name) throw new NotFound("There is no such group in this cohort. Choose one of the list.");
		const own = rows.filter((row) => curveGroupKey(row) === curveGroupKey(name));
		const groupOf = name.groupingName === "" ? {} : { [name.groupingName]: name.label };
		const [mask] = (await indicators.listMasks(run.id, { groupKeys: [maskKey(groupOf)] })).filter(
			(each) => each.indicator === indicator,
		);
		const shown = { numerator: mask?.showsNumerator ?? false, denominator: mask?.showsDenominator ?? false };
		return {
			...{ jurisdiction: place.jurisdiction, run: summaryOf(run), cohort },
			groups: await withGroupLabels(context, names),
			group: curveGroupKey(name),
			...stepsOf(own, cohort, shown),
		};
	},
});

/** The numbers of one group. None is shown where the size of the cohort is not. */
function stepsOf(
	rows: readonly CohortBandRow[],
	cohort: CohortSteps["cohort"],
	indicator: { readonly numerator: boolean; readonly denominator: boolean },
): Pick<CohortSteps, "children" | "steps"> {
	const find = (band: string) => rows.find((row) => row.band === band) ?? { children: 0, isShown: true };
	const total = rows.reduce((sum, { children }) => sum + children, 0);
	const step = (name: CohortStep["step"], children: number, isShown: boolean): CohortStep => {
		const shows = isShown && indicator.denominator;
		return {
			step: name,
			children: shows ? children : null,
			percent: shows && total > 0 ? (children / total) * 100 : null,
			isMasked: !shows,
		};
	};
	const [six, twelve] = [find("by-6"), find("by-12")];
	const within = six.children + twelve.children;
	const steps = [step("by-6", six.children, six.isShown), step("by-12", within, indicator.numerator)];
	if (cohort === "entry") {
		const later = find("by-18");
		steps.push(step("by-18", within + later.children, indicator.numerator && later.isShown));
		for (const band of cohortBands.entry.filter((each) => each === "other" || each === "in-care")) {
			steps.push(step(band, find(band).children, find(band).isShown));
		}
	}
	return { children: indicator.denominator ? total : null, steps };
}
