import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { samplePlanFacts } from "../../../test/support/sample-plan.ts";
import { caCcfsr2004 } from "../../frameworks/ca-ccfsr/2004/edition.ts";
import { addDays, plainDate } from "../calendar/plain-date.ts";
import { entryKinds } from "../document/entry-kinds.ts";
import { assemblePlan } from "../plan/assemble-plan.ts";
import { asksForMail } from "../plan/milestone-standing.ts";
import { BlockKind, SectionStanding } from "./drafting-facts.ts";
import { blockKey, findBlock, listBlocks } from "./list-blocks.ts";
import { mentionedIn } from "./mentions.ts";
import { isDueSoon, isOverdue, sectionAsksForMail } from "./section-due.ts";

describe("mentions", () => {
	const people = [
		{ id: "1", name: "Ann Lee" },
		{ id: "2", name: "Ann" },
		{ id: "3", name: "José Núñez" },
		{ id: "4", name: "ann lee" },
	];
	it("are whole names after an @, whatever their capitals; the longer name is meant where it stands", () => {
		expect(mentionedIn("@Ann Lee, please", people)).toEqual(["1", "4"]);
		expect(mentionedIn("@ANN and @josé núñez.", people)).toEqual(["2", "3"]);
		expect(mentionedIn("@Anna, Ann Lee, ann@lee.example", people)).toEqual([]);
	});
	it("of any text: nobody twice, nobody whose name does not stand in it, nobody without an @", () => {
		const word = fc.constantFrom("@", "Ann", "Lee", " ", ",", "José Núñez", "x", "\n");
		fc.assert(
			fc.property(fc.array(word, { maxLength: 20 }), (words) => {
				const text = words.join("");
				const found = mentionedIn(text, people);
				expect(new Set(found).size).toBe(found.length);
				for (const id of found) {
					const name = people.find((each) => each.id === id)?.name.toLowerCase();
					expect(text.toLowerCase()).toContain(`@${name}`);
				}
			}),
		);
	});
});

describe("INT-12: the day of a section", () => {
	const due = plainDate("2026-07-20");
	const days = { before: 14, lateEvery: 7 };
	it("asks for a mail on the days on which a milestone would, and never once it is done", () => {
		fc.assert(
			fc.property(fc.integer({ min: -60, max: 60 }), fc.constantFrom(...SectionStanding.options), (off, standing) => {
				const today = addDays(due, off);
				const section = { standing, dueOn: due };
				const expected = standing !== "done" && asksForMail({ status: "not-started", dueOn: due }, today, days);
				expect(sectionAsksForMail(section, today, days)).toBe(expected);
				expect(isOverdue(section, today)).toBe(standing !== "done" && off > 0);
				if (sectionAsksForMail(section, today, days)) expect(isDueSoon(section, today, days.before)).toBe(true);
				expect(isOverdue({ standing, dueOn: null }, today)).toBe(false);
			}),
		);
	});
});

describe("blocks", () => {
	const graph = assemblePlan(samplePlanFacts());
	const blocks = listBlocks(graph, caCcfsr2004);
	it("are each found by what a comment says of them, and none twice", () => {
		expect(new Set(blocks.map(blockKey)).size).toBe(blocks.length);
		for (const block of blocks) {
			expect(findBlock(block, blocks)).toBe(block);
			for (const { field } of block.texts) expect(findBlock({ ...block, field }, blocks)).toBe(block);
		}
	});
	it("are the document, its sections and fields, and every part with its number", () => {
		const names = blocks.map(({ name }) => name);
		expect(names[0]).toBe("The document as a whole");
		expect(names).toContain("Cover sheet");
		expect(names.filter((name) => /milestone 1\.1\.1$/iu.test(name)).length).toBeGreaterThan(0);
		expect(new Set(blocks.map(({ aboutKind }) => aboutKind)).size).toBeGreaterThan(6);
	});
	it("can be of every list but those of invitations and payments, which only writers see", () => {
		const lists = entryKinds.filter((kind) => kind !== "invitation" && kind !== "compensation");
		expect(BlockKind.options).toEqual(expect.arrayContaining([...lists]));
	});
});
