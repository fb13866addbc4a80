import type { DueDate } from "../calendar/due-dates.ts";
import { daysInMonth, type PlainDate, partsOf, plainDate } from "../calendar/plain-date.ts";
import type { DocumentState } from "../workflow/document-workflow.ts";
import type { Fact } from "../workflow/fact-kinds.ts";
import type { PlanningFacts } from "./planning-kinds.ts";
import type { PaperKind, PlanningSpan } from "./planning-rules.ts";

/** One of the State's documents that is written here. */
export type StatePaper = {
	readonly documentId: string;
	readonly framework: string;
	readonly paper: PaperKind;
	readonly title: string;
	readonly state: DocumentState;
	readonly submittedOn: PlainDate | null;
	/** First and last day of the plan's period. */
	readonly startsOn: PlainDate;
	readonly endsOn: PlainDate;
};

/** What the checks of planning rules look at. */
export type PlanningView = {
	readonly facts: PlanningFacts;
	/** Goals of the State's cycles that overlap the five years, and their strategies. */
	readonly goals: readonly Fact<"goal">[];
	readonly strategies: readonly Fact<"strategy">[];
	/** The State's own confirmed findings. */
	readonly findings: readonly Fact<"finding">[];
	/** The State's documents, by the last day of their period, newest first. */
	readonly papers: readonly StatePaper[];
	readonly regions: readonly { readonly id: string; readonly name: string }[];
	readonly today: PlainDate;
	/** The planning year, a calendar year. */
	readonly year: number;
	/** First federal fiscal year of the five-year plan. */
	readonly cycleStart: number;
	/** What is due by a rule in a span of days. */
	readonly dueDates: (ruleId: string, from: PlainDate, to: PlainDate) => readonly Pick<DueDate, "on" | "literal">[];
};

/** First and last day of a span. A cycle begins in October before its plan is submitted, which is in June before its first year. */
export function spanOf(view: PlanningView, span: PlanningSpan): { readonly from: PlainDate; readonly to: PlainDate } {
	const { cycleStart, year } = view;
	if (span === "cycle") {
		return { from: plainDate(`${cycleStart - 2}-10-01`), to: plainDate(`${cycleStart + 4}-09-30`) };
	}
	if (span === "year") return { from: plainDate(`${year}-01-01`), to: plainDate(`${year}-12-31`) };
	return { from: view.today, to: view.today };
}

function isIn(day: PlainDate | null, { from, to }: { readonly from: PlainDate; readonly to: PlainDate }): boolean {
	return day !== null && day >= from && day <= to;
}

/** Meetings that were held: one without a day, or with a day to come, is planned. */
export function eventsHeld(
	view: PlanningView,
	span: PlanningSpan,
	kinds?: readonly string[],
): readonly Fact<"planning-event">[] {
	const days = spanOf(view, span);
	return view.facts["planning-event"].filter(
		({ eventKind, heldOn }) =>
			isIn(heldOn, days) && heldOn !== null && heldOn <= view.today && (!kinds || kinds.includes(eventKind)),
	);
}

/** Those who came to a meeting. */
export function guestsPresent(view: PlanningView, eventId: string): readonly Fact<"event-guest">[] {
	return view.facts["event-guest"].filter((each) => each.eventId === eventId && each.attendance === "present");
}

/** Records that belong to a span: by their meeting's day where they have one, else by their own. */
export function recordsIn(
	view: PlanningView,
	span: PlanningSpan,
	kind: string,
	at?: string,
): readonly Fact<"planning-record">[] {
	const days = spanOf(view, span);
	const events = new Map(view.facts["planning-event"].map((each) => [each.id, each]));
	return view.facts["planning-record"].filter((record) => {
		if (record.recordKind !== kind) return false;
		const event = record.eventId === null ? undefined : events.get(record.eventId);
		if (at !== undefined && event?.eventKind !== at) return false;
		return isIn(event?.heldOn ?? record.on, days);
	});
}

/** The due day of a rule: in the planning year moved by `yearOffset`, or, for rules of the cycle, before its plan is submitted. */
export function dueDayOf(view: PlanningView, ruleId: string, yearOffset = 0): PlainDate | null {
	const year = view.year + yearOffset;
	const [inYear] = view.dueDates(ruleId, plainDate(`${year}-01-01`), plainDate(`${year}-12-31`));
	return inYear?.on ?? null;
}

/** The due day of a rule on the way to the five-year plan: these rules name a month, and all of it is in time. */
export function dueDayOfCycle(view: PlanningView, ruleId: string): PlainDate | null {
	const { from } = spanOf(view, "cycle");
	const [found] = view.dueDates(ruleId, from, plainDate(`${partsOf(from).year + 1}-09-30`));
	if (!found) return null;
	const { year, month } = partsOf(found.literal);
	return plainDate(`${found.literal.slice(0, 8)}${daysInMonth(year, month)}`);
}

/** Roles, teams and seats that hold today. */
export function roleHolders(view: PlanningView, role: string): readonly Fact<"planning-role">[] {
	return view.facts["planning-role"].filter(
		(each) => each.role === role && each.startsOn <= view.today && (each.endsOn === null || each.endsOn >= view.today),
	);
}
