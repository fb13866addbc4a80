import { z } from "zod";
import { type Edition, type EditionField, EditionSection } from "../domain/document/edition.ts";
import { factItemState, type ItemState, itemState, itemStateLabels } from "../domain/document/item-state.ts";
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
		sectionKind: EditionSection.shape.kind,
		label: z.string(),
		cites: z.array(z.string()).describe("Ids of statute and regulation items."),
		mark: z.enum(["confirmed", "known"]).nullable().describe("Whether a source was read for the item."),
		required: z.boolean(),
		state: z.enum(Object.keys(itemStateLabels) as [ItemState, ...ItemState[]]),
		anchor: z.string().describe("The place in the paper; empty for what has none of its own."),
		file: z.string().nullable().describe("The file that answers it; null where the document itself does."),
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
		const items = edition.sections.flatMap((section) => {
			const place = { section: section.title, sectionId: section.id, sectionKind: section.kind };
			return [...fieldRows(section, graph), ...factRows(section, graph), ...fileRows(section, edition, graph)]
				.map((row) => ({ ...place, ...row }))
				.toSorted((a, b) => a.item.localeCompare(b.item, "en", { numeric: true }));
		});
		return {
			title: `Checklist: ${facts.document.title}`,
			edition: edition.title,
			document: facts.document.title,
			submission: kept?.number ?? null,
			items,
		};
	},
});

type Row = Omit<ChecklistRow, "section" | "sectionId" | "sectionKind">;

/** Items that a text answers. */
function fieldRows({ fields, kind }: EditionSection, graph: PlanGraph): readonly Row[] {
	return fields.flatMap((field): readonly Row[] =>
		field.item === undefined
			? []
			: [
					{
						...{ item: field.item, label: field.label, required: field.required, file: null },
						...{ cites: [...(field.cites ?? [])], mark: field.mark ?? null },
						...placeOf(field, kind, graph),
					},
				],
	);
}

/** Items that facts answer: goals, partners, what a report says of each goal. */
function factRows({ items = [] }: EditionSection, graph: PlanGraph): readonly Row[] {
	return items.map((each) => ({
		...{ item: each.item, label: each.label, required: each.required, file: null, anchor: "" },
		...{ cites: [...(each.cites ?? [])], mark: each.mark ?? null, state: factItemState(each, graph) },
	}));
}

/** Items that a file answers: assurances, certifications, forms. */
function fileRows({ item, kind }: EditionSection, edition: Edition, graph: PlanGraph): readonly Row[] {
	if (item === undefined || kind !== "attachments") return [];
	return edition.attachments.map(({ id, label, required, source }, i) => {
		const files = graph.attachments.filter(({ attachmentKind }) => attachmentKind === id);
		return {
			...{ item: `${item}.${i + 1}`, label, required, cites: [source], mark: null, anchor: "" },
			...{ state: files.length > 0 ? ("attached" as const) : ("empty" as const) },
			file: files.map(({ fileName }) => fileName).join("; ") || null,
		};
	});
}

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
