import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { NotFound } from "./errors.ts";
import type { Stores } from "./ports.ts";

/** A posted plan. Throws `NotFound` for one that was taken down, or never was. */
export async function getPublication(stores: Stores, id: string): Promise<Fact<"publication">> {
	const publication = await stores.facts.find("publication", id);
	if (!publication) throw new NotFound("There is no plan posted at this address, or it was taken down.");
	return publication;
}
