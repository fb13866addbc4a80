import { z } from "zod";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { goalsOfPlaces } from "./goals-of-places.ts";
import { listPlacesFor } from "./list-places-for.ts";
import { defineOperation } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";

export type AssistanceLog = {
	/** The newest first. */
	readonly entries: readonly Fact<"assistance-given">[];
	readonly goals: readonly Fact<"goal">[];
	readonly places: readonly Fact<"jurisdiction">[];
	/** Places for which the asker may write. */
	readonly writeFor: readonly Fact<"jurisdiction">[];
};

/** Technical assistance that was given: by whom, for what, how long, and what came of it. */
export const listAssistance = defineOperation({
	name: "list-assistance",
	title: "List technical assistance that was given",
	http: { method: "get", path: "/assistance" },
	input: z.object({}),
	output: z.object({
		entries: z.array(factOutputs["assistance-given"]),
		goals: z.array(factOutputs.goal),
		places: z.array(factOutputs.jurisdiction),
		writeFor: z.array(factOutputs.jurisdiction),
	}),
	async run(context): Promise<AssistanceLog> {
		const { stores } = context;
		const writeFor = await listPlacesFor.run(context, { permission: "plan.write" });
		const goals = await goalsOfPlaces(stores, writeFor);
		const entries = await stores.facts.list("assistance-given");
		return {
			entries: entries.toSorted((a, b) => b.startedOn.localeCompare(a.startedOn) || b.id.localeCompare(a.id)),
			goals,
			places: await stores.facts.list("jurisdiction"),
			writeFor,
		};
	},
});
