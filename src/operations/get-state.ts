import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { NotFound } from "./errors.ts";
import type { Stores } from "./ports.ts";

/** The State with this id. Throws `NotFound` for anything else: counties have no due dates of their own here. */
export async function getState(stores: Stores, jurisdictionId: string): Promise<Fact<"jurisdiction">> {
	const state = await stores.facts.find("jurisdiction", jurisdictionId);
	if (state?.kind !== "state") throw new NotFound("There is no such State. Due dates are worked out for a State.");
	return state;
}
