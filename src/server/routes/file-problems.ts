import { populationProblems } from "../../indicators/entry/population-problems.ts";
import { extractTierMeanings, listProblemKinds } from "../../indicators/extracts/extract-problem-reference.ts";
import { extractTiers } from "../../indicators/extracts/problem-summary.ts";
import { figureProblems } from "../../indicators/figures/figure-problems.ts";
import type { ProblemWords } from "../../indicators/figures/problem.ts";
import { listTableProblems, tableTierMeanings, tableTiers } from "../../indicators/figures/problems-reference.ts";
import { workbookProblems } from "../../indicators/figures/workbook-problems.ts";
import { profileProblems } from "../../indicators/profile/profile-problems.ts";
import type { FileProblemsProps } from "../../web/pages/help/extract-problems-page.tsx";

/** Every message of every kind of data file, from the tables that the readers raise them by. */
export function listFileProblems(): readonly FileProblemsProps[] {
	return [
		{
			id: "extracts",
			title: "AFCARS and NCANDS files",
			words: "One file of a period. It is taken whole or not at all.",
			tiers: extractTiers.map((tier) => ({
				...{ id: tier, ...extractTierMeanings[tier] },
				kinds: listProblemKinds().filter((each) => each.tier === tier),
			})),
		},
		table(
			"profile",
			"State data profiles",
			"A table of federal results. It is taken whole or not at all.",
			profileProblems,
		),
		table(
			"population",
			"Child population",
			"A table of the children who live in each county. It is taken whole or not at all.",
			populationProblems,
		),
		table(
			"figures",
			"Figures, and every other table",
			"What is said of files of figures; and of every table, that it cannot be taken apart.",
			figureProblems,
		),
		table("workbooks", "Excel workbooks", "Why a workbook is not opened, whichever table it holds.", workbookProblems),
	];
}

function table(
	id: string,
	title: string,
	words: string,
	catalogue: Readonly<Record<string, ProblemWords>>,
): FileProblemsProps {
	const all = listTableProblems(catalogue);
	const tiers = tableTiers.map((tier) => ({
		...{ id: tier, title: tableTierMeanings[tier].title },
		words: `${capital(tableTierMeanings[tier].words)}.`,
		kinds: all.filter((each) => each.tier === tier).map((each) => ({ ...each, source: null })),
	}));
	return { id, title, words, tiers: tiers.filter(({ kinds }) => kinds.length > 0) };
}

function capital(words: string): string {
	return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
