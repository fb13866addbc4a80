import fc from "fast-check";
import ICAL from "ical.js";
import { expect, test } from "vitest";
import { addDays, plainDate } from "../../domain/calendar/plain-date.ts";
import { writeCalendar } from "./write-calendar.ts";

const now = new Date("2026-07-01T16:00:00.000Z");
const options = { baseUrl: "https://plans.county.example", now };
const id = "00000000-0000-4000-8000-000000000001";

/** Read by another library than the one that wrote it. */
function read(text: string) {
	const root = new ICAL.Component(ICAL.parse(text));
	return { root, events: root.getAllSubcomponents("vevent").map((each) => new ICAL.Event(each)) };
}

const words = fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 });
const entry = fc.record({
	key: fc.uuid().map((each) => `milestone-${each}`),
	on: fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(plainDate("2000-01-01"), days)),
	summary: fc.oneof(words, fc.constantFrom("a; b, c \\ d\\n e", 'say "x": y', "é".repeat(120), "\r\nBEGIN:VEVENT")),
	description: words,
	version: fc.integer({ min: 1, max: 50 }),
	documentId: fc.constant(id),
});

test("another library reads back every entry: day, words, id; lines are folded and end as RFC 5545 says", () => {
	fc.assert(
		fc.property(fc.array(entry, { maxLength: 8 }), (entries) => {
			const text = writeCalendar({ name: "Throughline: Alder County", entries }, options);
			for (const line of text.split("\r\n")) {
				expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
				expect(line).not.toMatch(/[\r\n]/);
			}
			const { root, events } = read(text);
			expect(root.getFirstPropertyValue("version")).toBe("2.0");
			expect(events.map(({ uid }) => uid)).toEqual(entries.map(({ key }) => `${key}@plans.county.example`));
			expect(events.map(({ startDate }) => startDate.toString())).toEqual(entries.map(({ on }) => on));
			expect(events.every(({ startDate }) => startDate.isDate)).toBe(true);
			for (const [index, event] of events.entries()) {
				expect(event.sequence).toBe((entries[index]?.version ?? 0) - 1);
				expect(event.component.getFirstPropertyValue("dtstamp")?.toString()).toBe("2026-07-01T16:00:00Z");
			}
		}),
	);
});

test("words keep their commas, semicolons and backslashes, and cannot begin another entry", () => {
	const summary = "Training; for all staff, completed \\ done\r\nEND:VEVENT\r\nBEGIN:VEVENT";
	const entries = [
		{ key: "milestone-1", on: "2026-09-30", summary, description: "Plan\nManager", version: 1, documentId: id },
	];
	const text = writeCalendar({ name: "x", entries }, options);
	const { events } = read(text);
	expect(events.map((event) => event.summary)).toEqual([
		"Training; for all staff, completed \\ done END:VEVENT BEGIN:VEVENT",
	]);
	expect(events[0]?.description).toBe("Plan\nManager");
	expect(text).toContain("DTSTART;VALUE=DATE:20260930\r\n");
	expect(writeCalendar({ name: "x", entries }, options)).toBe(text);
});
