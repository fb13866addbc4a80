import { expect } from "vitest";
import { openVisit } from "../support/browser.ts";
import { allowHalfFilled, read } from "./thread-expect.ts";
import { createHand, type Hand } from "./thread-hand.ts";
import { keyboardTouch, mouseTouch } from "./thread-touch.ts";

/** Opens a browser of its own for somebody who is not signed in yet, at the sign-in page. */
export type OpenHand = () => Promise<Hand>;

/** The two hands that every form must be done with, by how they do it. */
export const ways = ["by keyboard alone", "with script switched off"] as const;
export type Way = (typeof ways)[number];

/** How hands are opened that go this way, in the practice installation or another one. */
export function handOf(way: Way, url?: string): OpenHand {
	return async () => {
		const script = way === "by keyboard alone";
		const visit = await openVisit({ script, ...(url === undefined ? {} : { url }) });
		allowHalfFilled(visit);
		const { page } = visit;
		await page.goto("/sign-in");
		return createHand(page, script ? keyboardTouch(page) : mouseTouch(page, { script }));
	};
}

/** The form that has this button, where a page has several with fields of one name. */
export function formOf(hand: Hand, button: string): Hand {
	const { page } = hand;
	return hand.within(page.locator("form").filter({ has: page.getByRole("button", { name: button, exact: true }) }));
}

/** The message of the page on what was just done. */
export async function expectNotice({ page }: Hand, words: string): Promise<void> {
	expect(await read(page.locator("main > output"))).toContain(words);
}

export async function expectHeading({ page }: Hand, words: string): Promise<void> {
	expect(await read(page.getByRole("heading", { level: 1 }))).toContain(words);
}
