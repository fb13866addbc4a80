import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Audience, answersSearch, Format, Phase, Process, Topic } from "../../domain/resources/resource-facts.ts";
import { resourceLibrary } from "./library.ts";

describe("the resource library (seed 001, F5)", () => {
	test("every resource has an id of its own and can be found by each facet", () => {
		expect(new Set(resourceLibrary.map(({ id }) => id)).size).toBe(resourceLibrary.length);
		for (const each of resourceLibrary) {
			for (const list of [each.topics, each.processes, each.phases, each.audiences])
				expect(list.length).toBeGreaterThan(0);
		}
	});

	test("a search by more facets finds a part of what fewer find; all words must stand in it", () => {
		const facet = <T extends string>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
		fc.assert(
			fc.property(
				fc.record({
					topic: facet(Topic.options),
					process: facet(Process.options),
					phase: facet(Phase.options),
					audience: facet(Audience.options),
					format: facet(Format.options),
				}),
				(search) => {
					const found = resourceLibrary.filter((each) => answersSearch(each, search));
					const wider = resourceLibrary.filter((each) => answersSearch(each, { ...search, topic: undefined }));
					expect(wider).toEqual(expect.arrayContaining(found));
				},
			),
			{ seed: 5 },
		);
		const words = (text: string) => resourceLibrary.filter((each) => answersSearch(each, { words: text }));
		expect(words("engagement young").map(({ id }) => id)).toEqual(["engagement-preparation-checklist"]);
		expect(words("")).toHaveLength(resourceLibrary.length);
		expect(words("zzz")).toEqual([]);
	});
});
