import { z } from "zod";
import { Observation } from "../domain/measure/measure-facts.ts";
import { NotFound } from "./errors.ts";
import type { LoadListing } from "./list-loads.ts";
import { LoadListingOutput, withAction } from "./list-loads.ts";
import { defineOperation } from "./operation.ts";

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
