import { z } from "zod";
import { may } from "../domain/people/may.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { getDocument } from "./open-plan.ts";
import { defineOperation } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";

/** Where a plan is posted, and all that the public said of it, oldest first: all of it for the agency, what was let through for the State. */
export const listPublicComments = defineOperation({
	name: "list-public-comments",
	title: "List the postings of a plan and the comments of the public",
	http: { method: "get", path: "/plans/{documentId}/public-comments" },
	input: z.object({ documentId: z.uuid() }),
	output: z.object({
		publications: z.array(factOutputs.publication),
		comments: z.array(factOutputs["public-comment"]),
		mayWrite: z.boolean(),
	}),
	async run(
		context,
		{ documentId },
	): Promise<{
		publications: readonly Fact<"publication">[];
		comments: readonly Fact<"public-comment">[];
		mayWrite: boolean;
	}> {
		const { actor, stores } = context;
		const { jurisdictionId } = await getDocument(context, documentId);
		const path = await stores.jurisdictions.pathOf(jurisdictionId);
		return {
			publications: await stores.facts.list("publication", { documentId }),
			comments: await stores.facts.list("public-comment", { documentId }),
			mayWrite: may(actor, "plan.write", path),
		};
	},
});
