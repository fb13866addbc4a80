import { z } from "zod";
import { type ExtractLoadListing, ExtractLoadListingOutput } from "./list-extract-loads.ts";
import { defineOperation } from "./operation.ts";
import { getStoredExtractLoad } from "./stored-extract-load.ts";

/** One load of a file of AFCARS or NCANDS: what it is, how many problems it has, and what became of it. */
export const getExtractLoad = defineOperation({
	name: "get-extract-load",
	title: "Get a load of an AFCARS or NCANDS file",
	http: { method: "get", path: "/extract-loads/{loadId}" },
	input: z.object({ loadId: z.uuid() }),
	output: ExtractLoadListingOutput.extend({
		reason: z.string().describe("Why the file could not be read, where that is not told by its problems."),
	}),
	async run({ stores }, { loadId }): Promise<ExtractLoadListing & { readonly reason: string }> {
		const load = await getStoredExtractLoad(stores, loadId);
		const actions = await stores.actions.ofSubject(loadId);
		const [first] = actions;
		return {
			...load,
			...{ by: first?.actorName ?? "", at: first?.at ?? "" },
			reason: actions.map(({ reason }) => reason).findLast((reason) => reason !== "") ?? "",
		};
	},
});
