import { z } from "zod";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { NotFound } from "./errors.ts";
import { defineOperation, type OperationContext, requireRole } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";
import { dayOf } from "./plan-checks.ts";

export type OpenedPaper = {
	readonly distribution: Fact<"distribution">;
	readonly stateName: string;
	/** The newest submission of the plan or report that was given out; null where none was, or where only words tell of it. */
	readonly submission: number | null;
};

const ended = "This link has ended, or there never was one at this address.";

/** What a mailed paper is: read by the installation for whoever holds its link. Throws `NotFound` once it was taken back. */
export const openPaperLink = defineOperation({
	name: "open-paper-link",
	title: "Open the mailed link of a paper",
	http: { method: "get", path: "/internal/paper-links/{distributionId}" },
	input: z.object({ distributionId: z.uuid() }),
	output: z.object({
		distribution: factOutputs.distribution,
		stateName: z.string(),
		submission: z.int().nullable(),
	}),
	run: (context, input): Promise<OpenedPaper> => openPaper(context, input.distributionId),
});

/** Notes that the holder of a mailed link has the paper. A second time changes nothing. */
export const confirmReceipt = defineOperation({
	name: "confirm-receipt",
	title: "Say by a mailed link that a paper was received",
	http: { method: "post", path: "/internal/paper-links/{distributionId}/confirm" },
	input: z.object({ distributionId: z.uuid() }),
	output: z.object({
		distribution: factOutputs.distribution,
		stateName: z.string(),
		submission: z.int().nullable(),
	}),
	async run(context, input): Promise<OpenedPaper> {
		const opened = await openPaper(context, input.distributionId);
		const { id, version, jurisdictionId, receivedOn } = opened.distribution;
		if (receivedOn !== null) return opened;
		await context.stores.facts.write({
			...{ kind: "distribution", id, verb: "change", expectedVersion: version },
			patch: { receivedOn: dayOf(context.clock()) },
			...{ jurisdictionId, root: jurisdictionId, role: "installation", reason: "Said by the mailed link." },
		});
		return openPaper(context, id);
	},
});

async function openPaper({ actor, stores }: OperationContext, id: string): Promise<OpenedPaper> {
	requireRole(actor, "jurisdiction.manage", []);
	const distribution = await stores.facts.find("distribution", id);
	if (distribution?.channel !== "mail") throw new NotFound(ended);
	const state = await stores.facts.find("jurisdiction", distribution.jurisdictionId);
	const { documentId } = distribution;
	const [newest] = documentId === null ? [] : await stores.snapshots.list(documentId);
	return { distribution, stateName: state?.name ?? "", submission: newest?.number ?? null };
}
