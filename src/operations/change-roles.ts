import { z } from "zod";
import { Role } from "../domain/people/roles.ts";
import { NotFound } from "./errors.ts";
import { defineOperation, requireRole } from "./operation.ts";

/** Gives a person a role in a jurisdiction and all below it. Giving a role that is held changes nothing. */
export const grantRole = defineOperation({
	name: "grant-role",
	title: "Give a role",
	http: { method: "post", path: "/people/{personId}/roles" },
	input: z.object({ personId: z.uuid(), jurisdictionId: z.uuid(), role: Role.exclude(["installation"]) }),
	async run({ actor, ids, stores }, input): Promise<{ id: string }> {
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
			reason: "",
		});
		return { id };
	},
});

/** Takes a role away. The grant stays in the history. */
export const removeRole = defineOperation({
	name: "remove-role",
	title: "Take a role away",
	http: { method: "post", path: "/role-grants/{grantId}/remove" },
	input: z.object({ grantId: z.uuid(), version: z.coerce.number().int().min(1), reason: z.string().max(2000).default("") }),
	async run({ actor, stores }, input): Promise<{ version: number }> {
		const grant = await stores.facts.find("role-grant", input.grantId);
		if (!grant) throw new NotFound("There is no such role any more, or it is not in your jurisdiction.");
		const role = requireRole(actor, "people.manage", await stores.jurisdictions.pathOf(grant.jurisdictionId));
		const version = await stores.facts.write({
			kind: "role-grant",
			id: grant.id,
			verb: "remove",
			expectedVersion: input.version,
			patch: {},
			jurisdictionId: grant.jurisdictionId,
			root: grant.personId,
			role,
			reason: input.reason,
		});
		return { version };
	},
});
