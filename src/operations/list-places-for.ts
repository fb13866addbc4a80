import { z } from "zod";
import { may } from "../domain/people/may.ts";
import { Permission } from "../domain/people/roles.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { defineOperation } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";

/** The jurisdictions in which the asker may do something: what a form offers to choose from. */
export const listPlacesFor = defineOperation({
	name: "list-places-for",
	title: "List the places where I may do something",
	http: { method: "get", path: "/jurisdictions/where-i-may/{permission}" },
	input: z.object({ permission: Permission }),
	output: z.array(factOutputs.jurisdiction),
	async run({ actor, stores }, { permission }): Promise<readonly Fact<"jurisdiction">[]> {
		const all = await stores.facts.list("jurisdiction");
		const pathOf = (id: string | null): readonly string[] => {
			const found = all.find((each) => each.id === id);
			return found ? [found.id, ...pathOf(found.parentId)] : [];
		};
		return all
			.filter((each) => may(actor, permission, pathOf(each.id)))
			.sort((a, b) => a.name.localeCompare(b.name, "en"));
	},
});
