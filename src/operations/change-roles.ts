import { z } from "zod";
import type { Actor } from "../domain/people/may.ts";
import { Role } from "../domain/people/roles.ts";
import { InvalidInput, NotFound } from "./errors.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { MadeOutput, VersionOutput } from "./outputs/log-outputs.ts";

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

/**
 * Takes a role away. The grant stays in the history. Whoever gives up their own last administrator role must say that they
 * know it: they cannot give it back to themselves.
 */
export const removeRole = defineOperation({
	name: "remove-role",
	title: "Take a role away",
	http: { method: "post", path: "/role-grants/{grantId}/remove" },
	input: z.object({
		grantId: z.uuid(),
		version: z.coerce.number().int().min(1),
		reason: z.string().trim().max(2000).default(""),
		/** "yes" from somebody who gives up their own last administrator role. */
		ownAdministration: z.literal("yes").optional(),
	}),
	output: VersionOutput,
	async run({ actor, stores }, input): Promise<{ version: number }> {
		const grant = await stores.facts.find("role-grant", input.grantId);
		if (!grant) throw new NotFound("There is no such role any more, or it is not in your jurisdiction.");
		const role = requireRole(actor, "people.manage", await stores.jurisdictions.pathOf(grant.jurisdictionId));
		if (isOwnLastAdministration(actor, grant) && input.ownAdministration !== "yes") {
			throw new InvalidInput([
				{
					field: "ownAdministration",
					message:
						"This is your own last administrator role. Without it you cannot manage people, and you cannot give it back to yourself. Tick the box if that is what you want.",
				},
			]);
		}
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

/** Would this person lose the right to manage people with this grant? */
export function isOwnLastAdministration(
	actor: Actor,
	grant: { readonly personId: string; readonly role: Role; readonly jurisdictionId: string },
): boolean {
	if (grant.personId !== actor.personId || grant.role !== "administrator") return false;
	return actor.grants.filter((each) => each.role === "administrator").length <= 1;
}
