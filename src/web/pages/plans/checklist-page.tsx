import type { EditionSection } from "../../../domain/document/edition.ts";
import { type ItemState, itemStateLabels } from "../../../domain/document/item-state.ts";
import { sectionAddress } from "../../../domain/drafting/section-address.ts";
import { fieldId } from "../../forms/form-problem.ts";
import { DataTable } from "../parts/data-table.tsx";
import { StatusTag } from "../parts/status-tag.tsx";
import type { PlanContext } from "./plan-context.ts";
import { PlanLayout } from "./plan-layout.tsx";
import { planPath } from "./plan-paths.ts";
import { count } from "./plan-words.ts";

type Item = {
	readonly item: string;
	readonly label: string;
	readonly section: string;
	readonly sectionId: string;
	readonly cites: readonly string[];
	readonly mark: "confirmed" | "known" | null;
	readonly required: boolean;
	readonly state: ItemState;
	readonly anchor: string;
	readonly sectionKind: EditionSection["kind"];
	readonly file: string | null;
};

export const checklistFormats = [
	["xlsx", "Excel"],
	["pdf", "PDF"],
	["docx", "Word"],
	["html", "HTML"],
] as const;

/** The authority's outline as a checklist: where each item is answered, how, and on which page of the PDF. */
export function ChecklistPage(props: {
	readonly plan: PlanContext;
	readonly items: readonly Item[];
	readonly pages: ReadonlyMap<string, number>;
}) {
	const { plan, items, pages } = props;
	const { id } = plan.graph.document;
	const open = items.filter(({ required, state }) => required && (state === "empty" || state === "carried"));
	return (
		<PlanLayout plan={plan} title="Checklist">
			<p className="usa-intro">
				{items.length === 0
					? "The edition of this plan has no numbered outline."
					: open.length === 0
						? `All ${count(items.length, "item")} are answered.`
						: `${open.length} of ${count(items.length, "item")} still wait for an answer.`}
			</p>
			<p>
				Download:{" "}
				{checklistFormats.map(([format, label], i) => (
					<span key={format}>
						{i > 0 ? ", " : ""}
						<a className="usa-link" href={planPath(id, `/checklist.${format}`)}>
							{label}
							<span className="usa-sr-only"> of the checklist</span>
						</a>
					</span>
				))}
			</p>
			<DataTable
				caption="Each item with its page in the PDF"
				label="Checklist"
				columns={[
					{ label: "Item" },
					{ label: "What is asked" },
					{ label: "Statute or regulation" },
					{ label: "Answered" },
					{ label: "Page, or file", numeric: true },
				]}
				rows={items.map((each) => ({
					key: each.item,
					cells: [
						each.item,
						<a key="label" className="usa-link" href={addressOfItem(id, each)}>
							{each.label}
						</a>,
						`${each.cites.join("; ")}${each.mark === "known" ? " (known, no source was read)" : ""}`,
						<StatusTag key="state" tone={toneOf(each)}>
							{itemStateLabels[each.state]}
						</StatusTag>,
						each.file ?? pages.get(each.anchor) ?? pages.get(each.sectionId) ?? "",
					],
				}))}
			/>
		</PlanLayout>
	);
}

/** Where the item is answered: its field, or the page of its section. */
function addressOfItem(documentId: string, { sectionId, sectionKind, anchor }: Item): string {
	const section = planPath(documentId, sectionAddress({ id: sectionId, kind: sectionKind }));
	return anchor === "" ? section : `${section}#${fieldId(anchor.split("/")[1] ?? "")}`;
}

function toneOf({ state, required }: Item) {
	if (state === "empty") return required ? "bad" : "quiet";
	return state === "carried" ? "waiting" : "good";
}
