import { z } from "zod";
import { type AlignedDocument, type AlignmentRule, alignmentOf } from "../domain/document/alignment.ts";
import { assemblePlan } from "../domain/plan/assemble-plan.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { findEdition } from "../frameworks/editions.ts";
import { getState } from "./get-state.ts";
import { listRevisions } from "./live-facts.ts";
import { getEdition } from "./open-plan.ts";
import { defineOperation, type OperationContext } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";
import { CheckResultOutput } from "./outputs/plan-outputs.ts";
import { checkPlan, dayOf, signedSha256, stageOf, textSha256Of } from "./plan-checks.ts";

export type AlignmentView = {
	readonly jurisdiction: Fact<"jurisdiction">;
	/** The documents that were looked at: the plans whose period has not ended, each with the newest paper that reports on it. */
	readonly documents: readonly Fact<"document">[];
	readonly rules: readonly AlignmentRule[];
};

const AlignmentViewOutput = z
	.object({
		jurisdiction: factOutputs.jurisdiction,
		documents: z
			.array(factOutputs.document)
			.describe("The plans whose period has not ended, each with the newest paper that reports on it."),
		rules: z.array(
			z.object({
				ruleId: z.string(),
				requirement: z.string(),
				standing: z.enum(["holds", "does-not-hold", "nothing-to-check"]),
				looked: z.string().describe("What was looked at, in words."),
				problems: z.array(
					z.object({ documentId: z.uuid(), message: z.string(), place: CheckResultOutput.shape.place }),
				),
				setAside: z.int().min(0).describe("Problems that somebody who may has set aside with a reason."),
			}),
		),
	})
	.meta({ id: "Alignment" });

/**
 * How a State's current documents stand to each other: what the checks of their editions say of INT-02 to INT-09, over all of them.
 * Nobody is shown more than the documents that they may read.
 */
export const getAlignment = defineOperation({
	name: "get-alignment",
	title: "Get the alignment of a State's documents",
	http: { method: "get", path: "/jurisdictions/{jurisdictionId}/alignment" },
	input: z.object({ jurisdictionId: z.uuid() }),
	output: AlignmentViewOutput,
	async run(context, { jurisdictionId }): Promise<AlignmentView> {
		const jurisdiction = await getState(context.stores, jurisdictionId);
		const documents = await currentDocuments(context, jurisdictionId);
		const aligned: AlignedDocument[] = [];
		for (const { id } of documents) {
			const found = await lookAt(context, id);
			if (found) aligned.push(found);
		}
		return { jurisdiction, documents, rules: alignmentOf(aligned) };
	},
});

const frameworks: ReadonlySet<string> = new Set(["us-cfsp", "us-pip", "us-cfsr"]);

async function currentDocuments(
	{ clock, stores }: OperationContext,
	jurisdictionId: string,
): Promise<readonly Fact<"document">[]> {
	const today = dayOf(clock());
	const cycles = await stores.facts.list("cycle", { jurisdictionId });
	const runs = new Set(cycles.filter(({ endsOn }) => endsOn >= today).map(({ id }) => id));
	const all = (await stores.facts.list("document", { jurisdictionId })).filter(
		({ cycleId, editionId }) => runs.has(cycleId) && frameworks.has(findEdition(editionId)?.framework ?? ""),
	);
	return all.filter(
		(each) =>
			each.updateOf === null ||
			!all.some((other) => other.updateOf === each.updateOf && (other.updateNumber ?? 0) > (each.updateNumber ?? 0)),
	);
}

async function lookAt({ clock, ids, stores }: OperationContext, id: string): Promise<AlignedDocument | undefined> {
	const facts = await stores.plans.find(id);
	if (!facts) return undefined;
	const edition = getEdition(facts.document);
	const graph = assemblePlan(facts);
	const checks = checkPlan(graph, edition, {
		...{ now: clock(), stage: stageOf(facts.document), planSha256: signedSha256(facts, ids) },
		...textSha256Of(facts, ids),
	});
	return { graph, edition, checks, revisions: facts.document.updateOf ? await listRevisions(stores, facts) : [] };
}
