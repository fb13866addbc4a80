import { z } from "zod";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { defineOperation } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";

export const FindingOutput = factOutputs.finding
	.extend({ evidence: z.array(factOutputs.evidence) })
	.meta({ id: "FindingWithEvidence" });
export type FindingWithEvidence = Fact<"finding"> & { readonly evidence: readonly Fact<"evidence">[] };

/** The findings of a jurisdiction (or of all that the person may see), with their evidence. */
export const listFindings = defineOperation({
	name: "list-findings",
	title: "List findings",
	http: { method: "get", path: "/findings" },
	input: z.object({ jurisdictionId: z.uuid().optional() }),
	output: z.array(FindingOutput),
	async run({ stores }, input): Promise<readonly FindingWithEvidence[]> {
		const filter = input.jurisdictionId ? { jurisdictionId: input.jurisdictionId } : {};
		const evidence = await stores.facts.list("evidence", filter);
		return (await stores.facts.list("finding", filter)).map((finding) => ({
			...finding,
			evidence: evidence.filter((each) => each.findingId === finding.id),
		}));
	},
});
