import { z } from "zod";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { defineOperation } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";

export const PlanListingOutput = z
	.object({ document: factOutputs.document, cycle: factOutputs.cycle, jurisdiction: factOutputs.jurisdiction })
	.meta({ id: "PlanListing" });
export type PlanListing = {
	readonly document: Fact<"document">;
	readonly cycle: Fact<"cycle">;
	readonly jurisdiction: Fact<"jurisdiction">;
};

/** The plans that this person may see, by jurisdiction and start. */
export const listPlans = defineOperation({
	name: "list-plans",
	title: "List plans",
	http: { method: "get", path: "/plans" },
	input: z.object({ jurisdictionId: z.uuid().optional() }),
	output: z.array(PlanListingOutput),
	async run({ stores }, input): Promise<readonly PlanListing[]> {
		const filter = input.jurisdictionId ? { jurisdictionId: input.jurisdictionId } : {};
		const documents = await stores.facts.list("document", filter);
		const cycles = new Map((await stores.facts.list("cycle", filter)).map((each) => [each.id, each]));
		const jurisdictions = new Map((await stores.facts.list("jurisdiction")).map((each) => [each.id, each]));
		return documents
			.flatMap((document) => {
				const [cycle, jurisdiction] = [cycles.get(document.cycleId), jurisdictions.get(document.jurisdictionId)];
				return cycle && jurisdiction ? [{ document, cycle, jurisdiction }] : [];
			})
			.sort(
				(a, b) =>
					a.jurisdiction.name.localeCompare(b.jurisdiction.name, "en") ||
					b.cycle.startsOn.localeCompare(a.cycle.startsOn),
			);
	},
});
