import { problemsReference } from "../figures/problems-reference.ts";
import { populationColumns } from "./population-columns.ts";
import { populationProblems } from "./population-problems.ts";

/** The layout of a file of child population and every problem that reading it can find, as a page in Markdown. */
export function populationReference(): string {
	const rows = Object.values(populationColumns).map(
		({ name, holds, needed, example, headings }) =>
			`| **${name}** | ${holds} | ${needed} | \`${example}\` | ${headings.filter((heading) => heading !== name).join(", ")} |`,
	);
	return [
		"# Files of child population",
		"",
		"Made by `npm run generate` from `src/indicators/entry`. How to load a file: [guide](../guides/indicators.md#foster-care-entry-rate).",
		"",
		"## Columns",
		"",
		"| Column | What it holds | Needed | Example | Also understood as |",
		"| --- | --- | --- | --- | --- |",
		...rows,
		"",
		"## Problems",
		"",
		"Reject and mend keep the whole file out. Problems of taking a table apart are those of [figure files](../guides/figures-file.md).",
		"",
		problemsReference(populationProblems),
		"",
	].join("\n");
}
