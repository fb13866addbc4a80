import { z } from "zod";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { findChildPopulation } from "./child-population.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";

/** The child population of a place by county and year, newest year first: its own, or of a county that of its State. */
export const listChildPopulation = defineOperation({
	name: "list-child-population",
	title: "List the child population",
	http: { method: "get", path: "/jurisdictions/{jurisdictionId}/child-population" },
	input: z.object({ jurisdictionId: z.uuid() }),
	output: z.array(factOutputs["child-population"]),
	async run(context, { jurisdictionId }): Promise<readonly Fact<"child-population">[]> {
		const path = await context.stores.jurisdictions.pathOf(jurisdictionId);
		requireRole(context.actor, "figures.read", path);
		return findChildPopulation(context, jurisdictionId);
	},
});
