import { z } from "zod";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { defineOperation } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";
import type { LoggedAction } from "./ports.ts";

/** A load with the action that took it: who and when. */
export const LoadListingOutput = factOutputs["figure-load"]
	.extend({ by: z.string(), at: z.string().describe("When it was loaded.") })
	.meta({ id: "LoadListing" });
export type LoadListing = Fact<"figure-load"> & { readonly by: string; readonly at: string };

export function withAction(load: Fact<"figure-load">, first: LoggedAction | undefined): LoadListing {
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
