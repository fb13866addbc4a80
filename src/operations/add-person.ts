import { z } from "zod";
import { Person } from "../domain/people/person.ts";
import { Role } from "../domain/people/roles.ts";
import { InvalidInput } from "./errors.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { MadeOutput } from "./outputs/log-outputs.ts";

/** Adds a person with their first roles. The account to sign in with is made beside it (accounts). */
export const addPerson = defineOperation({
	name: "add-person",
	title: "Add a person",
	http: { method: "post", path: "/people" },
	input: Person.omit({ active: true }).extend({
		roles: z.array(Role.exclude(["installation"])).max(8),
	}),
	output: MadeOutput,
	async run({ actor, ids, stores }, { roles, ...input }): Promise<{ id: string }> {
		const path = await stores.jurisdictions.pathOf(input.jurisdictionId);
		if (path.length === 0) {
			throw new InvalidInput([
				{ field: "jurisdictionId", message: "There is no such jurisdiction. Choose one of the list." },
			]);
		}
		const role = requireRole(actor, "people.manage", path);
		const id = ids.next();
		const common = {
			verb: "add",
			expectedVersion: 0,
			jurisdictionId: input.jurisdictionId,
			root: id,
			role,
			reason: "",
		} as const;
		await stores.facts.write({ ...common, kind: "person", id, patch: { ...input, active: true } });
		for (const each of new Set(roles)) {
			await stores.facts.write({
				...common,
				kind: "role-grant",
				id: ids.next(),
				patch: { jurisdictionId: input.jurisdictionId, personId: id, role: each },
			});
		}
		return { id };
	},
});
