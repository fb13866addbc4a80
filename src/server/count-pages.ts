import type { PdfDocument, PdfRenderer } from "../documents/pdf/create-pdf-renderer.ts";
import { installationActor } from "../domain/people/installation.ts";
import type { Actor } from "../domain/people/may.ts";
import { type Performer, perform } from "../operations/operation.ts";
import { getPaperToCount, keepPageCount } from "../operations/page-counts.ts";

/** Counts the pages of plans on the paper itself. Rendering costs, so a count is kept until the plan has changed. */
export type PageCounting = {
	/** Counts now, if the plan has changed since it was counted. Throws `NotFound` and `DocumentRenderError`. */
	count(person: Actor, documentId: string): Promise<void>;
	/** Counts in the background: the page that asks for it does not wait, and the next one shows the count. */
	countLater(person: Actor, documentId: string): void;
};

export function createPageCounting(services: {
	readonly performer: Performer;
	readonly pdf: Pick<PdfRenderer, "render">;
	readonly log: (line: string) => void;
}): PageCounting {
	const { performer, pdf, log } = services;
	const counting = new Map<string, Promise<void>>();

	async function countNow(person: Actor, documentId: string): Promise<void> {
		const work = await perform(performer, getPaperToCount, person, { documentId });
		if (work === null) return;
		const pages = pagesOf(await pdf.render(work.paper));
		const input = { documentId, contentSha256: work.contentSha256, ...pages };
		await perform(performer, keepPageCount, installationActor, input);
	}

	return {
		count: countNow,
		countLater(person, documentId) {
			if (counting.has(documentId)) return;
			const work = countNow(person, documentId)
				.catch((error: unknown) => log(`The pages of plan ${documentId} could not be counted: ${String(error)}`))
				.finally(() => counting.delete(documentId));
			counting.set(documentId, work);
		},
	};
}

/** The pages of the parts. The lists at the end are attachments, and no attachment counts towards the whole (SIP-8, SIP-12). */
export function pagesOf({ pagesBySection }: Pick<PdfDocument, "pagesBySection">): {
	readonly narrative: number;
	readonly components: number;
	readonly whole: number;
} {
	const of = (...roles: readonly string[]) =>
		pagesBySection.filter(({ role }) => roles.includes(role)).reduce((sum, { pages }) => sum + pages, 0);
	return {
		narrative: of("narrative"),
		components: of("components"),
		whole: of("cover", "narrative", "components"),
	};
}
