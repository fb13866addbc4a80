import { formatDate, type PlainDate } from "../../domain/calendar/plain-date.ts";
import type { Milestone } from "../../domain/plan/plan-facts.ts";

/** `3 months (by September 30, 2025)`, or the date alone where that is what was given. */
export function timeframeText(
	{ timeframeMonths: months }: Pick<Milestone, "timeframeMonths">,
	dueOn: PlainDate | undefined,
): string {
	if (!dueOn) return "";
	if (months === null) return `By ${formatDate(dueOn)}`;
	return `${months === 1 ? "1 month" : `${months} months`} (by ${formatDate(dueOn)})`;
}

/** `Program manager, Alder County Probation`: the title, or else the person, and the agency. */
export function assignedText(
	milestone: Pick<Milestone, "assignedTitle" | "assignedPersonId" | "assignedAgency">,
	people: ReadonlyMap<string, string> | undefined,
): string {
	const person = milestone.assignedPersonId === null ? undefined : people?.get(milestone.assignedPersonId);
	return [milestone.assignedTitle.trim() || person, milestone.assignedAgency.trim()].filter(Boolean).join(", ");
}
