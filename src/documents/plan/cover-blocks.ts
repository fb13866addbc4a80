import { signatureStates } from "../../domain/approval/approval-state.ts";
import type { EditionField, EditionSection } from "../../domain/document/edition.ts";
import { cell, heading, paragraph, signature, strong, table, tableRow } from "../neutral/build-blocks.ts";
import type { ContentBlock, TableRow } from "../neutral/neutral-document.ts";
import { fieldRuns, fieldText, lineOr } from "./field-blocks.ts";
import type { PlanPrinting } from "./plan-printing.ts";

/** The cover sheet: a table of label and value, the heads of its groups across it, and below it the places to sign. */
export function coverBlocks(section: EditionSection, printing: PlanPrinting): ContentBlock[] {
	const signatories = section.fields.filter((field) => field.type === "signatory");
	const rows = coverRows(
		section.fields.filter((field) => field.type !== "signatory"),
		printing,
	);
	return [
		heading(1, section.title, { id: `section/${section.id}` }),
		...(rows.length === 0
			? []
			: [table({ caption: printing.edition.document.name, weights: [2, 3], headerRows: 0, headerColumns: 1, rows })]),
		...(signatories.length > 0 && section.aboveSignatures ? [paragraph(strong(section.aboveSignatures))] : []),
		...signatories.map((field) => signatureBlock(field, printing)),
	];
}

function coverRows(fields: readonly EditionField[], { graph, anchor }: PlanPrinting): readonly TableRow[] {
	let group: string | undefined;
	return fields.flatMap((field) => {
		const head = field.group !== undefined && field.group !== group ? [groupRow(field.group)] : [];
		group = field.group;
		const text = fieldText(field, graph.answers, graph);
		return [
			...head,
			tableRow([`${field.label}:`, cell(fieldRuns(field, text), { id: anchor(graph.document.id, field.id) })]),
		];
	});
}

function groupRow(group: string): TableRow {
	return tableRow([cell(group, { colspan: 2 })]);
}

/** A blank line to sign on paper, or the name and day of a signature that stands for the plan as it is printed. */
function signatureBlock(field: EditionField, { graph, edition, options, anchor }: PlanPrinting) {
	const state = signatureStates(graph, edition, options.planSha256 ?? "").find(
		({ signatory }) => signatory.field === field.id,
	);
	const signed = state?.standing === "signed" ? state.signature : undefined;
	const name = lineOr(signed?.name ?? fieldText(field, graph.answers, graph), "");
	return signature({
		...(signed && { signedOn: signed.signedOn }),
		id: anchor(graph.document.id, field.id),
		label: field.group ?? field.label,
		...(name !== "" && { name }),
	});
}
