import { daysBetween, formatDate, type PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { DueNotice } from "../../../operations/due-notices.ts";
import type { MailMessage } from "../mail-message.ts";
import { renderMail } from "./mail-text.ts";

const openings: Readonly<Record<DueNotice["kind"], string>> = {
	owner: "the register of statewide plans names you as owner of what is due here.",
	digest: "this is the weekly list of what is late, and of what is due in the next 60 days.",
	escalation: "these are late. You answer for the State’s planning, so it is told to you as well.",
};

/** One mail about due dates: to an owner, the coordinator, or whoever is accountable. */
export function dueNoticeMessage(notice: DueNotice, day: PlainDate, baseUrl: string): MailMessage {
	const { person, kind, dueDates, stateName } = notice;
	const late = dueDates.filter(({ on }) => on < day).length;
	const open = dueDates.length - late;
	const parts = [late > 0 ? `${late} late` : "", open > 0 ? `${open} due` : ""].filter(Boolean).join(", ");
	return renderMail({
		to: person.email,
		subject: `${kind === "digest" ? "Due dates this week" : "Due dates"}: ${parts}, ${stateName}`,
		blocks: [
			{ kind: "paragraph", text: `Hello ${person.name},` },
			{ kind: "paragraph", text: openings[kind] },
			{ kind: "list", items: dueDates.map(({ name, covers, on }) => `${name}, ${covers}: ${dueWords(on, day)}`) },
			{
				kind: "paragraph",
				text: "Once something is done, say so in the list of due dates met: then nobody is mailed about it any more.",
			},
			{ kind: "link", label: "Due dates met", url: `${baseUrl}/planning-year/due-dates-met` },
		],
	});
}

function dueWords(on: PlainDate, day: PlainDate): string {
	const days = daysBetween(day, on);
	if (days === 0) return "due today";
	const words = Math.abs(days) === 1 ? "1 day" : `${Math.abs(days)} days`;
	return days > 0 ? `due on ${formatDate(on)}, in ${words}` : `was due on ${formatDate(on)}, ${words} ago`;
}
