import { formatDate } from "../../../domain/calendar/plain-date.ts";
import type { InvitationNews } from "../../../operations/get-invitation-news.ts";
import { writeMeeting } from "../../calendar/write-calendar.ts";
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

function meetingCalendar({ invitation, meeting, document }: InvitationNews, now: Date): string {
	const { heldOn, startsAt, title, place, agenda } = meeting;
	if (heldOn === null) return "";
	const description = [document.title, agenda].filter(Boolean).join("\n");
	return writeMeeting({ id: invitation.id, on: heldOn, startsAt, title, place, description, now });
}
