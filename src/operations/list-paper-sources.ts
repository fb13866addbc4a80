import { z } from "zod";
import { anchorsOf } from "../documents/neutral/anchors-of.ts";
import type { PlanFacts } from "../domain/plan/plan-graph.ts";
import { type FactKind, factKinds } from "../domain/workflow/fact-kinds.ts";
import { buildPaper } from "./build-paper.ts";
import { NotFound } from "./errors.ts";
import { defineOperation } from "./operation.ts";
import { FactKindOutput } from "./outputs/plan-outputs.ts";
import type { SnapshotContent } from "./take-snapshot.ts";

export type PaperSource = {
	readonly anchor: string;
	readonly kind: FactKind | "observation";
	readonly id: string;
	readonly field: string;
	/** Null for a figure: those are never changed, only replaced. */
	readonly version: number | null;
};

/**
 * Where each passage, row and cell of a paper came from: the fact, its field and its version (INT-13). As the document stands, or as it
 * was sent.
 */
export const listPaperSources = defineOperation({
	name: "list-paper-sources",
	title: "List where a paper comes from",
	http: { method: "get", path: "/plans/{documentId}/sources" },
	input: z.object({ documentId: z.uuid(), submission: z.coerce.number().int().min(1).optional() }),
	output: z.array(
		z
			.object({
				anchor: z.string(),
				kind: z.union([FactKindOutput, z.literal("observation")]),
				id: z.uuid(),
				field: z.string(),
				version: z.int().nullable(),
			})
			.meta({ id: "PaperSource" }),
	),
	async run(context, { documentId, submission }): Promise<readonly PaperSource[]> {
		const { stores } = context;
		const kept = submission === undefined ? undefined : await stores.snapshots.find(documentId, submission);
		if (submission !== undefined && !kept) throw new NotFound(`This plan has no submission ${submission}.`);
		if (kept) {
			const { paper, facts } = JSON.parse(kept.content) as SnapshotContent;
			return sourcesOf(anchorsOf(paper), facts);
		}
		const facts = await stores.plans.find(documentId);
		if (!facts) throw new NotFound("There is no such plan, or it is not shared with you.");
		return sourcesOf(anchorsOf(await buildPaper(context, facts)), facts);
	},
});

function sourcesOf(anchors: readonly string[], facts: PlanFacts): readonly PaperSource[] {
	const known = versionsOf(facts);
	const answers = new Map(facts.answers.map((each) => [`${each.focusAreaId ?? each.documentId}/${each.field}`, each]));
	return anchors.flatMap((anchor): PaperSource[] => {
		const [id = "", field = ""] = anchor.split("/");
		const answer = answers.get(`${id}/${field}`);
		// A text of a field is a fact of its own; what is shown from another document names that one.
		const source = answer && (facts.sharedAnswers.find((each) => each.id === answer.sameAs) ?? answer);
		if (source) return [{ anchor, kind: "answer", id: source.id, field, version: source.version }];
		const fact = known.get(id);
		return fact ? [{ anchor, id, field, ...fact }] : [];
	});
}

type Version = Pick<PaperSource, "kind" | "version">;

function versionsOf(facts: PlanFacts): ReadonlyMap<string, Version> {
	const found = new Map<string, Version>();
	const add = (kind: PaperSource["kind"], list: readonly { readonly id: string; readonly version?: number }[]) => {
		for (const { id, version } of list) found.set(id, { kind, version: version ?? null });
	};
	add("document", [facts.document]);
	add("focus-area", facts.focusAreas);
	add("goal", facts.goals);
	add("goal-use", facts.goalUses);
	add("objective", facts.objectives);
	add("baseline", facts.baselines);
	add("target", facts.targets);
	add("measure", facts.measures);
	add("strategy", facts.strategies);
	add("milestone", facts.milestones);
	add("team-member", facts.teamMembers);
	add("finding", facts.findings);
	add("service", facts.services);
	add("amendment", facts.amendments);
	add("observation", facts.observations);
	for (const kind of factKinds) {
		const list = facts.entries[kind as keyof typeof facts.entries] as
			| readonly { id: string; version: number }[]
			| undefined;
		if (list) add(kind, list);
	}
	return found;
}
