import { z } from "zod";
import { inOrder } from "../domain/plan/assemble-plan.ts";
import { formatPlanNumber } from "../domain/plan/numbering.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import type { Stores } from "./ports.ts";

export const GoalInDocumentOutput = z
	.object({
		documentId: z.uuid(),
		title: z.string(),
		component: z.int().describe("The number of the component in which it stands."),
		number: z.string().describe("The number that the goal has there."),
	})
	.meta({ id: "GoalInDocument" });
export type GoalInDocument = z.infer<typeof GoalInDocumentOutput>;

/**
 * Where goals stand: each document that uses one, of those that the reader may see, with the number that the goal has in it. Plans
 * come before the papers that report on them.
 */
export async function usesOfGoals(
	{ facts }: Stores,
	goalIds: readonly string[],
): Promise<ReadonlyMap<string, readonly GoalInDocument[]>> {
	const places = new Map<string, Promise<DocumentPlaces | undefined>>();
	const read = async (documentId: string): Promise<DocumentPlaces | undefined> => {
		const document = await facts.find("document", documentId);
		if (!document) return undefined;
		const areas = inOrder(await facts.list("focus-area", { documentId }));
		return { document, areas, uses: inOrder(await facts.list("goal-use", { documentId })) };
	};
	const found = new Map<string, readonly GoalInDocument[]>();
	for (const goalId of goalIds) {
		const here: (GoalInDocument & { readonly updateNumber: number })[] = [];
		for (const { documentId, focusAreaId } of await facts.list("goal-use", { goalId })) {
			const known = places.get(documentId) ?? read(documentId);
			places.set(documentId, known);
			const inDocument = await known;
			const component = (inDocument?.areas.findIndex(({ id }) => id === focusAreaId) ?? -1) + 1;
			// The goals of a component that was taken away went with it.
			if (!inDocument || component === 0) continue;
			const { document, uses } = inDocument;
			const inArea = uses.filter((each) => each.focusAreaId === focusAreaId);
			const number = formatPlanNumber({ level: "goal", goal: inArea.findIndex((each) => each.goalId === goalId) + 1 });
			const updateNumber = document.updateNumber ?? 0;
			here.push({ documentId, title: document.title, component, number, updateNumber });
		}
		found.set(
			goalId,
			here
				.toSorted((a, b) => a.updateNumber - b.updateNumber || a.title.localeCompare(b.title, "en"))
				.map(({ updateNumber: _updateNumber, ...each }) => each),
		);
	}
	return found;
}

type DocumentPlaces = {
	readonly document: Fact<"document">;
	readonly areas: readonly Fact<"focus-area">[];
	readonly uses: readonly Fact<"goal-use">[];
};
