import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import {
	addRowAfterLastMilestone,
	editWordFile,
	inText,
	tagsOf,
	wordDocumentXml,
	wordEdits,
} from "../../test/support/edit-word-file.ts";
import { sample, sampleId } from "../../test/support/sample-plan.ts";
import { oneForEachNewRow, sampleWorkingCopy, sampleYearlyPaper } from "../../test/support/sample-working-copy.ts";
import { readPlaceMark } from "../documents/word/word-marks.ts";
import { WordField } from "../domain/word/word-facts.ts";

let copy: Uint8Array;
let compare: Awaited<ReturnType<typeof sampleWorkingCopy>>["compare"];
let document: string;
let tags: readonly string[];

beforeAll(async () => {
	({ bytes: copy, compare } = await sampleWorkingCopy());
	document = await wordDocumentXml(copy);
	tags = tagsOf(document);
});

describe("an edited Word file", () => {
	it("unchanged changes nothing, and says nothing", async () => {
		const kinds = new Set(tags.map((tag) => readPlaceMark(tag)?.field).filter((field) => field !== undefined));
		const ofYearlyPapers = /^carried-part\.|^milestone\.(?:status|completedOn|proof|explanation)$/u;
		expect(WordField.options.filter((field) => !kinds.has(field) && !ofYearlyPapers.test(field))).toEqual([
			"subject-analysis.analysis",
		]);
		expect(await compare(copy)).toEqual({ changes: [], notes: [] });
	});

	it("of a yearly paper gives what was written of its goals, and nothing else", async () => {
		const paper = await sampleWorkingCopy(sampleYearlyPaper());
		const own = tagsOf(await wordDocumentXml(paper.bytes));
		expect(await paper.compare(paper.bytes)).toEqual({ changes: [], notes: [] });
		const told = own.filter((tag) => /_(?:c[sp]|m[ucpe])_/u.test(tag));
		// Standing and progress of two goals, the standing of three strategies and seven milestones, and four cells for each of these.
		expect(told).toHaveLength(4 + 3 + 7 + 28);
		const { changes, notes } = await paper.compare(
			await editWordFile(paper.bytes, (xml) =>
				own.reduce((text, tag) => inText(text, tag, (line) => `${line}<w:p><w:r><w:t>More.</w:t></w:r></w:p>`), xml),
			),
		);
		expect(changes).toHaveLength(oneForEachNewRow(own).length);
		expect(notes).toEqual([]);
	});

	it.each(["plan", "yearly paper"])(
		"of a %s gives exactly one change for each of 30 edits, whatever they are",
		async (kind) => {
			const paper = kind === "plan" ? { bytes: copy, compare } : await sampleWorkingCopy(sampleYearlyPaper());
			const own = oneForEachNewRow(tagsOf(await wordDocumentXml(paper.bytes)));
			const edits = fc.tuple(
				fc.shuffledSubarray([...own], { minLength: 30, maxLength: 30 }),
				fc.array(fc.constantFrom(...Object.keys(wordEdits)), { minLength: 30, maxLength: 30 }),
			);
			await fc.assert(
				fc.asyncProperty(edits, async ([chosen, ways]) => {
					const edited = await editWordFile(paper.bytes, (xml) =>
						chosen.reduce(
							(text, tag, index) =>
								inText(text, tag, (content) => wordEdits[ways[index] ?? ""]?.(content, `edit ${index}`) ?? content),
							xml,
						),
					);
					const { changes, notes } = await paper.compare(edited);
					expect(changes).toHaveLength(30);
					expect(new Set(changes.map(({ factId, field }) => `${factId} ${field}`)).size).toBe(30);
					expect(changes.every(({ after }) => /edit \d+$/u.test(after))).toBe(true);
					expect(notes).toEqual([]);
				}),
				{ seed: 20_261_128, numRuns: 12 },
			);
		},
		60_000,
	);

	it("offers a row that was put in as a milestone, and one that is gone for removal", async () => {
		const added = await compare(
			await editWordFile(copy, (xml) =>
				addRowAfterLastMilestone(xml, ["2.1.3", "Parent partners paid.", "24 months", "Fiscal Manager, Department"]),
			),
		);
		expect(added.changes).toMatchObject([
			{
				change: "add-milestone",
				factId: sample.strategies[2],
				after: "Parent partners paid.",
				timeframe: "24 months",
				assigned: "Fiscal Manager, Department",
			},
		]);
		const removed = await compare(
			await editWordFile(copy, (xml) => xml.replace(/<w:tr>(?:(?!<w:tr>).)*_ma_(?:(?!<\/w:tr>).)*<\/w:tr>/su, "")),
		);
		expect(removed.changes).toMatchObject([{ change: "remove", factId: sample.milestones[0], after: "" }]);
		expect(removed.notes).toEqual([]);
	});

	it("offers a row that was put into a list as an entry, and one that is gone for removal", async () => {
		const row = (tag: string) => new RegExp(`<w:tr>(?:(?!<w:tr>).)*${tag}(?:(?!</w:tr>).)*</w:tr>`, "su");
		const cells = ["", "Survey", "Foster parents", "some", "Respite is scarce.", ""];
		const put = `<w:tr>${cells.map((text) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`).join("")}</w:tr>`;
		const added = await compare(await editWordFile(copy, (xml) => xml.replace(row("_dt_"), (text) => text + put)));
		expect(added).toMatchObject({
			changes: [{ change: "add-entry", factId: sampleId(710), place: "How the county listened", after: "Survey" }],
			notes: [],
		});
		expect(added.changes[0]?.cells).toContain("data-collection.responses\tsome");
		const removed = await compare(
			await editWordFile(copy, (xml) => xml.replace(row("_pn_"), "").replace(row("_yn_"), "")),
		);
		expect(removed.changes.map(({ change, field, factId }) => [change, field, factId])).toEqual([
			["remove", "planning-body.name", sampleId(700)],
			["remove", "team-member.group", expect.any(String)],
		]);
	});

	it("tells who changed a text and when, and keeps a comment", async () => {
		const tag = tags.find((each) => each.includes("_sr_")) ?? "";
		const { changes } = await compare(
			await editWordFile(copy, (xml) =>
				inText(xml, tag, (content) => wordEdits["types behind it, tracked"]?.(content, "Since 2024.") ?? ""),
			),
		);
		expect(changes).toMatchObject([
			{ field: "strategy.rationale", author: "Ana Editor", changedAt: "2026-08-03T10:00:00Z" },
		]);
		expect(changes[0]?.after.startsWith(changes[0].before)).toBe(true);
	});

	it("says of a line that stands at no text, and of a heading that was changed, that they are not taken", async () => {
		const { changes, notes } = await compare(
			await editWordFile(copy, (xml) =>
				xml
					.replace("Improvement Goal 1.0", "Improvement Goal One")
					.replace("</w:tbl>", "</w:tbl><w:p><w:r><w:t>A thought of mine.</w:t></w:r></w:p>"),
			),
		);
		expect(changes).toEqual([]);
		expect(notes).toEqual([
			expect.stringContaining('"A thought of mine."'),
			expect.stringContaining('"Improvement Goal One"'),
		]);
	});
});
