import { type FigureColumn, figureColumnKeys, figureColumns } from "./figure-columns.ts";
import { figureLimits } from "./figure-limits.ts";
import { type FigureProblemId, figureProblems } from "./figure-problems.ts";
import type { ProblemTier, ProblemWords } from "./problem.ts";
import { type WorkbookProblemId, workbookProblems } from "./workbook-problems.ts";

/** How bad problems of tables are, the worst first, and what each means for the file. */
export const tableTierMeanings = {
	reject: { title: "Reject", words: "the file or row cannot be understood" },
	mend: { title: "Mend", words: "a value contradicts a rule" },
	"look-at": { title: "Look at", words: "taken, but someone should see it" },
} as const satisfies Readonly<Record<ProblemTier, { readonly title: string; readonly words: string }>>;
export const tableTiers = ["reject", "mend", "look-at"] as const satisfies readonly ProblemTier[];

/** Everything that is said of files of figures, besides their own problems those of opening a workbook. */
export const allFigureProblems: Readonly<Record<FigureProblemId | WorkbookProblemId, ProblemWords>> = {
	...figureProblems,
	...workbookProblems,
};

/** "columnName" as readers read it: "column name". */
function spellOut(name: string): string {
	return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** A problem of a catalogue as sentences. */
export type TableProblemReference = ProblemWords & { readonly id: string };

/** All problems of a catalogue as sentences, in its order; `blank` says how a word in braces is shown. */
export function listTableProblems(
	catalogue: Readonly<Record<string, ProblemWords>>,
	blank: (name: string) => string = () => "...",
): readonly TableProblemReference[] {
	const sentence = (template: string) => {
		const filled = template.replace(/\{(\w+)\}/g, (_, name: string) => blank(spellOut(name)));
		return `${filled.charAt(0).toUpperCase()}${filled.slice(1)}.`;
	};
	return Object.entries(catalogue).map(([id, { tier, found, expected, remedy }]) => ({
		...{ id, tier },
		...{ found: sentence(found), expected: sentence(expected), remedy: sentence(remedy) },
	}));
}

/** All problems of a catalogue, of figure files unless another is given, as tables of a guide in Markdown, one for each tier. */
export function problemsReference(catalogue: Readonly<Record<string, ProblemWords>> = allFigureProblems): string {
	// Signs that a Markdown table gives a meaning are kept from it.
	const cell = (text: string) => text.replaceAll("|", "\\|");
	const all = listTableProblems(catalogue, (name) => `*${name}*`);
	return tableTiers
		.map((tier) => {
			const { title, words } = tableTierMeanings[tier];
			const rows = all
				.filter((problem) => problem.tier === tier)
				.map(({ id, found, expected, remedy }) => `| \`${id}\` | ${[found, expected, remedy].map(cell).join(" | ")} |`);
			const head = ["| Problem | What was found | What is expected | What to do |", "| --- | --- | --- | --- |"];
			return [`### ${title}: ${words}`, "", ...head, ...rows].join("\n");
		})
		.join("\n\n");
}

/** The layout of a table and every problem that reading it can find, as a page of the reference in Markdown. */
export function tableFileReference(file: {
	readonly title: string;
	/** The folder that it is made from. */
	readonly source: string;
	/** Of the guide that says how to load it. */
	readonly guide: string;
	readonly columns: readonly FigureColumn[];
	readonly problems: Readonly<Record<string, ProblemWords>>;
}): string {
	return [
		`# ${file.title}`,
		"",
		`Made by \`npm run generate\` from \`${file.source}\`. How to load a file: [guide](${file.guide}).`,
		"",
		"## Columns",
		"",
		columnsReference(file.columns),
		"",
		"## Problems",
		"",
		"Reject and mend keep the whole file out. Problems of opening a workbook and of taking a table apart are those of",
		"[figure files](../guides/figures-file.md#all-problems).",
		"",
		problemsReference(file.problems),
		"",
	].join("\n");
}

/** All columns of a table, of figure files unless others are given, as a table of a guide in Markdown. */
export function columnsReference(
	columns: readonly FigureColumn[] = figureColumnKeys.map((key) => figureColumns[key]),
): string {
	const rows = columns.map(({ name, headings, holds, needed, example }) => {
		return `| **${name}** | ${holds} | ${needed} | \`${example}\` | ${headings.filter((heading) => heading !== name).join(", ")} |`;
	});
	return [
		"| Column | What it holds | Needed | Example | Also understood as |",
		"| --- | --- | --- | --- | --- |",
		...rows,
	].join("\n");
}

/** The limits of figure files as a list of a guide in Markdown. Made from `figureLimits`. */
export function limitsReference(): string {
	const number = (count: number) => count.toLocaleString("en-US");
	return [
		`- ${number(figureLimits.bytes / 1024 / 1024)} MB`,
		`- ${number(figureLimits.rows)} rows and ${number(figureLimits.columns)} columns`,
		`- ${number(figureLimits.cellLength)} characters in a cell, ${number(figureLimits.sourceLength)} in a source`,
	].join("\n");
}
