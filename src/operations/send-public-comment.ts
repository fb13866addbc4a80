import { contentBlocks } from "../documents/neutral/content-blocks.ts";
import { nameParagraphs } from "../documents/neutral/name-paragraphs.ts";
import type { CellBlock, ContentBlock, NeutralDocument } from "../documents/neutral/neutral-document.ts";
import { headingText, runsText } from "../documents/neutral/plain-text.ts";
import { isOpenForComment, PublicComment } from "../domain/publication/publication-facts.ts";
import { Refused } from "./errors.ts";
import { getPublication } from "./get-publication.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { MadeOutput } from "./outputs/log-outputs.ts";
import { dayOf } from "./plan-checks.ts";
import { postedPaper } from "./posted-paper.ts";

/** More than a public hearing brings in on a day: somebody's program is sending. */
const mostOnADay = 300;

/**
 * Takes a comment of the public on a posted plan, on one place of it or the whole. The installation does it, since the writer needs no
 * account. It is shown once somebody of the agency has let it through.
 */
export const sendPublicComment = defineOperation({
	name: "send-public-comment",
	title: "Comment on a posted plan",
	http: { method: "post", path: "/public/plans/{publicationId}/comments" },
	input: PublicComment.pick({
		publicationId: true,
		anchor: true,
		name: true,
		showName: true,
		text: true,
		language: true,
	}),
	output: MadeOutput,
	async run({ actor, clock, ids, stores }, input): Promise<{ id: string }> {
		const role = requireRole(actor, "jurisdiction.manage", []);
		const publication = await getPublication(stores, input.publicationId);
		const today = dayOf(clock());
		if (!isOpenForComment(publication, today)) {
			throw new Refused("This plan is not open for comment now. What you wrote was not sent.");
		}
		const { documentId, jurisdictionId, submission } = publication;
		const here = { publicationId: publication.id, channel: "web", receivedOn: today } as const;
		if ((await stores.facts.list("public-comment", here)).length >= mostOnADay) {
			throw new Refused("Too many comments came in today. Please send yours tomorrow, or by mail to the agency.");
		}
		const snapshot = await stores.snapshots.find(documentId, submission);
		const posted = snapshot && (await postedPaper(stores, snapshot)).paper;
		const quote = posted && quoteAt(nameParagraphs(posted), input.anchor);
		const id = ids.next();
		await stores.facts.write({
			...{ kind: "public-comment", id, verb: "add", expectedVersion: 0, jurisdictionId, root: documentId, role },
			reason: "Sent on the public page",
			patch: {
				...{ jurisdictionId, documentId, ...here, name: input.name, showName: input.showName, text: input.text },
				// A place that the paper does not have is the whole.
				...{ language: input.language, anchor: quote === undefined ? "" : input.anchor, quote: quote ?? "" },
				...{ state: "waiting", hiddenReason: "", theme: "", answer: "", outcome: null, answeredOn: null },
			},
		});
		return { id };
	},
});

/** The first words of the place in a paper; undefined where there is no such place. */
export function quoteAt(paper: NeutralDocument, anchor: string): string | undefined {
	if (anchor === "") return undefined;
	for (const block of contentBlocks(paper.blocks)) {
		const quote = quoteIn(block, anchor);
		if (quote !== undefined) return quote.slice(0, 500);
	}
	return undefined;
}

function quoteIn(block: ContentBlock | CellBlock, anchor: string): string | undefined {
	if (block.type === "table") {
		if (block.id === anchor) return block.caption;
		const cells = block.rows.flatMap((row) => row.cells.flatMap(({ blocks }) => blocks));
		return cells.map((each) => quoteIn(each, anchor)).find((quote) => quote !== undefined);
	}
	if (block.type === "list") {
		const item = block.items.find(({ id }) => id === anchor);
		return item ? runsText(item.runs) : undefined;
	}
	if (!("id" in block) || block.id !== anchor) return undefined;
	if (block.type === "heading") return headingText(block);
	if (block.type === "paragraph") return runsText(block.runs);
	return block.type === "figure" ? block.caption : "";
}
