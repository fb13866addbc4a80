import { z } from "zod";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { defineOperation } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";

export const PersonOutput = factOutputs.person
	.extend({ grants: z.array(factOutputs["role-grant"]) })
	.meta({ id: "PersonWithRoles" });
export type PersonWithRoles = Fact<"person"> & { readonly grants: readonly Fact<"role-grant">[] };

/** The people that the asker may see, with their roles. */
export const listPeople = defineOperation({
	name: "list-people",
	title: "List people",
	http: { method: "get", path: "/people" },
	input: z.object({}),
	output: z.array(PersonOutput),
	async run({ stores }): Promise<readonly PersonWithRoles[]> {
		const [people, grants] = [await stores.facts.list("person"), await stores.facts.list("role-grant")];
		return people.map((person) => ({ ...person, grants: grants.filter((each) => each.personId === person.id) }));
	},
});
