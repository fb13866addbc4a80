import { expect, test } from "vitest";
import { namesToSend } from "./form-fields.ts";

test("a text and its box for none go together", () => {
	const pair = ["component.training", "none:component.training"];
	expect([...namesToSend(["component.training"])]).toEqual(pair);
	expect([...namesToSend(["none:component.training"])]).toEqual(pair);
	expect([...namesToSend([])]).toEqual([]);
});
