import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { NotFound } from "./errors.ts";
import type { Stores } from "./ports.ts";

/** The State with this id. Throws `NotFound` for anything else: due dates and forms CFS-101 are those of a State. */
export async function getState(stores: Stores, jurisdictionId: string): Promise<Fact<"jurisdiction">> {
	const state = await stores.facts.find("jurisdiction", jurisdictionId);
	if (state?.kind !== "state")
		throw new NotFound("There is no such State. This is done for a State, not for a county, region or Tribe.");
	return state;
}
