import { z } from "zod";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { defineOperation } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";

/** A load with the action that began it: who and when. */
export const ExtractLoadListingOutput = factOutputs["extract-load"]
	.extend({ by: z.string(), at: z.string().describe("When it was handed in.") })
	.meta({ id: "ExtractLoadListing" });
export type ExtractLoadListing = Fact<"extract-load"> & { readonly by: string; readonly at: string };

/** Every load of an AFCARS or NCANDS file that this person may see, newest first; replaced and refused ones too. */
export const listExtractLoads = defineOperation({
	name: "list-extract-loads",
	title: "List loads of AFCARS and NCANDS files",
	http: { method: "get", path: "/extract-loads" },
	input: z.object({ jurisdictionId: z.uuid().optional() }),
	output: z.array(ExtractLoadListingOutput),
	async run({ stores }, { jurisdictionId }): Promise<readonly ExtractLoadListing[]> {
		const loads = await stores.facts.list("extract-load", jurisdictionId ? { jurisdictionId } : {});
		const first = await stores.actions.firstOf(loads.map(({ id }) => id));
		const begun = new Map(first.map((action) => [action.subject, action]));
		return [...loads]
			.sort((a, b) => (begun.get(b.id)?.seq ?? 0) - (begun.get(a.id)?.seq ?? 0))
			.map((load) => ({ ...load, by: begun.get(load.id)?.actorName ?? "", at: begun.get(load.id)?.at ?? "" }));
	},
});
