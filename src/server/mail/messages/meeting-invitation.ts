import { addDays, formatDate } from "../../../domain/calendar/plain-date.ts";
import type { InvitationNews } from "../../../operations/get-invitation-news.ts";
import type { MailMessage } from "../mail-message.ts";
import { renderMail } from "./mail-text.ts";

/** Asks somebody to a meeting of a plan's team: when, where, what about; with the meeting for their calendar. */
export function meetingInvitationMessage(news: InvitationNews, now: Date): MailMessage {
	const { meeting, document, place } = news;
	const when = meeting.heldOn ? formatDate(meeting.heldOn) : "";
	const at = meeting.startsAt ? `, ${meeting.startsAt}` : "";
	const agenda = meeting.agenda.split("\n").filter((line) => line.trim() !== "");
	const mail = renderMail({
		to: news.invitation.email,
		subject: `Invitation: ${meeting.title}, ${when}`,
		blocks: [
			{ kind: "paragraph", text: `Hello ${news.name},` },
			{
				kind: "paragraph",
				text: `${place} asks you to a meeting on its plan "${document.title}": ${meeting.title}, ${when}${at}${meeting.place ? `, ${meeting.place}` : ""}.`,
			},
			...(agenda.length > 0 ? [{ kind: "list" as const, items: agenda }] : []),
			{
				kind: "paragraph",
				text: "Tell the county's planner if you cannot come, or if you would rather say your part in writing.",
			},
		],
	});
	return { ...mail, calendar: meetingCalendar(news, now) };
}

/** The meeting as an iCalendar event (RFC 5545): a whole day, or two hours of local time where a time is given. */
export function meetingCalendar({ invitation, meeting, document }: InvitationNews, now: Date): string {
	if (meeting.heldOn === null) return "";
	const compact = (date: string) => date.replaceAll("-", "");
	const [hours = 0, minutes = ""] = meeting.startsAt.split(":").map((part, i) => (i === 0 ? Number(part) : part)) as [
		number,
		string,
	];
	const time = (hour: number) => `T${String(hour).padStart(2, "0")}${minutes}00`;
	const [end, endsOn] = hours + 2 < 24 ? [hours + 2, meeting.heldOn] : [hours - 22, addDays(meeting.heldOn, 1)];
	const times =
		meeting.startsAt === ""
			? [`DTSTART;VALUE=DATE:${compact(meeting.heldOn)}`, `DTEND;VALUE=DATE:${compact(addDays(meeting.heldOn, 1))}`]
			: [`DTSTART:${compact(meeting.heldOn)}${time(hours)}`, `DTEND:${compact(endsOn)}${time(end)}`];
	return [
		"BEGIN:VCALENDAR",
		"VERSION:2.0",
		"PRODID:-//Throughline//Meetings//EN",
		"METHOD:PUBLISH",
		"BEGIN:VEVENT",
		`UID:${invitation.id}@throughline`,
		`DTSTAMP:${now.toISOString().replace(/[-:]|\.\d+/gu, "")}`,
		...times,
		`SUMMARY:${escapeText(meeting.title)}`,
		`LOCATION:${escapeText(meeting.place)}`,
		`DESCRIPTION:${escapeText([document.title, meeting.agenda].filter(Boolean).join("\n"))}`,
		"END:VEVENT",
		"END:VCALENDAR",
		"",
	]
		.map(foldLine)
		.join("\r\n");
}

function escapeText(text: string): string {
	return text
		.replace(/[\\;,]/gu, (sign) => `\\${sign}`)
		.replace(/\r\n?|\n/gu, "\\n")
		.replace(/\p{Cc}/gu, " ");
}

/** Lines of at most 75 bytes; what is longer goes on behind a space on the next, and no character is cut. */
function foldLine(line: string): string {
	const folded: string[] = [""];
	let bytes = 0;
	for (const character of line) {
		const size = new TextEncoder().encode(character).length;
		if (bytes + size > 74) {
			folded.push(" ");
			bytes = 1;
		}
		folded[folded.length - 1] += character;
		bytes += size;
	}
	return folded.join("\r\n");
}
