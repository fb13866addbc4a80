import type { Fact } from "../domain/workflow/fact-kinds.ts";
import type { Stores } from "./ports.ts";

/** The goals of some places, for a form that ties something to one. */
export async function goalsOfPlaces(
	stores: Stores,
	places: readonly Fact<"jurisdiction">[],
): Promise<readonly Fact<"goal">[]> {
	const goals: Fact<"goal">[] = [];
	for (const { id } of places) goals.push(...(await stores.facts.list("goal", { jurisdictionId: id })));
	return goals;
}
