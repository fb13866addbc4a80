import { z } from "zod";
import { NeutralDocument } from "../documents/neutral/neutral-document.ts";
import { buildTheoryDocument } from "../documents/theory-document.ts";
import { assemblePlan } from "../domain/plan/assemble-plan.ts";
import { NotFound } from "./errors.ts";
import { fileNameOf } from "./file-name-of.ts";
import { getTheory } from "./get-theory.ts";
import { getEdition } from "./open-plan.ts";
import { defineOperation } from "./operation.ts";
import { dayOf } from "./plan-checks.ts";

/** The theory of change of one goal as a paper of its own, as it stands now. */
export const getTheoryPaper = defineOperation({
	name: "get-theory-paper",
	title: "Get the theory of change of a goal as a paper",
	http: { method: "get", path: "/plans/{documentId}/goals/{goalId}/theory/paper" },
	input: z.object({ documentId: z.uuid(), goalId: z.uuid() }),
	output: z.object({ paper: NeutralDocument, fileName: z.string() }),
	async run(context, { documentId, goalId }): Promise<{ paper: NeutralDocument; fileName: string }> {
		const facts = await context.stores.plans.find(documentId);
		if (!facts) throw new NotFound("There is no such plan, or it is not shared with you.");
		const theory = await getTheory.run(context, { documentId, goalId });
		const graph = assemblePlan(facts);
		const node = graph.components.flatMap(({ goals }) => goals).find(({ goal }) => goal.id === goalId);
		if (!node) throw new NotFound("This goal is not in the plan any more. See the plan's history.");
		const { document } = facts;
		const today = dayOf(context.clock());
		const paper = buildTheoryDocument(graph, getEdition(document), { node, theory }, { today });
		return { paper, fileName: `${fileNameOf(document.title)}-theory-of-change-${fileNameOf(node.number)}` };
	},
});
