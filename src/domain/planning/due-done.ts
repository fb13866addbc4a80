import type { DueDate } from "../calendar/due-dates.ts";
import { addMonths, type PlainDate } from "../calendar/plain-date.ts";
import type { Fact } from "../workflow/fact-kinds.ts";
import type { PlanningFacts } from "./planning-kinds.ts";
import type { PlanningCheck, PlanningRules } from "./planning-rules.ts";

/** What says that something due was done: entries of the list, meetings, reports of visits and answers to panels that went out. */
export type DueProofs = Pick<
	PlanningFacts,
	"due-completion" | "visit-report" | "panel-report" | "planning-event" | "event-guest"
> & {
	readonly rules: PlanningRules | undefined;
	readonly regionIds: readonly string[];
	/** A meeting on a later day is only planned. */
	readonly today: PlainDate;
};

type Due = Pick<DueDate, "ruleId" | "on" | "literal">;

/** Federal rule and the rule of a planning framework that ask for the same report of visits. */
const visitRules: readonly string[] = ["caseworker-visits", "ms-visits"];
const answerRule = "capta-crp-response";
/** A meeting this many months before or after its day belongs to it: the same meeting of another year does not. */
const monthsAround = 6;

/**
 * The day on which something due was done; null while nothing says so. What people wrote down comes first. A report of visits that was
 * sent settles the due date of its fiscal year, an answer that went out that of its report (of several reports on one day all must be
 * answered), a meeting the day by which the rules want it held.
 */
export function dueDoneOn(proofs: DueProofs, due: Due): PlainDate | null {
	const { ruleId, on, literal } = due;
	const said = proofs["due-completion"].find(
		(each) => each.ruleId === ruleId && (each.dueOn === on || each.dueOn === literal),
	);
	if (said) return said.completedOn;
	if (visitRules.includes(ruleId)) {
		const year = Number(literal.slice(0, 4));
		const sent = proofs["visit-report"].filter((each) => each.federalFiscalYear === year);
		// One that is made anew does not undo that another was sent.
		return earliest(sent.map(({ sentOn }) => sentOn));
	}
	if (ruleId === answerRule) {
		const reports = proofs["panel-report"].filter(({ receivedOn }) => addMonths(receivedOn, 6) === literal);
		return latestOfAll(reports.map(({ answerSentOn }) => answerSentOn));
	}
	return metOn(proofs, due);
}

/** The day on which the meetings that the rules want by this day were held; null while they were not. */
function metOn(proofs: DueProofs, { ruleId, on }: Due): PlainDate | null {
	const checks = (proofs.rules?.requirements ?? []).flatMap((each) => each.checks);
	const check = checks.find((each) => "by" in each && each.by === ruleId);
	if (!check) return null;
	const [from, to] = [addMonths(on, -monthsAround), addMonths(on, monthsAround)];
	const held = proofs["planning-event"].filter(
		({ heldOn }) => heldOn !== null && heldOn > from && heldOn <= to && heldOn <= proofs.today,
	);
	return heldFor(check, held, proofs);
}

function heldFor(check: PlanningCheck, held: readonly Fact<"planning-event">[], proofs: DueProofs): PlainDate | null {
	const days = (events: readonly Fact<"planning-event">[]) => earliest(events.map(({ heldOn }) => heldOn));
	switch (check.kind) {
		case "event-held":
			return days(held.filter(({ eventKind }) => eventKind === check.eventKind));
		case "party-engaged":
			return days(
				held.filter(({ id }) =>
					proofs["event-guest"].some(
						({ eventId, partyKind, attendance }) =>
							eventId === id && attendance === "present" && check.partyKinds.includes(partyKind),
					),
				),
			);
		case "region-events": {
			const ofKind = held.filter(({ eventKind }) => check.eventKinds.includes(eventKind));
			return latestOfAll(proofs.regionIds.map((region) => days(ofKind.filter(({ placeId }) => placeId === region))));
		}
		default:
			return null;
	}
}

function earliest(days: readonly (PlainDate | null)[]): PlainDate | null {
	return days.filter((day) => day !== null).sort()[0] ?? null;
}

/** The last of some days; null where one of them is not known yet, or there are none. */
function latestOfAll(days: readonly (PlainDate | null)[]): PlainDate | null {
	const known = days.filter((day) => day !== null).sort();
	return known.length < days.length ? null : (known.at(-1) ?? null);
}
