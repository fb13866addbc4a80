import { figureColumnKeys, figureColumns } from "./figure-columns.ts";
import { figureLimits } from "./figure-limits.ts";
import { figureProblems } from "./figure-problems.ts";
import type { ProblemTier, ProblemWords } from "./problem.ts";

const tierWords: Readonly<Record<ProblemTier, string>> = {
	reject: "Reject: the file or row cannot be understood",
	mend: "Mend: a value contradicts a rule",
	"look-at": "Look at: taken, but someone should see it",
};

/** "columnName" as readers read it: "column name". */
function spellOut(name: string): string {
	return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** Words in braces become the name of the blank; signs that a Markdown table gives a meaning are kept from it. */
function words(template: string): string {
	const filled = template.replace(/\{(\w+)\}/g, (_, name: string) => `*${spellOut(name)}*`).replaceAll("|", "\\|");
	return `${filled.charAt(0).toUpperCase()}${filled.slice(1)}.`;
}

/** All problems of a catalogue, of figure files unless another is given, as tables of a guide in Markdown, one for each tier. */
export function problemsReference(catalogue: Readonly<Record<string, ProblemWords>> = figureProblems): string {
	return (["reject", "mend", "look-at"] as const)
		.map((tier) => {
			const rows = Object.entries(catalogue)
				.filter(([, problem]) => problem.tier === tier)
				.map(([id, { found, expected, remedy }]) => {
					return `| \`${id}\` | ${words(found)} | ${words(expected)} | ${words(remedy)} |`;
				});
			const head = ["| Problem | What was found | What is expected | What to do |", "| --- | --- | --- | --- |"];
			return [`### ${tierWords[tier]}`, "", ...head, ...rows].join("\n");
		})
		.join("\n\n");
}

/** All columns of figure files as a table of a guide in Markdown. Made from `figureColumns`. */
export function columnsReference(): string {
	const rows = figureColumnKeys.map((key) => {
		const { name, headings, holds, needed, example } = figureColumns[key];
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
