import { z } from "zod";
import { InvalidInput, NotFound, Refused } from "./errors.ts";
import { openPlan } from "./open-plan.ts";
import { defineOperation } from "./operation.ts";
import { VersionOutput } from "./outputs/log-outputs.ts";
import { takeWordChange } from "./take-word-change.ts";
import { planTexts } from "./working-copy.ts";

/**
 * Takes or leaves one change of a Word file. Taken, it is done to the plan as if this person had typed it, from the version
 * that the file was made from: where somebody has changed the same text since, `StaleSave` shows both, and the newer version
 * must be named to set the file's text over it. What was left can still be taken.
 */
export const settleWordProposal = defineOperation({
	name: "settle-word-proposal",
	title: "Take or leave a change of a Word file",
	http: { method: "post", path: "/plans/{documentId}/word-changes/{proposalId}" },
	input: z.object({
		documentId: z.uuid(),
		proposalId: z.uuid(),
		decision: z.enum(["take", "leave"]),
		reason: z.string().trim().max(2000).default(""),
		version: z.coerce
			.number()
			.int()
			.min(0)
			.optional()
			.describe("The version of the plan's text that was seen; without it the one that the file was made from."),
	}),
	output: VersionOutput,
	async run(context, input): Promise<{ version: number }> {
		const { stores } = context;
		const { document, role } = await openPlan(context, input.documentId);
		const proposal = await stores.facts.find("word-proposal", input.proposalId);
		if (proposal?.documentId !== document.id) throw new NotFound("There is no such change of a Word file here.");
		if (proposal.state === "taken") {
			throw new Refused("This change was taken before. To undo it, change the text in the plan.");
		}
		if (proposal.state === "left" && input.decision === "leave") {
			throw new Refused("This change was left before. It can still be taken.");
		}
		const file = await stores.facts.find("word-file", proposal.importId);
		const facts = await stores.plans.find(document.id);
		if (!file || !facts) throw new NotFound("There is no such change of a Word file here.");
		if (input.decision === "take") {
			const why = `${proposal.author === "" ? "From" : `By ${proposal.author}, from`} the Word file ${file.fileName}${input.reason === "" ? "" : `: ${input.reason}`}`;
			const version = input.version ?? proposal.baseVersion;
			await takeWordChange(context, await planTexts(context, facts), proposal, version, why.slice(0, 2000)).catch(
				(error: unknown) => {
					if (!(error instanceof InvalidInput)) throw error;
					const problems = error.problems.map(({ message }) => ({ field: "after", message }));
					throw new InvalidInput(problems);
				},
			);
		}
		const version = await stores.facts.write({
			kind: "word-proposal",
			id: proposal.id,
			verb: "change",
			expectedVersion: proposal.version,
			patch: { state: input.decision === "take" ? "taken" : "left", reason: input.reason },
			jurisdictionId: document.jurisdictionId,
			root: file.id,
			role,
			reason: input.reason,
		});
		return { version };
	},
});
