import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { fillMessage } from "../domain/document/checks/fill-message.ts";
import { messageWords } from "../domain/document/checks/message-words.ts";
import { fieldsOf, rulesLeftToPeople } from "../domain/document/edition.ts";
import { editionOfDocument } from "../domain/document/yearly-paper.ts";
import { canonicalText } from "../domain/workflow/action.ts";
import { findEdition, getEdition, listEditions } from "./editions.ts";
import published from "./published-editions.json" with { type: "json" };

const sip = getEdition("ca-ccfsr-2004");

test("editions are found by id, and an unknown one is refused with those there are", () => {
	expect(findEdition("ca-ccfsr-2013")?.termMonths).toBe(60);
	expect(findEdition("ca-ccfsr-1999")).toBeUndefined();
	expect(() => getEdition("ca-ccfsr-1999")).toThrow("There are: ca-ccfsr-2004, ca-ccfsr-2009");
});

test("every edition is published, and no other is", () => {
	expect(Object.keys(published).sort()).toEqual(
		listEditions()
			.map(({ id }) => id)
			.sort(),
	);
});

describe.each(listEditions().map((edition) => [edition.id, edition] as const))("%s", (id, edition) => {
	it("is locked: its data is what was published", () => {
		const sha256 = createHash("sha256").update(canonicalText(edition)).digest("hex");
		expect(
			sha256,
			`${id} has changed. Plans are held under it: make a new edition, or, when the change is meant and harms no plan, write the new checksum into published-editions.json and say why in the commit.`,
		).toBe((published as Record<string, string>)[id]);
	});

	it("names each field, section, group, rule and factor once", () => {
		for (const list of [
			fieldsOf(edition),
			edition.sections,
			edition.teamGroups,
			edition.rules,
			edition.systemicFactors,
			edition.attachments,
		]) {
			const ids = list.map((each) => each.id);
			expect(new Set(ids).size).toBe(ids.length);
		}
	});

	it("has checks for the rules that it says are checked, and for no other", () => {
		const checked = edition.rules.filter((rule) => rule.coverage === "checked").map((rule) => rule.id);
		const yearly = edition.yearlyPaper;
		const own = new Set(yearly?.rules.map((rule) => rule.id));
		const checks = [...edition.checks, ...(yearly?.checks ?? []).filter((check) => !own.has(check.rule))];
		expect([...new Set(checks.map((check) => check.rule))].sort()).toEqual(checked.sort());
	});

	it("says why for every rule that is not checked", () => {
		const silent = edition.rules.filter((rule) => rule.coverage !== "checked" && !rule.note);
		expect(silent).toEqual([]);
	});

	it("speaks in its checks only of fields and groups that it has, with words that the engine supplies", () => {
		const fields = fieldsOf(edition).map((field) => field.id);
		const groups = edition.teamGroups.map((group) => group.id);
		for (const check of edition.checks) {
			const named = ["field" in check ? check.field : [], "fields" in check ? check.fields : []].flat();
			expect(fields).toEqual(expect.arrayContaining(named));
			if ("groups" in check) expect(groups).toEqual(expect.arrayContaining(check.groups));
			const words = Object.fromEntries(messageWords[check.kind].map((word) => [word, "x"]));
			expect(fillMessage(check.message, words)).not.toMatch(/[{}]/);
			expect(check.message).toMatch(/[.}]$/);
		}
	});

	it("holds its yearly paper to the same: fields once, rules of its checks there, words supplied", () => {
		if (!edition.yearlyPaper) return;
		const paper = editionOfDocument(edition, { updateOf: "a plan" });
		const fields = fieldsOf(paper).map((field) => field.id);
		const rules = paper.rules.map((rule) => rule.id);
		for (const list of [fields, rules, paper.sections.map((section) => section.id)]) {
			expect(new Set(list).size).toBe(list.length);
		}
		for (const check of paper.checks) {
			expect(rules).toContain(check.rule);
			if ("field" in check) expect(fields).toContain(check.field);
			const words = Object.fromEntries(messageWords[check.kind].map((word) => [word, "x"]));
			expect(fillMessage(check.message, words)).not.toMatch(/[{}]/);
		}
	});

	it("holds the report at its end to the same, and carries texts only from fields that the plan has", () => {
		const planFields = fieldsOf(edition).map((field) => field.id);
		const papers = [edition.yearlyPaper, edition.finalPaper].flatMap((paper) => (paper ? [paper] : []));
		for (const field of papers.flatMap(({ sections }) => sections.flatMap(({ fields }) => fields))) {
			if (field.carries) expect(planFields).toContain(field.carries);
		}
		if (!edition.finalPaper) return;
		const paper = editionOfDocument(edition, {
			updateOf: "a plan",
			updateNumber: (edition.yearlyPaper?.count ?? 0) + 1,
		});
		expect(paper.document.name).toBe(edition.finalPaper.name);
		for (const list of [fieldsOf(paper), paper.rules, paper.sections]) {
			expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
		}
		for (const check of paper.checks) expect(paper.rules.map(({ id }) => id)).toContain(check.rule);
	});

	it("has no checks when it is an outline, and some when it is not", () => {
		expect(edition.checks.length === 0).toBe(edition.completeness === "outline");
	});
});

