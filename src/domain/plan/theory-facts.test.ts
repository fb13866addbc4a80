import { expect, test } from "vitest";
import { chainSentences } from "./theory-facts.ts";

test("a chain reads as sentences, each link the consequence of the one before", () => {
	expect(
		chainSentences([
			"Caseworkers are trained.",
			"Visits are planned well",
			"ICWA inquiries are made; ",
			"children go home sooner",
		]),
	).toEqual([
		"If caseworkers are trained, then visits are planned well.",
		"If visits are planned well, then ICWA inquiries are made.",
		"If ICWA inquiries are made, then children go home sooner.",
	]);
	expect(chainSentences(["Only one"])).toEqual([]);
});
