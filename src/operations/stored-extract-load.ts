import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { NotFound } from "./errors.ts";
import type { Stores } from "./ports.ts";

/** A load of a file. Throws `NotFound` where there is none that this person may see. */
export async function getStoredExtractLoad(
	{ facts }: Pick<Stores, "facts">,
	loadId: string,
): Promise<Fact<"extract-load">> {
	const load = await facts.find("extract-load", loadId);
	if (!load) throw new NotFound("There is no such file, or it is not in your jurisdiction.");
	return load;
}
