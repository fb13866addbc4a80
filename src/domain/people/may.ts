import { onlyInOwnPlace, type Permission, permissionsOf, type Role } from "./roles.ts";

/** The person on whose behalf something is done, with every role held. */
export type Actor = {
	readonly personId: string;
	readonly name: string;
	readonly grants: readonly { readonly role: Role; readonly jurisdictionId: string }[];
};

/** A jurisdiction and all that stand above it, nearest first: county, region, state. */
export type JurisdictionPath = readonly string[];

/**
 * May this actor do this in this jurisdiction? A grant covers its own jurisdiction and all below it, but for what
 * `onlyInOwnPlace` lists.
 * The database asks the same question again by row-level security (design, invariant 7).
 */
export function may(actor: Actor, permission: Permission, path: JurisdictionPath): boolean {
	return rolesFor(actor, permission, path).length > 0;
}

/** Does the actor hold this very role here? */
export function holdsRole(actor: Actor, role: Role, path: JurisdictionPath): boolean {
	return actor.grants.some((grant) => grant.role === role && path.includes(grant.jurisdictionId));
}

/** The actor's roles that permit this here: the first is written into the action as the acting role. */
export function rolesFor(actor: Actor, permission: Permission, path: JurisdictionPath): readonly Role[] {
	return actor.grants
		.filter((grant) => permissionsOf[grant.role].includes(permission))
		.filter(({ role, jurisdictionId }) => {
			if (role === "installation") return true;
			return onlyInOwnPlace[role]?.includes(permission) ? path[0] === jurisdictionId : path.includes(jurisdictionId);
		})
		.map((grant) => grant.role);
}
