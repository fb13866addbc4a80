import { z } from "zod";
import { NeutralDocument } from "../documents/neutral/neutral-document.ts";
import { buildPaper } from "./build-paper.ts";
import { NotAllowed, NotFound } from "./errors.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { signedSha256 } from "./plan-checks.ts";

/** What is to be counted, for those who write the plan: the paper of a plan as it stands and the checksum to keep the count under; null when that is counted. */
export const getPaperToCount = defineOperation({
	name: "get-paper-to-count",
	title: "Get the paper whose pages are to be counted",
	http: { method: "get", path: "/internal/papers-to-count/{documentId}" },
	input: z.object({ documentId: z.uuid() }),
	output: z.object({ paper: NeutralDocument, contentSha256: z.string() }).nullable(),
	async run(context, { documentId }): Promise<{ paper: NeutralDocument; contentSha256: string } | null> {
		const { ids, stores } = context;
		const facts = await stores.plans.find(documentId);
		if (!facts) throw new NotFound("There is no such plan, or it is not shared with you.");
		const path = await stores.jurisdictions.pathOf(facts.document.jurisdictionId);
		requireRole(context.actor, "plan.write", path);
		const contentSha256 = signedSha256(facts, ids);
		const known = await stores.pageCounts.find(documentId);
		if (known?.contentSha256 === contentSha256) return null;
		return { paper: await buildPaper(context, facts), contentSha256 };
	},
});

/** Keeps a count in the place of the one before. Done by the installation, after it has rendered the paper. */
export const keepPageCount = defineOperation({
	name: "keep-page-count",
	title: "Keep the number of pages of a plan",
	http: { method: "post", path: "/internal/page-counts/{documentId}" },
	input: z.object({
		documentId: z.uuid(),
		contentSha256: z.string(),
		narrative: z.number().int().min(0),
		components: z.number().int().min(0),
		whole: z.number().int().min(0),
	}),
	output: z.object({ kept: z.literal(true) }),
	async run({ actor, clock, stores }, input): Promise<{ kept: true }> {
		if (!actor.grants.some(({ role }) => role === "installation")) {
			throw new NotAllowed("This is done by the installation itself.");
		}
		const document = await stores.facts.find("document", input.documentId);
		if (!document) throw new NotFound("There is no such plan any more.");
		await stores.pageCounts.keep({ ...input, jurisdictionId: document.jurisdictionId, countedAt: clock() });
		return { kept: true };
	},
});
