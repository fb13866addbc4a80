import type { Stores } from "./ports.ts";

/** Was a plan submitted that uses the goal? Then what it says is known elsewhere, in whichever plan it is changed now. */
export async function wasGoalSent({ facts, snapshots }: Stores, goalId: string): Promise<boolean> {
	for (const { documentId } of await facts.list("goal-use", { goalId })) {
		if ((await snapshots.list(documentId)).length > 0) return true;
	}
	return false;
}
