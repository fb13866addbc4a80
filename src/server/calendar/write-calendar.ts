import ical, { ICalCalendarMethod } from "ical-generator";
import { addDays, type PlainDate } from "../../domain/calendar/plain-date.ts";
import { oneLine } from "../mail/messages/mail-text.ts";

type Entry = {
	readonly key: string;
	readonly on: string;
	readonly summary: string;
	readonly description: string;
	readonly version: number;
	readonly documentId: string | null;
};

/** A calendar as RFC 5545 has it: whole days, an id for each entry that stays, stamped with the given time. */
export function writeCalendar(
	calendar: { readonly name: string; readonly entries: readonly Entry[] },
	{ baseUrl, now }: { readonly baseUrl: string; readonly now: Date },
): string {
	const host = new URL(baseUrl).hostname;
	return ical({
		name: oneLine(calendar.name),
		prodId: { company: "Throughline", product: "Plans", language: "EN" },
		// How often programs should look again, in seconds.
		ttl: 4 * 60 * 60,
		events: calendar.entries.map(({ key, on, summary, description, version, documentId }) => ({
			...{ id: `${key}@${host}`, allDay: true, sequence: version - 1, stamp: now },
			start: new Date(`${on}T00:00:00Z`),
			summary: oneLine(summary, 250),
			description,
			url: documentId === null ? `${baseUrl}/due-dates` : `${baseUrl}/plans/${documentId}/timeline`,
		})),
	}).toString();
}

/**
 * One meeting for the calendar of somebody who is asked to it: a whole day, or two hours where a time is given. That time is the
 * place's own and no zone is named, so that every calendar shows the hour that the invitation says.
 */
export function writeMeeting(meeting: {
	readonly id: string;
	readonly on: PlainDate;
	/** `14:30`; empty for the whole day. */
	readonly startsAt: string;
	readonly title: string;
	readonly place: string;
	readonly description: string;
	readonly now: Date;
}): string {
	const { id, on, startsAt, title, place, description, now } = meeting;
	const start = new Date(`${on}T${startsAt || "00:00"}:00Z`);
	const times =
		startsAt === ""
			? { allDay: true, start, end: new Date(`${addDays(on, 1)}T00:00:00Z`) }
			: { floating: true, start, end: new Date(start.getTime() + meetingHours * 3_600_000) };
	return ical({
		prodId: { company: "Throughline", product: "Meetings", language: "EN" },
		method: ICalCalendarMethod.PUBLISH,
		events: [
			{
				...{ id: `${id}@throughline`, stamp: now, description },
				...times,
				summary: oneLine(title, 250),
				location: oneLine(place, 250),
			},
		],
	}).toString();
}

/** How long a meeting is taken to last: nobody is asked for its end. */
const meetingHours = 2;
