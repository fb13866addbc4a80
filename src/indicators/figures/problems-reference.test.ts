import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { figuresTemplate, figuresToCsv } from "./figures-to-csv.ts";
import { allFigureProblems, columnsReference, limitsReference, problemsReference } from "./problems-reference.ts";
import { sampleCounties, sampleFigures } from "./sample-figures.ts";

const docs = (path: string) => fileURLToPath(new URL(`../../../docs/${path}`, import.meta.url));

/** The guide with its parts between the marks made anew. */
function renew(guide: string, parts: Readonly<Record<string, string>>): string {
	return Object.entries(parts).reduce((text, [name, part]) => {
		const marks = new RegExp(`(<!-- ${name}: [^>]*-->\n)[^]*?(<!-- end of ${name} -->)`);
		if (!marks.test(text)) throw new Error(`The guide has lost its marks for ${name}.`);
		return text.replace(marks, (_, start: string, end: string) => `${start}\n${part}\n\n${end}`);
	}, guide);
}

// After a change of columns, limits, problems or samples, write the documents anew with: npx vitest run problems-reference -u

it("has every problem, column and limit in the guide as the program has it", async () => {
	const path = docs("guides/figures-file.md");
	const parts = { limits: limitsReference(), columns: columnsReference(), problems: problemsReference() };
	await expect(renew(readFileSync(path, "utf8"), parts)).toMatchFileSnapshot(path);
});

it("lists every problem once, in rows that a table can have", () => {
	const rows = problemsReference()
		.split("\n")
		.filter((line) => line.startsWith("| `"));
	expect(rows.map((row) => /`([^`]+)`/.exec(row)?.[1]).sort()).toEqual(Object.keys(allFigureProblems).sort());
	for (const row of rows) expect(row.replaceAll("\\|", "").split("|")).toHaveLength(6);
});

it("gives the sample file and the template that the program makes", async () => {
	await expect(figuresToCsv(sampleFigures(), sampleCounties)).toMatchFileSnapshot(docs("examples/figures-sample.csv"));
	await expect(figuresTemplate()).toMatchFileSnapshot(docs("examples/figures-template.csv"));
});
