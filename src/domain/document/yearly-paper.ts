import type { Edition } from "./edition.ts";

/**
 * The edition as it holds for one document: for a yearly paper its own name, sections and checks take the place of the plan's.
 * Throws a `RangeError` for a yearly paper under an edition that has none.
 */
export function editionOfDocument(edition: Edition, document: { readonly updateOf?: string | null }): Edition {
	if (!document.updateOf) return edition;
	const { yearlyPaper } = edition;
	if (!yearlyPaper) throw new RangeError(`Edition ${edition.id} knows no yearly paper.`);
	const { name, shortName, sections, checks, rules, attachments = [], approval } = yearlyPaper;
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
