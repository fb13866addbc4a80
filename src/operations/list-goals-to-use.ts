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
		const titles = new Map((await stores.facts.list("document", here)).map(({ id, title }) => [id, title]));
		const uses = await stores.facts.list("goal-use", here);
		return (await stores.facts.list("goal", here)).flatMap(({ id, statement }) => {
			const documents = uses.filter(({ goalId }) => goalId === id).map((use) => use.documentId);
			if (statement.trim() === "" || documents.includes(documentId)) return [];
			const usedIn = documents.flatMap((each) => titles.get(each) ?? []);
			return usedIn.length === 0 ? [] : [{ id, statement, usedIn }];
		});
	},
});
