import { daysBetween, plainDate } from "../../domain/calendar/plain-date.ts";
import { reasonsOf } from "./reasons.ts";
import type { IndicatorRecord } from "./record.ts";

export type RecordExplanation = {
	/** "P1-3". */
	readonly rule: string;
	/** "left out: stayed 6 days; stays under 8 days do not count; rule P1-3". */
	readonly words: string;
	readonly source: string;
};

/** Says why a record counts or does not, in one sentence, with the rule's number. Throws for an id that no rule knows: a fault of ours. */
export function explainRecord(record: IndicatorRecord): RecordExplanation {
	const id = record.leftOut ?? "counted";
	const reason = reasonsOf(record.indicator)[id];
	if (reason === undefined) throw new RangeError(`No rule of ${record.indicator} is named "${id}".`);
	const facts = factsOf(record);
	const words = reason.words.replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? "an unknown date");
	const start = record.leftOut === null ? "counted: " : "left out: ";
	return { rule: reason.rule, words: `${start}${words}; rule ${reason.rule}`, source: reason.source };
}

const exitWords: Readonly<Record<string, string>> = {
	REUNIFICATION: "reunification",
	RELATIVE: "living with a relative",
	ADOPTION: "adoption",
	EMANCIPATION: "emancipation",
	GUARDIANSHIP: "guardianship",
	TRANSFER: "transfer to another agency",
	RUNAWAY: "runaway",
	DEATH: "death of the child",
};

function factsOf(record: IndicatorRecord): Readonly<Record<string, string | null>> {
	const { removal, careEnd, monthsInCare } = record;
	const days = removal && careEnd ? counted(daysBetween(plainDate(removal), plainDate(careEnd)), "day") : null;
	return {
		removal,
		days,
		exit: record.exit,
		nextRemoval: record.nextRemoval,
		reportDate: record.reportDate,
		incidentDate: record.incidentDate,
		initialDate: record.initialDate,
		exitReason: record.exitReason === null ? null : (exitWords[record.exitReason] ?? record.exitReason),
		months: monthsInCare === null ? null : counted(monthsInCare, "month"),
		contribution: contributionOf(record),
	};
}

/** What a counted record adds. */
function contributionOf(record: IndicatorRecord): string {
	const { indicator, subject, numerator, denominator, exit, exitReason, nextRemoval } = record;
	if (indicator === "S1" && subject === "stay") return `${counted(denominator, "day")} in care within the window`;
	if (indicator === "S1") return `a report of maltreatment in care on ${record.reportDate}`;
	if (indicator === "S2" && denominator === 1) return `the initial report of the window, on ${record.reportDate}`;
	if (indicator === "S2")
		return `a recurrence on ${record.reportDate}, after the initial report of ${record.initialDate}`;
	if (indicator === "P5") return `${counted(numerator, "move")} in ${counted(denominator, "day")}`;
	if (indicator === "P4") {
		if (numerator === 1) return `re-entered on ${nextRemoval}, within 12 months of the exit on ${exit}`;
		return nextRemoval === null
			? `left on ${exit}, and no re-entry is known`
			: `left on ${exit}; the re-entry on ${nextRemoval} is not within 12 months, or at 18`;
	}
	const left = exitReason === null ? "" : `left care on ${exit}: ${exitWords[exitReason] ?? exitReason}`;
	if (numerator === 1) return `achieved, ${left}`;
	return left === "" ? "not achieved, no exit is known" : `not achieved in 12 months and before age 18, ${left}`;
}

function counted(count: number, unit: string): string {
	return `${count.toLocaleString("en-US")} ${unit}${count === 1 ? "" : "s"}`;
}
