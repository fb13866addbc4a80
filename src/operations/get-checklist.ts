import { z } from "zod";
import type { EditionField } from "../domain/document/edition.ts";
import { type ItemState, itemState, itemStateLabels } from "../domain/document/item-state.ts";
import { assemblePlan } from "../domain/plan/assemble-plan.ts";
import type { PlanGraph } from "../domain/plan/plan-graph.ts";
import { NotFound } from "./errors.ts";
import { getEdition } from "./open-plan.ts";
import { defineOperation } from "./operation.ts";
import type { SnapshotContent } from "./take-snapshot.ts";

const ChecklistItem = z
	.object({
		item: z.string(),
		section: z.string(),
		sectionId: z.string(),
		label: z.string(),
		cites: z.array(z.string()).describe("Ids of statute and regulation items."),
		mark: z.enum(["confirmed", "known"]).nullable().describe("Whether a source was read for the item."),
		required: z.boolean(),
		state: z.enum(Object.keys(itemStateLabels) as [ItemState, ...ItemState[]]),
		anchor: z.string().describe("The place in the paper."),
	})
	.meta({ id: "ChecklistItem" });
export type ChecklistRow = z.infer<typeof ChecklistItem>;

export type Checklist = {
	readonly title: string;
	readonly edition: string;
	readonly document: string;
	readonly submission: number | null;
	readonly items: readonly ChecklistRow[];
};

/**
 * The outline of the authority's instruction as a checklist: each item with the requirements that it serves, where it is answered and
 * how. As the document stands, or as it was sent. Empty where the edition has no numbered outline.
 */
export const getChecklist = defineOperation({
	name: "get-checklist",
	title: "Get the checklist of a plan",
	http: { method: "get", path: "/plans/{documentId}/checklist" },
	input: z.object({ documentId: z.uuid(), submission: z.coerce.number().int().min(1).optional() }),
	output: z
		.object({
			title: z.string(),
			edition: z.string(),
			document: z.string(),
			submission: z.int().nullable(),
			items: z.array(ChecklistItem),
		})
		.meta({ id: "Checklist" }),
	async run({ stores }, { documentId, submission }): Promise<Checklist> {
		const current = await stores.plans.find(documentId);
		const kept = submission === undefined ? undefined : await stores.snapshots.find(documentId, submission);
		if (submission !== undefined && !kept) throw new NotFound(`This plan has no submission ${submission}.`);
		const facts = kept ? (JSON.parse(kept.content) as SnapshotContent).facts : current;
		if (!facts) throw new NotFound("There is no such plan, or it is not shared with you.");
		const graph = assemblePlan(facts);
		const edition = getEdition(facts.document);
		const items = edition.sections.flatMap((section) =>
			section.fields
				.filter(({ item }) => item !== undefined)
				.map((field) => ({
					...{ item: field.item ?? "", section: section.title, sectionId: section.id, label: field.label },
					...{ cites: [...(field.cites ?? [])], mark: field.mark ?? null, required: field.required },
					...placeOf(field, section.kind, graph),
				})),
		);
		return {
			title: `Checklist: ${facts.document.title}`,
			edition: edition.title,
			document: facts.document.title,
			submission: kept?.number ?? null,
			items,
		};
	},
});

/** Where the item stands in the paper and how it is answered; of an item in each area the first that is not answered. */
function placeOf(field: EditionField, kind: string, graph: PlanGraph): { state: ItemState; anchor: string } {
	if (field.scope === "document") {
		const anchor = kind === "cover" ? `${graph.document.id}/${field.id}` : `item/${field.id}`;
		return { state: itemState(field, graph.answers, graph), anchor };
	}
	const areas = graph.components.map(({ answers, focusArea }) => ({
		state: itemState(field, answers, graph),
		anchor: `${focusArea.id}/${field.id}`,
	}));
	return areas.find(({ state }) => state === "empty") ?? areas[0] ?? { state: "empty", anchor: "" };
}
