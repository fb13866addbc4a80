import { z } from "zod";
import { NeutralDocument } from "../documents/neutral/neutral-document.ts";
import type { WorkingCopy } from "../documents/word/working-copy.ts";
import { WordField } from "../domain/word/word-facts.ts";
import { buildPaper } from "./build-paper.ts";
import { NotFound } from "./errors.ts";
import { fileNameOf } from "./file-name-of.ts";
import { defineOperation } from "./operation.ts";
import { workingCopyOf } from "./working-copy.ts";

/** The paper of a plan with what makes it a Word file to be edited and read back: the texts by their places, and the comments. */
export const getWorkingCopy = defineOperation({
	name: "get-working-copy",
	title: "Get a plan as a Word file to edit",
	http: { method: "get", path: "/plans/{documentId}/working-copy" },
	input: z.object({
		documentId: z.uuid(),
		talk: z
			.enum(["yes", "no"])
			.default("no")
			.describe("Whether the open comments of the draft stand in it, and suggested wordings as tracked changes."),
	}),
	output: z.object({
		paper: NeutralDocument,
		fileName: z.string(),
		copy: z.object({
			origin: z.string(),
			places: z.array(
				z.object({
					anchor: z.string(),
					factId: z.string(),
					field: WordField,
					version: z.int(),
					text: z.string(),
					suggested: z.object({ text: z.string(), author: z.string(), at: z.iso.datetime() }).optional(),
				}),
			),
			comments: z.array(
				z.object({ anchor: z.string().optional(), author: z.string(), at: z.iso.datetime(), text: z.string() }),
			),
		}),
	}),
	async run(context, { documentId, talk }): Promise<{ paper: NeutralDocument; fileName: string; copy: WorkingCopy }> {
		const facts = await context.stores.plans.find(documentId);
		if (!facts) throw new NotFound("There is no such plan, or it is not shared with you.");
		return {
			paper: await buildPaper(context, facts, { toEdit: true }),
			fileName: `${fileNameOf(facts.document.title)}-to-edit`,
			copy: await workingCopyOf(context, facts, { talk: talk === "yes" }),
		};
	},
});
