import { expect, test } from "vitest";
import { plainDate } from "../../../domain/calendar/plain-date.ts";
import type { InvitationNews } from "../../../operations/get-invitation-news.ts";
import { meetingInvitationMessage } from "./meeting-invitation.ts";

const now = new Date("2026-07-01T16:00:00.000Z");
const common = { version: 1, jurisdictionId: "j", documentId: "d" };

const calendarOf = (meeting: Partial<InvitationNews["meeting"]>) =>
	meetingInvitationMessage(news(meeting), now).calendar;

function news(meeting: Partial<InvitationNews["meeting"]> = {}): InvitationNews {
	return {
		invitation: {
			...{ ...common, id: "i", meetingId: "m", partyId: "p", email: "ana@example.org", sentOn: null },
			attendance: "invited",
		},
		meeting: {
			...{ ...common, id: "m", title: "Strategies; first look", heldOn: plainDate("2026-08-04"), startsAt: "14:30" },
			...{ place: "Room 2, Main Street", agenda: "Figures\nVoices", minutes: "", decisions: "", ...meeting },
		},
		document: {
			...{ version: 1, id: "d", jurisdictionId: "j", cycleId: "c", editionId: "ca-ccfsr-2004", title: "The plan" },
			...{ state: "drafting", submittedOn: null, acceptedOn: null, updateOf: null, updateNumber: null },
		},
		place: "Alder County",
		name: "Ana",
	};
}

test("the mail says when, where and what about, and carries the meeting for a calendar", () => {
	const mail = meetingInvitationMessage(news(), now);
	expect(mail.to).toBe("ana@example.org");
	for (const words of ["Alder County", "August 4, 2026", "14:30", "Room 2", "- Figures"]) {
		expect(mail.text).toContain(words);
	}
	expect(mail.calendar).toContain("DTSTART:20260804T143000\r\nDTEND:20260804T163000");
	expect(mail.calendar).toContain("SUMMARY:Strategies\\; first look");
	expect(mail.calendar).toContain("LOCATION:Room 2\\, Main Street");
});

test("a meeting without a time takes the whole day; one late at night ends on the next day", () => {
	expect(calendarOf({ startsAt: "" })).toContain("DTSTART;VALUE=DATE:20260804\r\nDTEND;VALUE=DATE:20260805");
	expect(calendarOf({ startsAt: "23:15" })).toContain("DTSTART:20260804T231500\r\nDTEND:20260805T011500");
});

test("no line is longer than 75 bytes, and no text can begin a line of its own", () => {
	const calendar = calendarOf({ agenda: `${"ñandú ".repeat(80)}\r\nATTACH:file:///etc/passwd` }) ?? "";
	const lines = calendar.split("\r\n");
	expect(Math.max(...lines.map((line) => new TextEncoder().encode(line).length))).toBeLessThanOrEqual(75);
	expect(lines.filter((line) => line.startsWith("ATTACH"))).toEqual([]);
});
