import { federalFiscalYearStart, fiscalYearOf } from "../calendar/fiscal-year.ts";
import type { PlainDate } from "../calendar/plain-date.ts";
import type { Edition, YearlyPaper } from "./edition.ts";

type Paper = { readonly updateOf?: string | null; readonly updateNumber?: number | null };

/**
 * The edition as it holds for one document: for a yearly paper, or the report at the end, its own name, sections and checks take
 * the place of the plan's. Throws a `RangeError` for such a paper under an edition that has none.
 */
export function editionOfDocument(edition: Edition, document: Paper): Edition {
	if (!document.updateOf) return edition;
	const paper = paperOf(edition, document);
	if (!paper) throw new RangeError(`Edition ${edition.id} knows no yearly paper.`);
	const { name, shortName, sections, checks, rules, attachments = [], approval } = paper;
	// It has a Board's approval of its own (SIP-113), or none; signatures and page advice are of the plan.
	const { approval: _ofPlan, pageAdvice: _pageAdvice, ...plain } = edition;
	return {
		...plain,
		title: `${edition.title}: ${name}`,
		document: { ...edition.document, name, shortName },
		completeness: "full",
		sections,
		teamGroups: [],
		attachments,
		...(approval ? { approval } : {}),
		rules: [...edition.rules, ...rules],
		checks,
	};
}

/** Is it the report at the end of a plan? It comes after the last of the yearly papers. */
export function isFinalPaper(edition: Edition, { updateOf, updateNumber }: Paper): boolean {
	const { finalPaper, yearlyPaper } = edition;
	return Boolean(updateOf && finalPaper && (updateNumber ?? 0) > (yearlyPaper?.count ?? 0));
}

/** The yearly paper, or the report at the end, of which the document is one. */
function paperOf(edition: Edition, document: Paper): YearlyPaper | undefined {
	return isFinalPaper(edition, document) ? edition.finalPaper : edition.yearlyPaper;
}

/**
 * The federal fiscal year for which a document plans first: the first of the plan's period; of the nth yearly paper the nth after
 * it (the paper of the fourth year plans the fifth).
 */
export function comingYear({ updateNumber }: Paper, cycle: { readonly startsOn: PlainDate }): number {
	return fiscalYearOf(cycle.startsOn, federalFiscalYearStart) + (updateNumber ?? 0);
}

/** What a paper is called: by its number, or by the federal fiscal year that it plans. */
export function paperTitle(edition: Edition, number: number, cycle: { readonly startsOn: PlainDate }): string {
	const paper = paperOf(edition, { updateOf: "a plan", updateNumber: number });
	if (!paper) return "";
	if (isFinalPaper(edition, { updateOf: "a plan", updateNumber: number })) return paper.name;
	if (paper.namedFor !== "coming-year") return paper.count === 1 ? paper.name : `${paper.name} ${number}`;
	return `${paper.name}, federal fiscal year ${comingYear({ updateNumber: number }, cycle)}`;
}
