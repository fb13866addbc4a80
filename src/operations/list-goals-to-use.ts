import { z } from "zod";
import { getDocument } from "./open-plan.ts";
import { defineOperation } from "./operation.ts";

const GoalToUse = z
	.object({
		id: z.uuid(),
		statement: z.string(),
		usedIn: z.array(z.string()).describe("Titles of the documents that use it."),
	})
	.meta({ id: "GoalToUse" });
export type GoalToUse = z.infer<typeof GoalToUse>;

/** The goals of a document's place that other documents use and this one does not: one goal, many uses. */
export const listGoalsToUse = defineOperation({
	name: "list-goals-to-use",
	title: "List goals that a plan can use again",
	http: { method: "get", path: "/plans/{documentId}/goals-to-use" },
	input: z.object({ documentId: z.uuid() }),
	output: z.array(GoalToUse),
	async run(context, { documentId }): Promise<readonly GoalToUse[]> {
		const { stores } = context;
		const { jurisdictionId } = await getDocument(context, documentId);
		const here = { jurisdictionId };
		const uses = await stores.facts.list("goal-use", here);
		const own = new Set(uses.flatMap((use) => (use.documentId === documentId ? [use.goalId] : [])));
		// A place with one plan has nothing to choose from: its goals are not read for that.
		if (uses.every(({ goalId }) => own.has(goalId))) return [];
		const titles = new Map((await stores.facts.list("document", here)).map(({ id, title }) => [id, title]));
		return (await stores.facts.list("goal", here)).flatMap(({ id, statement }) => {
			if (statement.trim() === "" || own.has(id)) return [];
			const usedIn = uses.flatMap((use) => (use.goalId === id ? (titles.get(use.documentId) ?? []) : []));
			return usedIn.length === 0 ? [] : [{ id, statement, usedIn }];
		});
	},
});
