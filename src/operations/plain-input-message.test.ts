import { expect, test } from "vitest";
import { z } from "zod";
import { plainInputMessage } from "./plain-input-message.ts";

function messagesOf(schema: z.ZodType, input: unknown): readonly string[] {
	const parsed = schema.safeParse(input, { error: plainInputMessage });
	return parsed.error?.issues.map((issue) => issue.message) ?? [];
}

test.each([
	[z.string().min(1), "", "Fill this in."],
	[z.string(), undefined, "Fill this in."],
	[z.string().max(2000), "x".repeat(2001), "This is too long: at most 2,000 characters."],
	[z.email(), "nobody", "Expected an e-mail address such as ana.ruiz@county.example."],
	[z.uuid(), "x", "Choose one of the list."],
	[z.enum(["yes", "no"]), "perhaps", "Choose one of the list."],
	[z.number(), "x", "Expected a number."],
	[z.number().min(1), 0, "Not less than 1."],
	[z.array(z.string()).max(2), ["a", "b", "c"], "At most 2."],
])("%# a person reads what was expected", (schema, input, message) => {
	expect(messagesOf(schema, input)).toEqual([message]);
});

test("a schema's own words come first", () => {
	expect(messagesOf(z.string().min(5, "A title of five letters."), "x")).toEqual(["A title of five letters."]);
});
