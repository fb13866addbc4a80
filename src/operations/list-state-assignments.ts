import { z } from "zod";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { getDocument } from "./open-plan.ts";
import { defineOperation } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";

/** What the State has set in a plan, in the order in which it did, each with what stood there before (SIP-110). */
export const listStateAssignments = defineOperation({
	name: "list-state-assignments",
	title: "List what the State has set in a plan",
	http: { method: "get", path: "/plans/{documentId}/assignments" },
	input: z.object({ documentId: z.uuid() }),
	output: z.array(factOutputs["state-assignment"]),
	async run(context, { documentId }): Promise<readonly Fact<"state-assignment">[]> {
		const { id } = await getDocument(context, documentId);
		return context.stores.facts.list("state-assignment", { documentId: id });
	},
});
