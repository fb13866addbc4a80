import { expect, it } from "vitest";
import { editWordFile, inText, tagsOf, wordDocumentXml, wordEdits } from "../../test/support/edit-word-file.ts";
import { samplePlanFacts } from "../../test/support/sample-plan.ts";
import { oneForEachNewRow, sampleWorkingCopy, sampleYearlyPaper } from "../../test/support/sample-working-copy.ts";
import { saveByLibreOffice } from "../../test/support/save-by-libreoffice.ts";
import { readWordContent } from "../documents/word/read/read-word-content.ts";
import { recognisePlan } from "../documents/word/recognise/recognise-plan.ts";
import type { PlanFacts } from "../domain/plan/plan-graph.ts";
import { getEdition } from "../frameworks/editions.ts";

const countsOf = ({ focusAreas, goals, strategies, milestones }: PlanFacts) => ({
	components: focusAreas.length,
	goals: goals.length,
	strategies: strategies.length,
	milestones: milestones.length,
});
const ways = Object.values(wordEdits);

it.each(["plan", "yearly paper"])(
	"saved by LibreOffice, the Word file of a %s changes nothing unchanged, and gives 30 changes for 30 edits",
	async (kind) => {
		const { bytes, compare } = await sampleWorkingCopy(kind === "plan" ? undefined : sampleYearlyPaper());
		const saved = await saveByLibreOffice(bytes);
		expect(await compare(saved)).toEqual({ changes: [], notes: [] });
		if (kind === "plan") await recognisesAll(saved);

		// From all over the file, so that texts of every kind are among them, alone in a cell and among others.
		const tags = oneForEachNewRow(tagsOf(await wordDocumentXml(bytes)));
		const chosen = Array.from({ length: 30 }, (_, index) => tags[Math.floor((index * tags.length) / 30)] ?? "");
		const edited = await editWordFile(bytes, (xml) =>
			chosen.reduce(
				(text, tag, index) =>
					inText(text, tag, (content) => ways[index % ways.length]?.(content, `edit ${index}`) ?? content),
				xml,
			),
		);
		const { changes, notes } = await compare(await saveByLibreOffice(edited));
		const found = new Set(changes.map(({ after }) => /edit \d+$/u.exec(after)?.[0]));
		expect(chosen.filter((_, index) => !found.has(`edit ${index}`))).toEqual([]);
		expect(changes).toHaveLength(30);
		expect(changes.every(({ after }) => /edit \d+$/u.test(after))).toBe(true);
		expect(changes.filter(({ author }) => author !== "")).toHaveLength(10);
		expect(notes).toEqual([]);
	},
	240_000,
);

/** The same file as an old plan, as if nobody knew that it came from here. */
async function recognisesAll(saved: Uint8Array): Promise<void> {
	const { lines } = recognisePlan(await readWordContent(saved), getEdition("ca-ccfsr-2004"));
	const { components, goals, strategies, milestones } = countsOf(samplePlanFacts());
	expect(
		["component", "goal", "strategy", "milestone"].map((kind) => lines.filter((line) => line.kind === kind).length),
	).toEqual([components, goals, strategies, milestones]);
}
