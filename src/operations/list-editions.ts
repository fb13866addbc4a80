import { z } from "zod";
import { Edition } from "../domain/document/edition.ts";
import { listEditions } from "../frameworks/editions.ts";
import { defineOperation } from "./operation.ts";

const EditionListing = Edition.pick({
	id: true,
	framework: true,
	authority: true,
	title: true,
	document: true,
	jurisdictions: true,
	inUse: true,
	termMonths: true,
	completeness: true,
}).meta({ id: "EditionListing" });
type EditionListing = z.infer<typeof EditionListing>;

/** The editions of authorities' requirements under which a plan can be written, oldest of each framework first. */
export const listKnownEditions = defineOperation({
	name: "list-editions",
	title: "List editions of requirements",
	http: { method: "get", path: "/editions" },
	input: z.object({}),
	output: z.array(EditionListing),
	run: async (): Promise<readonly EditionListing[]> =>
		listEditions().map(
			({ id, framework, authority, title, document, jurisdictions, inUse, termMonths, completeness }) => ({
				id,
				framework,
				authority,
				title,
				document,
				jurisdictions,
				inUse,
				termMonths,
				completeness,
			}),
		),
});
