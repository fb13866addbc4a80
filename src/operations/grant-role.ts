import { z } from "zod";
import { Role } from "../domain/people/roles.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { MadeOutput } from "./outputs/log-outputs.ts";

/** Gives a person a role in a jurisdiction and all below it. Giving a role that is held changes nothing. */
export const grantRole = defineOperation({
	name: "grant-role",
	title: "Give a role",
	http: { method: "post", path: "/people/{personId}/roles" },
	input: z.object({
		personId: z.uuid(),
		jurisdictionId: z.uuid(),
		role: Role.exclude(["installation"]),
		reason: z.string().trim().max(2000).default(""),
	}),
	output: MadeOutput,
	async run({ actor, ids, stores }, { reason, ...input }): Promise<{ id: string }> {
		const role = requireRole(actor, "people.manage", await stores.jurisdictions.pathOf(input.jurisdictionId));
		const held = await stores.facts.list("role-grant", input);
		if (held[0]) return { id: held[0].id };
		const id = ids.next();
		await stores.facts.write({
			kind: "role-grant",
			id,
			verb: "add",
			expectedVersion: 0,
			patch: input,
			jurisdictionId: input.jurisdictionId,
			root: input.personId,
			role,
			reason,
		});
		return { id };
	},
});
