import { z } from "zod";
import { PlainDate } from "../domain/calendar/plain-date.ts";
import { yearlyDueOn, yearlyNumbers } from "../domain/calendar/yearly-due.ts";
import { isFinalPaper, paperTitle } from "../domain/document/yearly-paper.ts";
import { DocumentState } from "../domain/workflow/document-workflow.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { findEdition } from "../frameworks/editions.ts";

export const YearlyPaperOutput = z
	.object({
		number: z.int(),
		name: z.string(),
		dueOn: PlainDate,
		certain: z.boolean().describe("False where the authority does not say from which day the years are counted."),
		documentId: z.uuid().nullable().describe("Null while it is not started, or not shared."),
		state: DocumentState.nullable(),
		submittedOn: PlainDate.nullable(),
		final: z.boolean().describe("The report at the end of the plan."),
		overdue: z.boolean().describe("Past its day and not submitted (SIP-112)."),
	})
	.meta({ id: "YearlyPaper" });
export type YearlyPaperRow = z.infer<typeof YearlyPaperOutput>;

/** The yearly papers that an accepted plan owes, each with its day and how far it is. */
export function yearlyPapersOf(
	plan: Fact<"document">,
	cycle: { readonly startsOn: PlainDate; readonly endsOn: PlainDate },
	papers: readonly Fact<"document">[],
	today: PlainDate,
	/** What was agreed for a plan that reports more often than yearly. */
	agreed?: Fact<"plan-terms"> | undefined,
): readonly YearlyPaperRow[] {
	const edition = findEdition(plan.editionId);
	if (!edition?.yearlyPaper || plan.updateOf !== null || plan.state !== "accepted") return [];
	const { dueBasis, yearlyPaper } = edition;
	const counted = { acceptedOn: plan.acceptedOn, startsOn: cycle.startsOn, endsOn: cycle.endsOn };
	const { count, dueDay } = yearlyPaper;
	// The report at the end stands behind the last yearly paper.
	const terms = {
		dueDay,
		everyMonths: agreed?.reportEveryMonths,
		count: count && edition.finalPaper ? count + 1 : count,
	};
	return yearlyNumbers(dueBasis, counted, terms).flatMap((number) => {
		const due = yearlyDueOn(dueBasis, counted, number, terms);
		if (!due) return [];
		const paper = papers.find((each) => each.updateOf === plan.id && each.updateNumber === number);
		const sent = paper && (paper.state === "submitted" || paper.state === "accepted");
		return [
			{
				...{ number, name: paperTitle(edition, number, cycle), dueOn: due.on, certain: due.certain && !agreed },
				...{ documentId: paper?.id ?? null, state: paper?.state ?? null, submittedOn: paper?.submittedOn ?? null },
				final: isFinalPaper(edition, { updateOf: plan.id, updateNumber: number }),
				// Of reports by quarter nobody says the day: their period has ended, and that is all that is known.
				overdue: !sent && !agreed && due.on < today,
			},
		];
	});
}

/** The paper to write next: the first that was not sent. */
export function nextYearlyPaper(rows: readonly YearlyPaperRow[]): YearlyPaperRow | undefined {
	return rows.find(({ state }) => state !== "submitted" && state !== "accepted");
}

/** What was agreed for a plan that reports more often than yearly. */
export function agreedFor(
	{ id }: Fact<"document">,
	terms: readonly Fact<"plan-terms">[],
): Fact<"plan-terms"> | undefined {
	return terms.find(({ documentId }) => documentId === id);
}
