import { z } from "zod";
import { Edition } from "../domain/document/edition.ts";
import { findEdition } from "../frameworks/editions.ts";
import { NotFound } from "./errors.ts";
import { defineOperation } from "./operation.ts";

z.globalRegistry.add(Edition, { id: "Edition" });

/** One edition of an authority's requirements: its fields, team groups, rules and checks, as data. */
export const getKnownEdition = defineOperation({
	name: "get-edition",
	title: "Get an edition of requirements",
	http: { method: "get", path: "/editions/{editionId}" },
	input: z.object({ editionId: z.string().max(60) }),
	output: Edition,
	async run(_context, { editionId }): Promise<Edition> {
		const edition = findEdition(editionId);
		if (!edition) throw new NotFound(`There is no edition "${editionId}". List the editions to see which there are.`);
		return edition;
	},
});
