import { z } from "zod";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { NotFound } from "./errors.ts";
import { SubmissionOutput } from "./get-plan.ts";
import { defineOperation } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";
import type { Snapshot } from "./ports.ts";
import type { SnapshotContent } from "./take-snapshot.ts";

/** What was sent: its checksum, the files that went with it, who signed, and what the Board decided, as it stood that day. */
export type SubmissionView = {
	readonly submission: Omit<Snapshot, "content">;
	readonly title: string;
	readonly editionId: string;
	readonly attachments: readonly Fact<"attachment">[];
	readonly signatures: readonly Fact<"signature">[];
	readonly boardActions: readonly Fact<"board-action">[];
	/** How many of those whose name or words it has have withdrawn their consent since. */
	readonly consentWithdrawn: number;
};

/**
 * One submission as it was kept. Its checksum is that of the kept text, worked out anew with each look: a text that is no longer
 * what was sent is an error, and never shown.
 */
export const getSubmission = defineOperation({
	name: "get-submission",
	title: "Get what was submitted",
	http: { method: "get", path: "/plans/{documentId}/submissions/{number}" },
	input: z.object({ documentId: z.uuid(), number: z.coerce.number().int().min(1) }),
	output: z
		.object({
			submission: SubmissionOutput,
			title: z.string(),
			editionId: z.string(),
			attachments: z.array(factOutputs.attachment).describe("With the checksum of each. None is missing."),
			signatures: z.array(factOutputs.signature),
			boardActions: z.array(factOutputs["board-action"]),
			consentWithdrawn: z
				.int()
				.describe("How many of those whose name or words it has have withdrawn their consent since."),
		})
		.meta({ id: "SubmissionView" }),
	async run({ ids, stores }, input): Promise<SubmissionView> {
		const snapshot = await stores.snapshots.find(input.documentId, input.number);
		if (!snapshot) throw new NotFound("There is no such submission, or it is not shared with you.");
		const { content, ...submission } = snapshot;
		if (ids.hash(content) !== snapshot.sha256) {
			throw new Error(`Submission ${snapshot.id} does not have the checksum that was written down.`);
		}
		const { facts } = JSON.parse(content) as SnapshotContent;
		const shown = new Set(
			(facts.entries?.["partner-input"] ?? [])
				.filter(({ said, partyId }) => said !== "" || partyId !== null)
				.map(({ id }) => id),
		);
		const withdrawn = (await stores.facts.list("partner-input", { documentId: input.documentId })).filter(
			({ withdrawnOn }) => withdrawnOn !== null,
		);
		return {
			submission,
			title: facts.document.title,
			editionId: facts.document.editionId,
			attachments: facts.attachments ?? [],
			signatures: facts.signatures ?? [],
			boardActions: facts.boardActions ?? [],
			consentWithdrawn: withdrawn.filter(({ id }) => shown.has(id)).length,
		};
	},
});
