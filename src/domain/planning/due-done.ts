import type { DueDate } from "../calendar/due-dates.ts";
import { addMonths, type PlainDate } from "../calendar/plain-date.ts";
import type { PlanningFacts } from "./planning-kinds.ts";

/** What says that something due was done: entries of the list, reports of visits and answers to panels that went out. */
export type DueProofs = Pick<PlanningFacts, "due-completion" | "visit-report" | "panel-report">;

/** Federal rule and the rule of a planning framework that ask for the same report of visits. */
const visitRules: readonly string[] = ["caseworker-visits", "ms-visits"];
const answerRule = "capta-crp-response";

/**
 * The day on which something due was done; null while nothing says so. What people wrote down comes first. A report of visits that was
 * sent settles the due date of its fiscal year, an answer that went out that of its report; of several reports on one day all must be
 * answered.
 */
export function dueDoneOn(proofs: DueProofs, due: Pick<DueDate, "ruleId" | "on" | "literal">): PlainDate | null {
	const { ruleId, on, literal } = due;
	const said = proofs["due-completion"].find(
		(each) => each.ruleId === ruleId && (each.dueOn === on || each.dueOn === literal),
	);
	if (said) return said.completedOn;
	if (visitRules.includes(ruleId)) {
		const year = Number(literal.slice(0, 4));
		const sent = proofs["visit-report"].filter((each) => each.federalFiscalYear === year);
		// One that is made anew does not undo that another was sent.
		return sent.flatMap(({ sentOn }) => sentOn ?? []).sort()[0] ?? null;
	}
	if (ruleId !== answerRule) return null;
	const reports = proofs["panel-report"].filter(({ receivedOn }) => addMonths(receivedOn, 6) === literal);
	const answered = reports.flatMap(({ answerSentOn }) => answerSentOn ?? []);
	return answered.length < reports.length ? null : (answered.sort().at(-1) ?? null);
}
