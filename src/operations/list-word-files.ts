import { z } from "zod";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { getDocument } from "./open-plan.ts";
import { defineOperation } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";

export type ReadWordFile = {
	readonly file: Fact<"word-file">;
	readonly readBy: string;
	readonly readAt: string;
	readonly open: number;
	readonly taken: number;
	readonly left: number;
};

/** The Word files that were read against a plan, newest first, with how many of their changes are open, taken and left. */
export const listWordFiles = defineOperation({
	name: "list-word-files",
	title: "List the Word files that were read against a plan",
	http: { method: "get", path: "/plans/{documentId}/word-files" },
	input: z.object({ documentId: z.uuid() }),
	output: z.array(
		z.object({
			file: factOutputs["word-file"],
			readBy: z.string(),
			readAt: z.string(),
			open: z.int().min(0),
			taken: z.int().min(0),
			left: z.int().min(0),
		}),
	),
	async run(context, { documentId }): Promise<readonly ReadWordFile[]> {
		const { stores } = context;
		const document = await getDocument(context, documentId);
		const files = await stores.facts.list("word-file", { documentId: document.id });
		const proposals = await stores.facts.list("word-proposal", { documentId: document.id });
		const made = new Map((await stores.actions.firstOf(files.map(({ id }) => id))).map((each) => [each.subject, each]));
		return files
			.map((file) => {
				const count = (state: Fact<"word-proposal">["state"]) =>
					proposals.filter((each) => each.importId === file.id && each.state === state).length;
				return {
					file,
					readBy: made.get(file.id)?.actorName ?? "",
					readAt: made.get(file.id)?.at ?? "",
					open: count("open"),
					taken: count("taken"),
					left: count("left"),
				};
			})
			.toSorted((one, other) => (made.get(other.file.id)?.seq ?? 0) - (made.get(one.file.id)?.seq ?? 0));
	},
});
