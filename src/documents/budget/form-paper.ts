import type { PlainDate } from "../../domain/calendar/plain-date.ts";
import { cellId, columnsOf, lineName } from "../../domain/money/form-cells.ts";
import type { FormPart } from "../../domain/money/form-edition.ts";
import { showTypedValue } from "../../domain/money/typed-value.ts";
import { cell, heading, neutralDocument, paragraph, section, signature, table } from "../neutral/build-blocks.ts";
import type { ContentBlock, NeutralDocument } from "../neutral/neutral-document.ts";
import { isSent, yearOfPart } from "./form-layout.ts";
import type { PrintedForm } from "./form-sheets.ts";

export type FormPaper = PrintedForm & {
	/** "Draft", "Submitted on June 20, 2027". */
	readonly status: { readonly label: string; readonly draft: boolean };
	readonly revision: number;
	readonly today: PlainDate;
	readonly versionHash: string;
};

/** A page is not wide enough for all columns of Part II: they are printed in groups of so many. */
const columnsAtATime = 5;

/** The form as a paper: the parts that are sent, with a place to sign. */
export function buildFormPaper(form: FormPaper): NeutralDocument {
	const { edition, stateName, years, status, revision } = form;
	const title = `${edition.label}: ${stateName}`;
	const subtitle = `Request for FFY${years.plans}, spending of FFY${years.reports}${revision > 0 ? `, revision ${revision}` : ""}`;
	const parts = edition.parts.filter(isSent);
	return neutralDocument(
		{
			...{ title, subtitle, language: "en", author: stateName, created: form.today, edition: edition.label },
			...{ status, versionHash: form.versionHash },
		},
		[
			section("narrative", "form", [
				heading(1, title),
				paragraph(subtitle),
				...parts.flatMap((part) => blocksOf(form, part)),
				paragraph("Numbers marked as not confirmed stand on no form of this edition that was read."),
				...certificationBlocks(edition),
			]),
		],
	);
}

/** What is certified, and a line for each who signs with name, position and day. */
function certificationBlocks({ certification }: FormPaper["edition"]): readonly ContentBlock[] {
	if (!certification) return [signature({ id: "signed", label: "Signature of the official of the State" })];
	return [
		heading(2, "Certification", { id: "certification" }),
		paragraph(certification.text),
		...certification.signatures.map((label, index) =>
			signature({ id: index === 0 ? "signed" : `signed-${index + 1}`, label: `${label}, with position` }),
		),
	];
}

function blocksOf(form: FormPaper, part: FormPart): readonly ContentBlock[] {
	const year = part.id === "head" ? "" : ` (FFY${yearOfPart(part, form.years)})`;
	const groups: (typeof part.columns)[] = [];
	for (let from = 0; from < part.columns.length; from += columnsAtATime) {
		groups.push(part.columns.slice(from, from + columnsAtATime));
	}
	return [
		heading(2, `${part.title}${year}`, { id: part.id }),
		...groups.map((columns, index) => groupTable(form, part, columns, groups.length > 1 ? index + 1 : 0)),
	];
}

function groupTable(form: FormPaper, part: FormPart, columns: FormPart["columns"], number: number): ContentBlock {
	const lines = part.lines.map((line) => {
		const has = new Set(columnsOf(part, line).map(({ id }) => id));
		const shown = columns.map(({ id, kind }) => {
			const ofCell = line.kind ?? kind;
			const value = has.has(id) ? form.values.get(cellId(part.id, line.id, id)) : undefined;
			return cell(showTypedValue(ofCell, value), ofCell === "text" ? {} : { align: "end" });
		});
		return [lineName(line), ...shown];
	});
	return table({
		caption: `${part.title}${number > 0 ? `, ${number}: ${columns.map(({ label }) => label).join(", ")}` : ""}`,
		weights: [3, ...columns.map(({ kind }) => (kind === "text" ? 3 : 1.6))],
		rows: [["Line", ...columns.map(({ label }) => label)], ...lines],
		headerColumns: 1,
	});
}
