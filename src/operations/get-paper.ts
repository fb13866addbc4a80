import { z } from "zod";
import { ListBlock, ListItem, NeutralDocument } from "../documents/neutral/neutral-document.ts";
import { buildPaper } from "./build-paper.ts";
import { NotFound } from "./errors.ts";
import { fileNameOf } from "./file-name-of.ts";
import { getEdition } from "./open-plan.ts";
import { defineOperation } from "./operation.ts";
import { postedPaper } from "./posted-paper.ts";
import type { SnapshotContent } from "./take-snapshot.ts";

z.globalRegistry.add(NeutralDocument, { id: "NeutralDocument" });
z.globalRegistry.add(ListBlock, { id: "ListBlock" });
z.globalRegistry.add(ListItem, { id: "ListItem" });

/**
 * The paper of a plan as a neutral document: as it stands now, or as it was sent in one submission, unchanged since.
 * The file name is safe on every system and carries no path.
 */
export const getPaper = defineOperation({
	name: "get-paper",
	title: "Get the paper of a plan",
	http: { method: "get", path: "/plans/{documentId}/paper" },
	input: z.object({
		documentId: z.uuid(),
		submission: z.coerce.number().int().min(1).optional(),
		asPosted: z
			.literal(true)
			.optional()
			.describe("Of a submission: as the public reads it, without what somebody has withdrawn their consent to since."),
		part: z.literal("summary").optional().describe("Of a self-assessment: its summary of findings alone."),
		liveOf: z.string().max(60).optional().describe("Only the live blocks of this section, as the facts stand now."),
	}),
	output: z.object({ paper: NeutralDocument, fileName: z.string() }),
	async run(context, input): Promise<{ paper: NeutralDocument; fileName: string }> {
		const { stores } = context;
		const facts = await stores.plans.find(input.documentId);
		if (!facts) {
			// Those who see submissions only: the State, while the county drafts again.
			const kept = input.submission && (await stores.snapshots.find(input.documentId, input.submission));
			if (kept)
				return {
					paper: (JSON.parse(kept.content) as SnapshotContent).paper,
					fileName: `plan-submission-${kept.number}`,
				};
			throw new NotFound("There is no such plan, or it is not shared with you.");
		}
		if (input.part && !getEdition(facts.document).sections.some(({ kind }) => kind === "summary")) {
			throw new NotFound("This paper has no summary of findings: that is part of a self-assessment.");
		}
		const name = fileNameOf(facts.document.title);
		if (input.submission !== undefined) {
			const snapshot = await stores.snapshots.find(input.documentId, input.submission);
			if (!snapshot) throw new NotFound(`This plan has no submission ${input.submission}.`);
			return {
				paper: input.asPosted
					? (await postedPaper(stores, snapshot)).paper
					: (JSON.parse(snapshot.content) as SnapshotContent).paper,
				fileName: `${name}-submission-${snapshot.number}`,
			};
		}
		if (input.liveOf !== undefined) {
			const { liveOf } = input;
			if (!getEdition(facts.document).sections.some(({ id }) => id === liveOf)) {
				throw new NotFound("This plan has no such section.");
			}
			const title = "Printed here from the facts, as they stand now";
			return { paper: await buildPaper(context, facts, { liveOf, title }), fileName: `${name}-${liveOf}` };
		}
		if (input.part === undefined) return { paper: await buildPaper(context, facts), fileName: name };
		const summary = { sections: ["summary"], title: `Summary Assessment: ${facts.document.title}` } as const;
		return { paper: await buildPaper(context, facts, summary), fileName: `${name}-summary` };
	},
});
