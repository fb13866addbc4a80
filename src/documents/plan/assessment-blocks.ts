import { formatDate } from "../../domain/calendar/plain-date.ts";
import type { EditionSection } from "../../domain/document/edition.ts";
import { newestFigure, ratingOf, subjectName } from "../../domain/document/subject-analysis.ts";
import { describePeriod } from "../../domain/measure/describe-period.ts";
import { formatValue } from "../../domain/measure/format-value.ts";
import { maskedMark, maskFigure } from "../../domain/measure/masking.ts";
import type { Fact } from "../../domain/workflow/fact-kinds.ts";
import { findIndicator } from "../../frameworks/ca-indicators/catalogue.ts";
import {
	bulletList,
	cell,
	emphasis,
	heading,
	keyValue,
	keyValues,
	paragraph,
	table,
	tableRow,
} from "../neutral/build-blocks.ts";
import type { ContentBlock } from "../neutral/neutral-document.ts";
import { fieldText, notYetWritten, textBlocks } from "./field-blocks.ts";
import type { PlanPrinting } from "./plan-printing.ts";

export const ratingWords = { strength: "Strength", "area-needing-improvement": "Needs improvement" } as const;

/** Each subject of one section of a self-assessment: performance, analysis, rating, evidence. */
export function assessmentBlocks(section: EditionSection, printing: PlanPrinting): ContentBlock[] {
	const { graph } = printing;
	const analyses = graph.entries["subject-analysis"].filter((each) => section.subjects?.includes(each.subjectKind));
	return [
		heading(1, section.title, { id: `section/${section.id}` }),
		...(analyses.length === 0 ? [paragraph(emphasis(notYetWritten))] : []),
		...analyses.flatMap((analysis) => analysisBlocks(analysis, printing)),
	];
}

function analysisBlocks(analysis: Fact<"subject-analysis">, printing: PlanPrinting): ContentBlock[] {
	const { graph, edition, anchor } = printing;
	const rating = ratingOf(graph, analysis);
	const performance = performanceText(analysis, printing);
	const factors = edition.systemicFactors.filter(({ id }) => analysis.factors.includes(id)).map(({ label }) => label);
	const evidence = graph.findings.find(({ finding }) => finding.id === analysis.findingId)?.evidence ?? [];
	return [
		heading(2, subjectName(analysis), { id: anchor(analysis.id, "label") }),
		keyValues([
			keyValue("Rating", rating ? ratingWords[rating] : "Not yet rated", { id: anchor(analysis.id, "rating") }),
			...(performance === "" ? [] : [keyValue("Performance", performance)]),
			...(factors.length === 0 ? [] : [keyValue("Systemic factors explored", factors.join("; "))]),
		]),
		...textBlocks(analysis.analysis, anchor(analysis.id, "analysis")),
		...(evidence.length === 0 ? [] : [paragraph("Evidence:"), bulletList(evidence.map(evidenceLine))]),
	];
}

/** A figure is named by its source alone: its words may hold a small count, which the paper masks. */
function evidenceLine({ evidenceKind, text, source }: Fact<"evidence">): string {
	const words = evidenceKind === "observation" ? "A figure" : text;
	return [words, source].filter((each) => each.trim() !== "").join(": ");
}

/** The summary assessment: what the county has learned of itself, its strengths and its areas needing improvement. */
export function summaryBlocks(section: EditionSection, printing: PlanPrinting): ContentBlock[] {
	const { graph, anchor } = printing;
	const analyses = graph.entries["subject-analysis"];
	return [
		heading(1, section.title, { id: `section/${section.id}` }),
		...section.fields.flatMap((field) =>
			textBlocks(fieldText(field, graph.answers, graph), anchor(graph.document.id, field.id)),
		),
		...(analyses.length === 0
			? []
			: [
					table({
						caption: "Outcome indicators and systemic factors at a glance",
						weights: [5, 4, 3],
						headerColumns: 1,
						rows: [
							["Subject", "Performance", "Rating"],
							...analyses.map((each) => {
								const rating = ratingOf(graph, each);
								return tableRow(
									[
										cell(subjectName(each)),
										cell(performanceText(each, printing)),
										cell(rating ? ratingWords[rating] : "Not yet rated"),
									],
									{ id: anchor(each.id, "summary") },
								);
							}),
						],
					}),
				]),
	];
}

/** `11.3%, 12 months ending December 31, 2024 (county figures, data as of ...)`; small counts are masked. */
function performanceText(analysis: Fact<"subject-analysis">, { graph }: PlanPrinting): string {
	if (analysis.subjectKind !== "indicator") return "";
	const figure = newestFigure(graph, analysis);
	const unit = findIndicator(analysis.vintage, analysis.code)?.unit;
	if (!figure || !unit) return "No figure held";
	const { value } = maskFigure(figure, unit);
	const shown = value.masked ? maskedMark : formatValue(value.value, unit);
	const period = describePeriod(figure.periodStart, figure.periodEnd);
	return `${shown}, ${period} (${figure.source}, data as of ${formatDate(figure.dataAsOf)})`;
}
