import { z } from "zod";
import { SectionAssignment } from "../domain/drafting/drafting-facts.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { InvalidInput, StaleVersion } from "./errors.ts";
import { type Drafting, listDraftingPeople, openDrafting } from "./open-drafting.ts";
import { defineOperation } from "./operation.ts";
import { SavedOutput } from "./outputs/log-outputs.ts";

/**
 * Says who writes a section of a document, or one of its components, until when, and how far it is (INT-12). Whoever is given a section by
 * somebody else is told by mail; the mail is asked for in the same transaction.
 */
export const assignSection = defineOperation({
	name: "assign-section",
	title: "Assign a section of a document",
	http: { method: "post", path: "/plans/{documentId}/assignments" },
	input: SectionAssignment.pick({ section: true, ownerId: true, dueOn: true, standing: true })
		.partial({ standing: true })
		.extend({
			documentId: z.uuid(),
			focusAreaId: z.uuid().nullable().default(null),
			/** 0 for a section that nobody was given yet. */
			version: z.coerce.number().int().min(0),
		}),
	output: SavedOutput,
	async run(context, input): Promise<{ version: number; savedAt: string }> {
		const { actor, clock, ids, stores } = context;
		const drafting = await openDrafting(context, input.documentId, "plan.write");
		const { document } = drafting;
		requireSection(drafting, input);
		const people = await listDraftingPeople(stores, drafting.path);
		const owner = people.find(({ id }) => id === input.ownerId);
		if (input.ownerId !== null && !owner) {
			throw new InvalidInput([
				{ field: "ownerId", message: "Choose somebody who may read the draft, or nobody: see the list of people." },
			]);
		}
		const id = ids.named("section-assignment", document.id, input.section, input.focusAreaId ?? "");
		const current = await stores.facts.find("section-assignment", id);
		if ((current?.version ?? 0) !== input.version) throw new StaleVersion(current?.version ?? 0);
		const version = await drafting.write(
			"section-assignment",
			current ? "change" : "add",
			{ id, version: input.version },
			{
				...(current
					? {}
					: { jurisdictionId: document.jurisdictionId, documentId: document.id, focusAreaId: input.focusAreaId }),
				section: input.section,
				ownerId: input.ownerId,
				ownerName: owner?.name ?? "",
				dueOn: input.dueOn,
				standing: input.standing ?? current?.standing ?? "not-started",
			},
		);
		if (owner && owner.id !== actor.personId && isNew(current, input)) {
			await stores.jobs.enqueue("mail-assignment", { assignmentId: id, version: String(version), byName: actor.name });
		}
		return { version, savedAt: clock().toISOString() };
	},
});

/** Somebody else is the owner now, or the day is another. */
function isNew(
	current: Fact<"section-assignment"> | undefined,
	input: { readonly ownerId: string | null; readonly dueOn: string | null },
): boolean {
	return current?.ownerId !== input.ownerId || current.dueOn !== input.dueOn;
}

function requireSection(
	{ edition, blocks }: Drafting,
	input: { readonly section: string; readonly focusAreaId: string | null },
): void {
	const section = edition.sections.find(({ id }) => id === input.section);
	if (!section) {
		throw new InvalidInput([
			{ field: "section", message: `The edition ${edition.title} has no section "${input.section}".` },
		]);
	}
	if (input.focusAreaId === null) return;
	const isThere = blocks.some((each) => each.aboutKind === "focus-area" && each.aboutId === input.focusAreaId);
	if (section.kind !== "components" || !isThere) {
		throw new InvalidInput([{ field: "focusAreaId", message: "Choose one of the plan's components, or none." }]);
	}
}
