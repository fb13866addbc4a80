import fc from "fast-check";
import { expect, test } from "vitest";
import { nextSave, quietForm, type SaveEvent, type SaveOutcome, type SaveState } from "./save-state.ts";

/** Lets events happen to a form; a save that is started is under way until it is answered. */
function after(events: readonly SaveEvent[]): { state: SaveState; sends: number; last: string } {
	let state = quietForm;
	let sends = 0;
	let last = "none";
	for (const event of events) {
		const [next, effect] = nextSave(state, event);
		last = effect;
		if (effect === "send") sends += 1;
		state = effect === "send" ? { ...next, saving: true } : next;
	}
	return { state, sends, last };
}

const answered = (outcome: SaveOutcome): SaveEvent => ({ type: "answered", outcome });

test("typing waits for a pause, then saves once", () => {
	const { state, sends } = after([{ type: "typed" }, { type: "typed" }, { type: "paused" }, answered("saved")]);
	expect(sends).toBe(1);
	expect(state).toEqual({ ...quietForm, phase: "saved" });
});

test("leaving a field saves at once", () => {
	expect(after([{ type: "typed" }, { type: "left" }]).last).toBe("send");
});

test("what is typed while a save is under way is saved after it", () => {
	const typing: SaveEvent[] = [{ type: "typed" }, { type: "paused" }, { type: "typed" }, { type: "paused" }];
	expect(after(typing).sends).toBe(1);
	const then = after([...typing, answered("saved")]);
	expect(then.state.unsaved).toBe(true);
	expect(then.last).toBe("wait");
	expect(after([...typing, answered("saved"), { type: "paused" }]).sends).toBe(2);
});

test.each(["left", "pressed"] as const)("%s while a save is under way: the next follows at once", (type) => {
	const asked: SaveEvent[] = [{ type: "left" }, { type: "typed" }, { type }, { type: "typed" }, answered("saved")];
	expect(after(asked)).toMatchObject({ sends: 2, last: "send", state: { unsaved: true } });
	expect(after([...asked, answered("saved")]).state).toEqual({ ...quietForm, phase: "saved" });
});

test("a form that was sent half filled follows when it was filled meanwhile, at once when Save was pressed", () => {
	const half: SaveEvent[] = [{ type: "typed" }, { type: "paused" }, { type: "typed" }];
	expect(after([...half, answered("invalid")]).last).toBe("wait");
	expect(after([...half, { type: "pressed" }, answered("invalid")])).toMatchObject({ sends: 2, last: "send" });
	expect(after([{ type: "typed" }, { type: "paused" }, answered("invalid")]).sends).toBe(1);
});

test.each(["clash", "refused", "signed-out"] as const)("after %s nothing is sent until the person asks", (outcome) => {
	const held: SaveEvent[] = [
		{ type: "left" },
		answered(outcome),
		{ type: "typed" },
		{ type: "paused" },
		{ type: "left" },
	];
	expect(after(held).sends).toBe(1);
	expect(after(held).state.unsaved).toBe(true);
	expect(after([...held, { type: "pressed" }]).sends).toBe(2);
});

test.each(["offline", "fault"] as const)("after %s it is sent again when the server can be reached", (outcome) => {
	expect(after([{ type: "left" }, answered(outcome), { type: "reachable" }]).sends).toBe(2);
	expect(after([{ type: "left" }, answered("saved"), { type: "reachable" }]).sends).toBe(1);
});

const event: fc.Arbitrary<SaveEvent> = fc.oneof(
	fc.constantFrom<SaveEvent>(
		{ type: "typed" },
		{ type: "left" },
		{ type: "paused" },
		{ type: "pressed" },
		{ type: "reachable" },
	),
	fc.constantFrom<SaveOutcome>("saved", "offline", "fault", "clash", "refused", "signed-out", "invalid").map(answered),
);

/** What has been typed, by number: the last one, the last one that a save took along, the last one confirmed. */
type Story = { state: SaveState; typed: number; sent: number; confirmed: number };

function tell(story: Story, each: SaveEvent): Story {
	const { state } = story;
	if (each.type === "answered" && !state.saving) return story;
	const isTyping = each.type === "typed" || each.type === "left" || each.type === "pressed";
	const typed = isTyping ? story.typed + 1 : story.typed;
	const confirmed = each.type === "answered" && each.outcome === "saved" ? story.sent : story.confirmed;
	const [next, effect] = nextSave(state, each);
	if (effect !== "send") return { state: next, typed, sent: story.sent, confirmed };
	expect(next.saving).toBe(false);
	return { state: { ...next, saving: true }, typed, sent: typed, confirmed };
}

test("whatever happens: never two saves at once, and what was typed stays unsaved until it is confirmed", () => {
	fc.assert(
		fc.property(fc.array(event, { maxLength: 60 }), (events) => {
			let story: Story = { state: quietForm, typed: 0, sent: 0, confirmed: 0 };
			for (const each of events) {
				story = tell(story, each);
				if (story.confirmed < story.typed) expect(story.state.unsaved).toBe(true);
			}
		}),
		{ seed: 41, numRuns: 500 },
	);
});
