import { checklistDocument, checklistSheet } from "../documents/checklist-document.ts";
import { writeWorkbook } from "../documents/excel/write-workbook.ts";
import type { PdfRenderer } from "../documents/pdf/create-pdf-renderer.ts";
import { type PaperFormat, type RenderedPaper, renderPaper } from "../documents/render-paper.ts";
import type { Actor } from "../domain/people/may.ts";
import { type Checklist, getChecklist } from "../operations/get-checklist.ts";
import { getPaper } from "../operations/get-paper.ts";
import { type Performer, perform } from "../operations/operation.ts";
import { dayOf } from "../operations/plan-checks.ts";

export type ChecklistFormat = Exclude<PaperFormat, "html-fragment"> | "xlsx";
type Asked = { readonly documentId: string; readonly submission?: number };

/** A checklist with the page of each item; undefined where the item does not stand on the paper. */
export type PagedChecklist = Checklist & { readonly pages: ReadonlyMap<string, number> };

/** The checklist of a plan, its pages counted on the paper itself. */
export type Checklists = {
	get(person: Actor, asked: Asked): Promise<PagedChecklist>;
	render(person: Actor, asked: Asked & { readonly format: ChecklistFormat }): Promise<RenderedPaper>;
};

/** How many counts are remembered: a count costs a rendering, and a paper that has not changed has the same pages. */
const remembered = 50;

export function createChecklists(services: { readonly performer: Performer; readonly pdf: PdfRenderer }): Checklists {
	const { performer, pdf } = services;
	const counted = new Map<string, ReadonlyMap<string, number>>();

	async function get(person: Actor, asked: Asked): Promise<PagedChecklist> {
		const checklist = await perform(performer, getChecklist, person, asked);
		if (checklist.items.length === 0) return { ...checklist, pages: new Map() };
		const { paper } = await perform(performer, getPaper, person, asked);
		const key = `${asked.documentId}/${paper.metadata.versionHash ?? ""}/${paper.metadata.created}`;
		let pages = counted.get(key);
		if (!pages) {
			const printed = await pdf.render(paper);
			const sections = printed.pagesBySection.map(({ id, firstPage }) => [id, firstPage] as const);
			pages = new Map([...sections, ...printed.pageByItem]);
			counted.set(key, pages);
			for (const oldest of [...counted.keys()].slice(0, Math.max(0, counted.size - remembered))) counted.delete(oldest);
		}
		return { ...checklist, pages };
	}

	return {
		get,
		async render(person, { format, ...asked }) {
			const checklist = await get(person, asked);
			const today = dayOf(performer.clock());
			if (format !== "xlsx") return renderPaper(checklistDocument(checklist, today), format, pdf);
			const title = { creator: checklist.edition, title: checklist.title, created: today };
			return {
				bytes: await writeWorkbook([checklistSheet(checklist)], title),
				mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
				extension: "xlsx",
			};
		},
	};
}
