import { z } from "zod";
import { Observation } from "../domain/measure/measure-facts.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { NotFound } from "./errors.ts";
import { defineOperation } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";
import type { LoggedAction } from "./ports.ts";

/** A load with the action that took it: who and when. */
const LoadListingOutput = factOutputs["figure-load"]
	.extend({ by: z.string(), at: z.string().describe("When it was loaded.") })
	.meta({ id: "LoadListing" });
export type LoadListing = Fact<"figure-load"> & { readonly by: string; readonly at: string };

function withAction(load: Fact<"figure-load">, first: LoggedAction | undefined): LoadListing {
	return { ...load, by: first?.actorName ?? "", at: first?.at ?? "" };
}

/** Every load of figures: who, when, which file (checksum) and how many figures. Newest first. */
export const listLoads = defineOperation({
	name: "list-loads",
	title: "List loads of figures",
	http: { method: "get", path: "/figure-loads" },
	input: z.object({ jurisdictionId: z.uuid().optional() }),
	output: z.array(LoadListingOutput),
	async run({ stores }, input): Promise<readonly LoadListing[]> {
		const filter = input.jurisdictionId ? { jurisdictionId: input.jurisdictionId } : {};
		const loads = await stores.facts.list("figure-load", filter);
		const taken = new Map(
			(await stores.actions.firstOf(loads.map(({ id }) => id))).map((each) => [each.subject, each]),
		);
		return loads.map((load) => withAction(load, taken.get(load.id))).sort((a, b) => b.at.localeCompare(a.at));
	},
});

/** One load with its figures. */
export const getLoad = defineOperation({
	name: "get-load",
	title: "Get a load of figures",
	http: { method: "get", path: "/figure-loads/{loadId}" },
	input: z.object({ loadId: z.uuid() }),
	output: z.object({ load: LoadListingOutput, observations: z.array(Observation) }),
	async run({ stores }, { loadId }): Promise<{ load: LoadListing; observations: readonly Observation[] }> {
		const load = await stores.facts.find("figure-load", loadId);
		if (!load) throw new NotFound("There is no such load, or it is not in your jurisdiction.");
		return {
			load: withAction(load, (await stores.actions.firstOf([load.id]))[0]),
			observations: await stores.figures.ofLoad(load.id),
		};
	},
});
