import { z } from "zod";
import { may } from "../domain/people/may.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { NotFound } from "./errors.ts";
import { PersonOutput, type PersonWithRoles } from "./list-people.ts";
import { defineOperation } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";

export type PersonView = {
	readonly person: PersonWithRoles;
	readonly jurisdiction: Fact<"jurisdiction">;
	/** May the asker change this person? */
	readonly mayManage: boolean;
};

const PersonViewOutput = z
	.object({ person: PersonOutput, jurisdiction: factOutputs.jurisdiction, mayManage: z.boolean() })
	.meta({ id: "PersonView" });

/** One person with their roles. */
export const getPerson = defineOperation({
	name: "get-person",
	title: "Get a person",
	http: { method: "get", path: "/people/{personId}" },
	input: z.object({ personId: z.uuid() }),
	output: PersonViewOutput,
	async run({ actor, stores }, { personId }): Promise<PersonView> {
		const person = await stores.facts.find("person", personId);
		const jurisdiction = person && (await stores.facts.find("jurisdiction", person.jurisdictionId));
		if (!person || !jurisdiction) throw new NotFound("There is no such person, or not in your jurisdiction.");
		const path = await stores.jurisdictions.pathOf(jurisdiction.id);
		return {
			person: { ...person, grants: await stores.facts.list("role-grant", { personId }) },
			jurisdiction,
			mayManage: may(actor, "people.manage", path),
		};
	},
});
