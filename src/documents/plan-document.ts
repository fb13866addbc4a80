import { attachmentKindsOf, isTaken } from "../domain/approval/approval-state.ts";
import type { Edition, EditionSection } from "../domain/document/edition.ts";
import { graphAsAgreed } from "../domain/engagement/consent.ts";
import type { PlanGraph } from "../domain/plan/plan-graph.ts";
import { type DocumentState, stateLabels } from "../domain/workflow/document-workflow.ts";
import { bulletList, emphasis, heading, neutralDocument, paragraph, section } from "./neutral/build-blocks.ts";
import type { ContentBlock, NeutralDocument, SectionBlock, SectionRole } from "./neutral/neutral-document.ts";
import { assessmentBlocks, summaryBlocks } from "./plan/assessment-blocks.ts";
import { assignedBlocks } from "./plan/assigned-blocks.ts";
import { componentBlocks } from "./plan/component-blocks.ts";
import { coverBlocks } from "./plan/cover-blocks.ts";
import { lineOr, notYetWritten } from "./plan/field-blocks.ts";
import { liveBlocksOf, narrativeBlocks } from "./plan/narrative-blocks.ts";
import { createAnchors } from "./plan/plan-anchors.ts";
import type { PlanDocumentOptions, PlanPrinting } from "./plan/plan-printing.ts";
import { progressBlocks } from "./plan/progress-blocks.ts";
import { teamBlocks } from "./plan/team-blocks.ts";

/** In which states what is printed is not yet what the agency has put its name to. */
export const isDraft: Readonly<Record<DocumentState, boolean>> = {
	drafting: true,
	ready: true,
	"board-approved": true,
	submitted: false,
	"under-review": false,
	"recommendations-made": false,
	returned: true,
	"in-negotiation": false,
	"assigned-by-state": false,
	accepted: false,
};

const roles: Readonly<Record<EditionSection["kind"], SectionRole>> = {
	cover: "cover",
	narrative: "narrative",
	components: "components",
	progress: "components",
	team: "attachments",
	attachments: "attachments",
	assessment: "components",
	summary: "narrative",
};

/**
 * The plan on paper, in the order of its edition's sections (SIP-6), with every place named by the fact and field that it
 * shows. Figures carry their source; small counts are masked (design, invariant 6). What is required and still empty is
 * printed as not yet written; a draft is marked on every page.
 */
export function buildPlanDocument(graph: PlanGraph, edition: Edition, options: PlanDocumentOptions): NeutralDocument {
	const printing: PlanPrinting = { graph: graphAsAgreed(graph), edition, options, anchor: createAnchors() };
	const { document, jurisdiction } = graph;
	const printable = edition.sections.filter(
		(each) =>
			isPrinted(each, edition) &&
			isWanted(each, options.sections) &&
			(options.liveOf === undefined || each.id === options.liveOf),
	);
	return neutralDocument(
		{
			title: options.title ?? lineOr(document.title, edition.document.name),
			language: "en",
			author: lineOr(
				graph.answers.get("cover.responsibleAgency")?.value ?? "",
				lineOr(jurisdiction.name, edition.authority),
			),
			subject: `${edition.document.name} of ${jurisdiction.name}`,
			created: options.today,
			edition: edition.title,
			status: { label: stateLabels[document.state], draft: isDraft[document.state] },
			...(options.versionHash !== undefined && { versionHash: options.versionHash }),
		},
		[...printable.map((each) => printSection(each, printing)), ...assignedSections(printing)],
	);
}

function isWanted(each: EditionSection, wanted: PlanDocumentOptions["sections"]): boolean {
	return wanted === undefined || wanted.includes(each.kind);
}

/** What the State has set, where it has set something (SIP-110): on the whole paper, not on a part of it. */
function assignedSections(printing: PlanPrinting): SectionBlock[] {
	if (printing.options.sections !== undefined || printing.options.liveOf !== undefined) return [];
	const blocks = assignedBlocks(printing);
	return blocks.length > 0 ? [section("narrative", "set-by-the-state", blocks)] : [];
}

/** Sections that the program knows only by name are left out; of several for components the first holds them all. */
function isPrinted(each: EditionSection, edition: Edition): boolean {
	if (each.kind === "components") return each === edition.sections.find(({ kind }) => kind === "components");
	if (each.kind === "progress") return true;
	if (each.kind === "team") return edition.teamGroups.length > 0;
	if (each.kind === "assessment") return true;
	return each.kind === "attachments" ? edition.attachments.length > 0 : each.fields.length > 0;
}

function printSection(each: EditionSection, printing: PlanPrinting): SectionBlock {
	return section(roles[each.kind], each.id, sectionBlocks(each, printing));
}

function sectionBlocks(each: EditionSection, printing: PlanPrinting): ContentBlock[] {
	if (printing.options.liveOf !== undefined) return liveBlocksOf(each, printing);
	switch (each.kind) {
		case "cover":
			return coverBlocks(each, printing);
		case "narrative":
			return narrativeBlocks(each, printing);
		case "progress":
			return progressBlocks(each, printing);
		case "assessment":
			return assessmentBlocks(each, printing);
		case "summary":
			return summaryBlocks(each, printing);
		case "team":
			return teamBlocks(each, printing);
		case "components": {
			const { components } = printing.graph;
			return [
				heading(1, each.title, { id: `section/${each.id}` }),
				...(components.length === 0 ? [paragraph(emphasis(notYetWritten))] : []),
				...components.flatMap((component) => componentBlocks(component, each, printing)),
			];
		}
		case "attachments": {
			const lines = attachmentLines(printing);
			return [
				heading(1, each.title, { id: `section/${each.id}` }),
				...(lines.length === 0
					? [paragraph("Nothing is attached.")]
					: [paragraph("To be sent with this plan:"), bulletList(lines)]),
			];
		}
	}
}

/** Every kind that is asked for or attached, with the names of the files. */
function attachmentLines({ edition, graph }: PlanPrinting): readonly string[] {
	return attachmentKindsOf(edition).flatMap(({ id, label, required }) => {
		const files = graph.attachments.filter((each) => each.attachmentKind === id && isTaken(each));
		if (files.length === 0 && !required) return [];
		const names = files.map(({ title, fileName }) => title || fileName).join(", ");
		return [names === "" ? label : `${label}: ${names}`];
	});
}
