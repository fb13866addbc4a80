import { z } from "zod";
import { FederalRound } from "../domain/measure/federal-result.ts";
import { NationalPerformance } from "../domain/measure/national-performance.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { getNationalPerformance } from "../frameworks/us-cfsr/national-performance.ts";
import { defineOperation } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";

/** The federal results of a State on one indicator, with the national performance of their round. */
export type FederalResultSeries = {
	readonly jurisdictionId: string;
	readonly round: FederalRound;
	readonly national: NationalPerformance;
	/** In order of their periods; of one period in order of release. */
	readonly results: readonly Fact<"federal-result">[];
};

/**
 * The federal results of States, by indicator: published, so everybody who is signed in may read them. Of each period the result of the newest profile, or of all
 * profiles. A status is one of the risk-standardized interval; observed performance is never compared with national performance.
 */
export const listFederalResults = defineOperation({
	name: "list-federal-results",
	title: "List federal results",
	http: { method: "get", path: "/federal-results" },
	input: z.object({
		jurisdictionId: z.uuid().optional(),
		round: FederalRound.default("round-4"),
		profiles: z.enum(["newest", "all"]).default("newest"),
	}),
	output: z.array(
		z.object({
			jurisdictionId: z.uuid(),
			round: FederalRound,
			national: NationalPerformance,
			results: z.array(factOutputs["federal-result"]),
		}),
	),
	async run({ stores }, { jurisdictionId, round, profiles }): Promise<readonly FederalResultSeries[]> {
		const filter = jurisdictionId ? { jurisdictionId, round } : { round };
		const all = await stores.facts.list("federal-result", filter);
		const places = [...new Set(all.map((each) => each.jurisdictionId))];
		return places.flatMap((place) =>
			getNationalPerformance(round).indicators.flatMap((national) => {
				const found = all.filter((each) => each.jurisdictionId === place && each.indicator === national.code);
				if (found.length === 0) return [];
				const results = inOrder(profiles === "all" ? found : newestOfEach(found));
				return [{ jurisdictionId: place, round, national, results }];
			}),
		);
	},
});

function inOrder(results: readonly Fact<"federal-result">[]): readonly Fact<"federal-result">[] {
	return [...results].sort((a, b) => a.periodStart.localeCompare(b.periodStart) || a.profile.localeCompare(b.profile));
}

function newestOfEach(results: readonly Fact<"federal-result">[]): readonly Fact<"federal-result">[] {
	return [...new Map(inOrder(results).map((each) => [each.period, each])).values()];
}
