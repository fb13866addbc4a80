import { z } from "zod";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { listPlacesFor } from "./list-places-for.ts";
import { defineOperation } from "./operation.ts";
import { mainSeries, type OutcomeSeries, seriesOf } from "./outcomes.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";
import { OutcomeSeriesOutput } from "./outputs/outcome-outputs.ts";

export type OutcomesByPlace = {
	/** Counties and Tribes whose figures the person may see, by name. */
	readonly jurisdictions: readonly Fact<"jurisdiction">[];
	/** The newest figure of each indicator in each of them. */
	readonly series: readonly OutcomeSeries[];
	readonly mayLoad: boolean;
};

/** Where each of several counties stands on each indicator: for people who work with more than one. */
export const listOutcomesByPlace = defineOperation({
	name: "list-outcomes-by-place",
	title: "List outcomes by place",
	http: { method: "get", path: "/outcomes" },
	input: z.object({}),
	output: z.object({
		jurisdictions: z.array(factOutputs.jurisdiction),
		series: z.array(OutcomeSeriesOutput),
		mayLoad: z.boolean(),
	}),
	async run(context): Promise<OutcomesByPlace> {
		const { stores } = context;
		const readable = await listPlacesFor.run(context, { permission: "figures.read" });
		const jurisdictions = readable.filter((each) => each.kind === "county" || each.kind === "tribe");
		const observations = await stores.figures.list({
			jurisdictionIds: jurisdictions.map((each) => each.id),
			newestOnly: true,
		});
		const loadable = await listPlacesFor.run(context, { permission: "figures.load" });
		return {
			jurisdictions,
			series: mainSeries(seriesOf(observations)),
			mayLoad: loadable.length > 0,
		};
	},
});
