import type { BlockView } from "../domain/drafting/list-blocks.ts";
import { type JurisdictionPath, may } from "../domain/people/may.ts";
import type { Permission } from "../domain/people/roles.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import type { Stores } from "./ports.ts";

/** Somebody who can be written to. */
export type Addressee = { readonly id: string; readonly name: string; readonly email: string };

/** Is the block in what somebody was given to write? What has left the document is in nothing. */
export function isGivenTo(
	personId: string,
	block: BlockView | undefined,
	assignments: readonly Fact<"section-assignment">[],
): boolean {
	if (!block) return false;
	return assignments.some(
		({ ownerId, section, focusAreaId }) =>
			ownerId === personId && (focusAreaId === null ? block.section === section : block.focusAreaId === focusAreaId),
	);
}

export function addresseeOf({ id, name, email }: Fact<"person">): Addressee {
	return { id, name, email };
}

/** The active people who hold one of some rights in a place. */
export type Holders = (...permissions: readonly Permission[]) => readonly Fact<"person">[];

/** Reads who holds what in a place, once for all rights that are asked for. */
export async function listHolders({ facts }: Stores, path: JurisdictionPath): Promise<Holders> {
	const grants = (await facts.list("role-grant")).filter(({ role }) => role !== "installation");
	const people = (await facts.list("person")).filter(({ active }) => active);
	return (...permissions) =>
		people.filter(({ id, name }) => {
			const own = grants.filter(({ personId }) => personId === id);
			const actor = { personId: id, name, grants: own };
			return permissions.some((permission) => may(actor, permission, path));
		});
}
