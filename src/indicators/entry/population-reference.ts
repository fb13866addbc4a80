import { tableFileReference } from "../figures/problems-reference.ts";
import { populationColumns } from "./population-columns.ts";
import { populationProblems } from "./population-problems.ts";

/** The layout of a file of child population and every problem that reading it can find: docs/reference/population-problems.md. */
export function populationReference(): string {
	return tableFileReference({
		title: "Files of child population",
		source: "src/indicators/entry",
		guide: "../guides/indicators.md#foster-care-entry-rate",
		columns: Object.values(populationColumns),
		problems: populationProblems,
	});
}