describe("us-cfsp-2025-2029", () => {
	const cfsp = getEdition("us-cfsp-2025-2029");
	const yearly = editionOfDocument(cfsp, { updateOf: "a plan", updateNumber: 1 });
	const final = editionOfDocument(cfsp, { updateOf: "a plan", updateNumber: 5 });
	const items = (edition: typeof cfsp) => [...new Set(edition.sections.map(({ item }) => item))];

	it("has the sections C1 to C13, A1 to A13 and F1 to F5", () => {
		const numbers = (letter: string, last: number) => Array.from({ length: last + 1 }, (_, i) => `${letter}${i}`);
		expect(items(cfsp)).toEqual(numbers("C", 13));
		expect(items(yearly)).toEqual(numbers("A", 13));
		expect(items(final)).toEqual(numbers("F", 5));
	});

	it("serves every item of 42 USC 622(b) and 629b(a) that is known, in a field, a rule or an attachment", () => {
		const cited = new Set(
			[cfsp, yearly, final].flatMap((edition) => [
				...fieldsOf(edition).flatMap(({ cites = [] }) => cites),
				...edition.rules.map(({ id }) => id),
				...edition.attachments.flatMap(({ label }) => label.match(/B[12]-\d\d/g) ?? []),
			]),
		);
		const all = [
			...Array.from({ length: 19 }, (_, i) => `B1-${String(i + 1).padStart(2, "0")}`),
			...Array.from({ length: 11 }, (_, i) => `B2-${String(i + 1).padStart(2, "0")}`),
		];
		expect(all.filter((id) => !cited.has(id))).toEqual([]);
	});

	it("has eight slots for health, five for disasters and seven for the purposes of Chafee", () => {
		const count = (prefix: string) => fieldsOf(cfsp).filter(({ item }) => item?.startsWith(prefix)).length;
		expect([count("C9.2."), count("C9.3."), count("C8.2.")]).toEqual([8, 6, 7]);
	});
});

describe("ca-ccfsr-2004", () => {
	it("has every rule of SIP-1 to SIP-117 once: checked, held, not in this slice or not checkable", () => {
		expect(sip.rules.map((rule) => rule.id)).toEqual(Array.from({ length: 117 }, (_, i) => `SIP-${i + 1}`));
	});

	it("is for the 58 counties of California", () => {
		expect(sip.jurisdictions.places).toHaveLength(58);
		expect(sip.jurisdictions.places.find((place) => place.code === "06037")?.name).toBe("Los Angeles");
		expect(sip.jurisdictions.places.at(-1)).toEqual({ code: "06115", name: "Yuba" });
	});

	it("tells what is left to people, and nothing that is wholly checked or held", () => {
		const left = rulesLeftToPeople(sip).map((rule) => rule.id);
		expect(left).toEqual(expect.arrayContaining(["SIP-9", "SIP-30", "SIP-75", "SIP-99"]));
		for (const id of ["SIP-7", "SIP-19", "SIP-58", "SIP-67"]) expect(left).not.toContain(id);
	});

	it("SIP-11: never makes an error of pages", () => {
		const pages = sip.rules.filter((rule) => ["SIP-7", "SIP-9", "SIP-10", "SIP-12"].includes(rule.id));
		expect(pages.map((rule) => rule.severity)).toEqual(["W", "W", "W", "I"]);
		const checks = listEditions().flatMap((edition) => edition.checks.filter(({ kind }) => kind === "pages"));
		expect(checks.map(({ rule }) => rule).sort()).toEqual(["SIP-10", "SIP-7", "SIP-9"]);
		for (const check of checks) expect(check.severity).toBe("warning");
	});

	it("has a test for every rule that it checks", () => {
		const folder = new URL("ca-ccfsr/2004/", import.meta.url);
		const tests = readdirSync(folder).filter((name) => name.endsWith("-rules.test.ts"));
		const text = tests.map((name) => readFileSync(new URL(name, folder), "utf8")).join("\n");
		const checked = sip.rules.filter((rule) => rule.coverage === "checked").map((rule) => rule.id);
		expect(checked.filter((id) => !new RegExp(`${id}\\b`).test(text))).toEqual([]);
	});
});
