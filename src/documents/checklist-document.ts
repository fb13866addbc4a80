import type { PlainDate } from "../domain/calendar/plain-date.ts";
import { type ItemState, itemStateLabels } from "../domain/document/item-state.ts";
import type { WorkbookSheet } from "./excel/write-workbook.ts";
import { heading, neutralDocument, paragraph, section, table } from "./neutral/build-blocks.ts";
import type { NeutralDocument } from "./neutral/neutral-document.ts";

type Item = {
	readonly item: string;
	readonly sectionId: string;
	readonly label: string;
	readonly cites: readonly string[];
	readonly mark: "confirmed" | "known" | null;
	readonly state: ItemState;
	readonly anchor: string;
	/** The file that answers it; null where the document itself does. */
	readonly file: string | null;
};

export type PrintedChecklist = {
	readonly title: string;
	readonly edition: string;
	readonly document: string;
	readonly submission: number | null;
	readonly items: readonly Item[];
	/** First page of each section and item, by id. */
	readonly pages: ReadonlyMap<string, number>;
};

const columns = ["Item", "What is asked", "Statute or regulation", "Answered", "Document", "Page"] as const;

/** The page on which an item begins: its own, or else that of its section; undefined where it is not printed. */
export function pageOf({ anchor, sectionId }: Item, pages: PrintedChecklist["pages"]): number | undefined {
	return pages.get(anchor) ?? pages.get(sectionId);
}

function rowsOf({
	items,
	document,
	pages,
}: PrintedChecklist): readonly (readonly [string, string, string, string, string, string])[] {
	return items.map((each) => [
		each.item,
		each.label,
		`${each.cites.join("; ")}${each.mark === "known" ? " (known, no source was read)" : ""}`.trim(),
		itemStateLabels[each.state],
		each.file ?? (each.state === "empty" ? "" : document),
		each.file === null ? String(pageOf(each, pages) ?? "") : "",
	]);
}

/** The authority's outline as a filled checklist: each item with document and page. */
export function checklistDocument(checklist: PrintedChecklist, today: PlainDate): NeutralDocument {
	const { title, edition, submission } = checklist;
	const of = submission === null ? "the document as it stands" : `submission ${submission}`;
	return neutralDocument(
		{
			...{ title, language: "en", author: edition, subject: edition, created: today, edition },
			status: { label: submission === null ? "Draft" : `Submission ${submission}`, draft: submission === null },
		},
		[
			section("narrative", "checklist", [
				heading(1, "Checklist"),
				paragraph(`Items of the outline, where each is answered in ${of}, and how. Pages are those of the PDF file.`),
				checklist.items.length === 0
					? paragraph("The edition of this document has no outline of items.")
					: table({
							caption: "Each item with document and page",
							weights: [1.2, 4, 3, 2.5, 3.5, 1],
							headerColumns: 1,
							rows: [[...columns], ...rowsOf(checklist).map((row) => [...row])],
						}),
			]),
		],
	);
}

/** The same as a worksheet. */
export function checklistSheet(checklist: PrintedChecklist): WorkbookSheet {
	return {
		name: "Checklist",
		columns: columns.map((header, i) => ({ header, width: [10, 48, 32, 26, 44, 8][i] ?? 12 })),
		rows: rowsOf(checklist),
	};
}
