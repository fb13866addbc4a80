import { z } from "zod";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { NotFound } from "./errors.ts";
import type { FindingWithEvidence } from "./list-findings.ts";
import { FindingOutput } from "./list-findings.ts";
import { defineOperation, type OperationContext } from "./operation.ts";

export async function getFinding({ stores }: OperationContext, id: string): Promise<Fact<"finding">> {
	const finding = await stores.facts.find("finding", id);
	if (!finding) throw new NotFound("There is no such finding, or it is not in your jurisdiction.");
	return finding;
}

/** One finding with its evidence. */
export const getFindingWithEvidence = defineOperation({
	name: "get-finding",
	title: "Get a finding",
	http: { method: "get", path: "/findings/{findingId}" },
	input: z.object({ findingId: z.uuid() }),
	output: FindingOutput,
	async run(context, input): Promise<FindingWithEvidence> {
		const finding = await getFinding(context, input.findingId);
		return { ...finding, evidence: await context.stores.facts.list("evidence", { findingId: finding.id }) };
	},
});
