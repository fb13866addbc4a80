import { JSDOM } from "jsdom";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { type HistoryEntry, HistoryList } from "./history-list.tsx";
import { describeMoment } from "./moment.tsx";

const entry: HistoryEntry = {
	seq: 7,
	kind: "finding",
	verb: "change",
	at: "2026-07-02T00:05:00.000Z",
	actorName: "Ana <Ruiz>",
	role: "county-planner",
	reason: "Seen again & again",
	before: { state: "proposed", summary: "Old words" },
	after: { state: "confirmed", summary: '<script>alert("x")</script>', jurisdictionId: "00000000" },
};

test("an entry says who, when, why, and from what to what, in words", () => {
	const { document } = new JSDOM(renderToStaticMarkup(<HistoryList entries={[entry]} />)).window;
	const text = (document.body.textContent ?? "").replace(/\s+/gu, " ");
	expect(text).toContain("Finding changed by Ana <Ruiz> (county planner), July 2, 2026, 12:05 AM UTC");
	expect(text).toContain("Reason: Seen again & again");
	expect(text).toContain("State: Proposed Confirmed");
	expect(document.querySelector("del")?.textContent).toBe("Proposed");
	expect(document.querySelector("script")).toBeNull();
	expect(text).not.toContain("00000000");
});

test.each([
	["2026-07-01T00:00:00.000Z", "July 1, 2026, 12:00 AM UTC"],
	["2026-07-01T12:30:00.000Z", "July 1, 2026, 12:30 PM UTC"],
	["2026-07-01T23:59:59.999Z", "July 1, 2026, 11:59 PM UTC"],
])("%s reads %s", (at, words) => expect(describeMoment(at)).toBe(words));
