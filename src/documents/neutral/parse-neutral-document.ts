import { z } from "zod";
import { DocumentRenderError } from "../document-error.ts";
import { contentBlocks } from "./content-blocks.ts";
import { type ContentBlock, NeutralDocument, type TableBlock } from "./neutral-document.ts";
import { placeCells } from "./table-grid.ts";

/**
 * Reads a neutral document from anything. Every renderer begins with it, so that what reaches a page, a Word file or a
 * PDF is checked text whoever built it. Throws `DocumentRenderError` that names up to five places and their faults.
 */
export function parseNeutralDocument(input: unknown): NeutralDocument {
	const parsed = NeutralDocument.safeParse(input);
	if (!parsed.success) throw refusal(z.prettifyError(parsed.error).split("\n").slice(0, 10), parsed.error);
	const problems = findProblems(parsed.data);
	if (problems.length > 0) throw refusal(problems.slice(0, 5));
	return parsed.data;
}

function refusal(problems: readonly string[], cause?: unknown): DocumentRenderError {
	return new DocumentRenderError(`The document cannot be printed as it stands:\n${problems.join("\n")}`, { cause });
}

function findProblems(document: NeutralDocument): string[] {
	const content = contentBlocks(document.blocks);
	return [...headingProblems(content), ...tableProblems(content), ...anchorProblems(document)];
}

function headingProblems(content: readonly ContentBlock[]): string[] {
	const problems: string[] = [];
	let last = 0;
	for (const block of content) {
		if (block.type !== "heading") continue;
		if (block.level > last + 1) {
			problems.push(
				`Heading "${block.text}" has level ${block.level}; after level ${last} at most ${last + 1} may follow.`,
			);
		}
		last = block.level;
	}
	return problems;
}

function tableProblems(content: readonly ContentBlock[]): string[] {
	return content.flatMap((block) => {
		if (block.type === "table") return tableProblem(block);
		return block.type === "figure" ? tableProblem(block.data) : [];
	});
}

function tableProblem(table: TableBlock): string[] {
	const grid = placeCells(table);
	if ("problem" in grid) return [`Table "${table.caption}": ${grid.problem}.`];
	return table.headerRows >= table.rows.length ? [`Table "${table.caption}" has no row below its header rows.`] : [];
}

function anchorProblems(document: NeutralDocument): string[] {
	const seen = new Set<string>();
	const links = new Set<string>();
	const problems: string[] = [];
	visit(document.blocks, (key, value) => {
		if (key === "href" && value.startsWith("#")) links.add(value.slice(1));
		if (key !== "id") return;
		if (seen.has(value)) problems.push(`The anchor "${value}" stands twice.`);
		seen.add(value);
	});
	for (const target of links) {
		if (!seen.has(target)) problems.push(`A link leads to "#${target}", which is nowhere in the document.`);
	}
	return problems;
}

function visit(value: unknown, report: (key: string, value: string) => void): void {
	if (Array.isArray(value)) for (const part of value) visit(part, report);
	else if (value !== null && typeof value === "object") {
		for (const [key, part] of Object.entries(value)) {
			if (typeof part === "string") report(key, part);
			else visit(part, report);
		}
	}
}
