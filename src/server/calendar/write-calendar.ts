import ical from "ical-generator";
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
