import fc from "fast-check";
import { expect, test } from "vitest";
import { plainDate } from "../../domain/calendar/plain-date.ts";
import type { WithdrawnVoice } from "../../domain/engagement/withdrawn-since.ts";
import { cell, heading, neutralDocument, paragraph, section, table, tableRow } from "../neutral/build-blocks.ts";
import { NeutralDocument } from "../neutral/neutral-document.ts";
import { toPlainTextLines } from "../neutral/plain-text.ts";
import { withholdInText, withholdVoices } from "./withhold-voices.ts";

const inputId = "0197b5e0-0000-7000-8000-000000000001";
const memberId = "0197b5e0-0000-7000-8000-000000000002";
const voice: WithdrawnVoice = {
	...{ inputId, on: plainDate("2026-06-20"), said: "Nobody called us for three weeks.", name: "Ada Quillfeather" },
	...{ memberIds: [memberId], isPerson: true },
};

function paperOf(narrative: string, { said, name }: Pick<WithdrawnVoice, "said" | "name"> = voice): NeutralDocument {
	return neutralDocument(
		{
			...({ title: "A plan", language: "en", author: "Alder County", created: "2026-06-01" } as const),
			status: { label: "Submitted", draft: false },
		},
		[
			section("narrative", "one", [
				heading(1, "What was said"),
				paragraph(narrative || "Nothing."),
				table({
					caption: "You said, we did",
					headerColumns: 1,
					weights: [1, 1, 1],
					rows: [
						["Who", "Said", "What it changed"],
						tableRow([cell(name), cell(said), cell("A parent partner calls.")], { id: `${inputId}/said` }),
						tableRow([cell(name), cell("Parents' group"), cell("Member")], { id: `${memberId}/partyId` }),
					],
				}),
			]),
		],
	);
}

const textOf = (paper: NeutralDocument) => toPlainTextLines(paper).join("\n");

test("rows, quotes and the name are gone, a note with the day stands first, all else stays", () => {
	const paper = paperOf(`Ada Quillfeather told us: “${voice.said}” Adaline Quillfeathers did not.`);
	const shown = withholdVoices(paper, [voice]);
	const text = textOf(shown);
	expect(text).not.toContain(voice.said);
	expect(text).not.toMatch(/Ada Quillfeather\b/u);
	expect(text).toContain("Adaline Quillfeathers did not.");
	expect(text).toContain("Consent was withdrawn on June 20, 2026.");
	expect(text).toContain("A parent partner calls.");
	expect(NeutralDocument.parse(shown)).toEqual(shown);
	expect(withholdVoices(paper, [])).toBe(paper);
});

test("the name of a Tribe stays in the text, and only its rows are without it; short words are found in their row alone", () => {
	const tribe = { ...voice, name: "River Tribe", said: "Yes.", isPerson: false };
	const text = textOf(withholdVoices(paperOf("The River Tribe has its own court. Yes.", tribe), [tribe]));
	expect(text).toContain("The River Tribe has its own court. Yes.");
	expect(text.match(/River Tribe/gu)).toHaveLength(1);
	expect(text.match(/Name withheld/gu)).toHaveLength(2);
	expect(withholdInText("Yes.", [tribe])).toBe("Yes.");
});

test("whatever somebody said, a row never shows it again", () => {
	const line = fc
		.string({ minLength: 1, maxLength: 60 })
		.filter((text) => /^[ -~]+$/u.test(text) && text.trim() === text);
	fc.assert(
		fc.property(line, (said) => {
			const one = { ...voice, said };
			const rows = JSON.stringify(withholdVoices(paperOf("", one), [one]).blocks)
				.split('"cells"')
				.slice(2);
			expect(rows.join("")).not.toContain(JSON.stringify({ text: said }));
		}),
	);
});
