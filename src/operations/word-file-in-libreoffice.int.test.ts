import { expect, it } from "vitest";
import { editWordFile, inText, tagsOf, wordDocumentXml, wordEdits } from "../../test/support/edit-word-file.ts";
import { sampleWorkingCopy } from "../../test/support/sample-working-copy.ts";
import { hasLibreOffice, saveByLibreOffice } from "../../test/support/save-by-libreoffice.ts";

const ways = Object.values(wordEdits);

it("saved by LibreOffice, a Word file changes nothing unchanged, and gives 30 changes for 30 edits", async (test) => {
	if (!(await hasLibreOffice())) {
		test.skip("soffice is not on this machine: install libreoffice-writer-nogui to run this test");
	}
	const { bytes, compare } = await sampleWorkingCopy();
	expect(await compare(await saveByLibreOffice(bytes))).toEqual({ changes: [], notes: [] });

	// Every third text first, so that each way meets texts of every kind, alone in a cell and among others.
	const tags = tagsOf(await wordDocumentXml(bytes));
	const chosen = [0, 1, 2].flatMap((start) => tags.filter((_, index) => index % 3 === start)).slice(0, 30);
	const edited = await editWordFile(bytes, (xml) =>
		chosen.reduce(
			(text, tag, index) =>
				inText(text, tag, (content) => ways[index % ways.length]?.(content, `edit ${index}`) ?? content),
			xml,
		),
	);
	const { changes, notes } = await compare(await saveByLibreOffice(edited));
	expect(changes.map(({ factId, field }) => `${factId} ${field}`)).toHaveLength(30);
	expect(changes.every(({ after }) => /edit \d+$/u.test(after))).toBe(true);
	expect(changes.filter(({ author }) => author !== "")).toHaveLength(10);
	expect(notes).toEqual([]);
}, 240_000);
