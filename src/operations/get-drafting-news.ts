import { z } from "zod";
import { findBlock, listBlocks } from "../domain/drafting/list-blocks.ts";
import { assemblePlan } from "../domain/plan/assemble-plan.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { listDraftingPeople } from "./open-drafting.ts";
import { getEdition } from "./open-plan.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";
import { nameOfSection, pathOfSection } from "./section-name.ts";

type Reader = { readonly id: string; readonly name: string; readonly email: string };
const ReaderOutput = z.object({ id: z.uuid(), name: z.string(), email: z.string() });

export type AssignmentNews = {
	readonly to: Reader;
	readonly assignment: Fact<"section-assignment">;
	readonly document: Fact<"document">;
	readonly sectionName: string;
	readonly path: string;
};

/** What the mail to the owner of a section says; null when the section is somebody else's or nobody's by now. Done by the installation. */
export const getAssignmentNews = defineOperation({
	name: "get-assignment-news",
	title: "Work out what the owner of a section is told",
	http: { method: "get", path: "/internal/assignment-news" },
	input: z.object({ assignmentId: z.uuid(), version: z.coerce.number().int().min(1) }),
	output: z
		.object({
			to: ReaderOutput,
			assignment: factOutputs["section-assignment"],
			document: factOutputs.document,
			sectionName: z.string(),
			path: z.string(),
		})
		.nullable(),
	async run({ actor, stores }, { assignmentId, version }): Promise<AssignmentNews | null> {
		requireRole(actor, "jurisdiction.manage", []);
		const assignment = await stores.facts.find("section-assignment", assignmentId);
		const document = assignment && (await stores.facts.find("document", assignment.documentId));
		if (!assignment?.ownerId || !document) return null;
		// Given to somebody else, or for another day, since: that has a mail of its own.
		const since = (await stores.actions.ofSubject(assignmentId)).filter(({ position }) => position > version);
		if (since.some(({ after }) => "ownerId" in after || "dueOn" in after)) return null;
		const owner = await stores.facts.find("person", assignment.ownerId);
		const sectionName = await nameOfSection(stores, assignment, document);
		if (!owner?.active || sectionName === undefined) return null;
		return {
			to: { id: owner.id, name: owner.name, email: owner.email },
			...{ assignment, document, sectionName },
			path: `/plans/${document.id}${pathOfSection(assignment, document)}`,
		};
	},
});

export type MentionNews = {
	readonly comment: Fact<"draft-comment">;
	readonly document: Fact<"document">;
	readonly blockName: string;
	readonly readers: readonly Reader[];
};

/** Who is told that a comment names them; null when it was taken back. Done by the installation. */
export const getMentionNews = defineOperation({
	name: "get-mention-news",
	title: "Work out who is told that a comment names them",
	http: { method: "get", path: "/internal/mention-news" },
	input: z.object({ commentId: z.uuid() }),
	output: z
		.object({
			comment: factOutputs["draft-comment"],
			document: factOutputs.document,
			blockName: z.string(),
			readers: z.array(ReaderOutput),
		})
		.nullable(),
	async run({ actor, stores }, { commentId }): Promise<MentionNews | null> {
		requireRole(actor, "jurisdiction.manage", []);
		const comment = await stores.facts.find("draft-comment", commentId);
		const plan = comment && (await stores.plans.find(comment.documentId));
		if (!comment || !plan) return null;
		const { document } = plan;
		const block = findBlock(comment, listBlocks(assemblePlan(plan), getEdition(document)));
		// Whoever may not read the draft any more is told nothing of it.
		const may = await listDraftingPeople(stores, await stores.jurisdictions.pathOf(document.jurisdictionId));
		const told = comment.mentionIds.filter((id) => id !== comment.authorId && may.some((each) => each.id === id));
		const people = await Promise.all(told.map((id) => stores.facts.find("person", id)));
		return {
			...{ comment, document, blockName: block?.name ?? document.title },
			readers: people.flatMap((each) => (each ? [{ id: each.id, name: each.name, email: each.email }] : [])),
		};
	},
});
