import { expect, test } from "vitest";
import { openVisitAs, type Visit } from "../support/browser.ts";
import { type Hands, walkCycle } from "./cycle-walk.ts";
import { createHand } from "./thread-hand.ts";
import type { Story } from "./thread-story.ts";
import { mouseTouch } from "./thread-touch.ts";

const recurrence: Story["falling"] = {
	code: "1A",
	label: "Recurrence of maltreatment within 6 months",
	count: ["1A", 0, 0],
	// Whatever is the newest figure that was loaded.
	value: "",
	target: "0.5",
};

const tolliver: Story = {
	county: "Tolliver County",
	code: "99015",
	people: { analyst: "Wendell Oakes", planner: "Wendell Oakes", director: "Wendell Oakes", state: "Theo Lindqvist" },
	...{ falling: recurrence, risen: [], left: ["3E"], hasTribes: false },
};

/** Two outcomes are below their standard, and each is set aside for itself. */
const birch: Story = {
	county: "Birch County",
	code: "99003",
	people: { analyst: "Samuel Ito", planner: "Samuel Ito", director: "Paulette Granger", state: "Theo Lindqvist" },
	...{ falling: recurrence, risen: [], left: ["3D", "3E"], hasTribes: false },
};

test("the whole cycle of a county's plan, by one person of the county and one of the State", async () => {
	await walkCycle(await handsOf(tolliver, { script: true }), tolliver);
}, 300_000);

test("the whole cycle in browsers that run no script", async () => {
	await walkCycle(await handsOf(birch, { script: false }), birch);
}, 300_000);

/** A browser for each person of the story; who is planner and director at once has one. */
async function handsOf({ people }: Story, { script }: { readonly script: boolean }): Promise<Hands> {
	const hand = ({ page }: Visit) => createHand(page, mouseTouch(page, { script }));
	const open = async (name: string) => hand(await openVisitAs(name, { script }));
	const planner = await open(people.planner);
	const director = people.director === people.planner ? planner : await open(people.director);
	const state = await open(people.state);
	expect(state).not.toBe(planner);
	return { planner, director, state };
}
