import { test } from "vitest";
import { openVisit } from "../support/browser.ts";
import { allowHalfFilled, allowPdfViewer } from "./thread-expect.ts";
import { createHand } from "./thread-hand.ts";
import type { Story } from "./thread-story.ts";
import { keyboardTouch } from "./thread-touch.ts";
import { walkThread } from "./thread-walk.ts";

const brannock: Story = {
	county: "Brannock County",
	code: "99009",
	people: {
		analyst: "Hiroshi Maeda",
		planner: "Fiona McCready",
		director: "Andre Baptiste",
		state: "Renata Osei",
	},
	falling: {
		code: "3B",
		label: "Two or fewer placements in first 12 months",
		count: ["3B", 244, 305],
		value: "80.0%",
		target: "86.7",
	},
	risen: [["3F", 22, 305]],
	left: ["3E"],
	hasTribes: false,
};

test("the whole thread is walked with the keyboard alone", async () => {
	await walkThread(brannock, async () => {
		const visit = await openVisit();
		allowPdfViewer(visit);
		allowHalfFilled(visit);
		const { page } = visit;
		await page.goto("/sign-in");
		return createHand(page, keyboardTouch(page));
	});
}, 600_000);
