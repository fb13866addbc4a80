import { z } from "zod";
import type { Actor } from "../domain/people/may.ts";
import type { Role } from "../domain/people/roles.ts";
import { InvalidInput, NotFound } from "./errors.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { VersionOutput } from "./outputs/log-outputs.ts";

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
