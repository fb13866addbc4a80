import { test } from "vitest";
import { openVisit } from "../support/browser.ts";
import { allowPdfViewer } from "./thread-expect.ts";
import { createHand } from "./thread-hand.ts";
import type { Story } from "./thread-story.ts";
import { mouseTouch } from "./thread-touch.ts";
import { walkThread } from "./thread-walk.ts";

const miraluz: Story = {
	county: "Miraluz County",
	code: "99011",
	people: {
		analyst: "Walter Kessling",
		planner: "Hector Zamudio",
		director: "Yesenia Pryor",
		state: "Amina Yusuf",
	},
	falling: {
		code: "3F",
		label: "Re-entry to foster care",
		count: ["3F", 27, 214],
		value: "12.6%",
		target: "8.6",
	},
	risen: [],
	left: ["2B", "3B"],
	hasTribes: false,
};

test("the whole thread is walked in a browser that runs no script", async () => {
	await walkThread(miraluz, async () => {
		const visit = await openVisit({ script: false });
		allowPdfViewer(visit);
		const { page } = visit;
		await page.goto("/sign-in");
		return createHand(page, mouseTouch(page, { script: false }));
	});
}, 300_000);
