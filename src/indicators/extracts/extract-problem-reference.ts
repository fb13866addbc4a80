import { type ExtractProblemId, type ExtractTier, extractProblems } from "./extract-problems.ts";
import { extractTiers } from "./problem-summary.ts";

/** One message in words: what stands in place of a value is "...". */
export type ProblemReference = {
	readonly id: ExtractProblemId;
	readonly tier: ExtractTier;
	readonly found: string;
	readonly expected: string;
	readonly remedy: string;
	readonly source: string;
};

/** What each tier means for a file. */
export const extractTierMeanings = {
	reject: { title: "The file is refused", words: "None of its rows count." },
	mend: {
		title: "To mend",
		words: "A value is missing or cannot be right. Indicators leave the record out or count it differently for that.",
	},
	look: { title: "Worth a look", words: "The record is counted. Someone should see whether that is what was meant." },
} as const satisfies Readonly<Record<ExtractTier, { readonly title: string; readonly words: string }>>;

/** A message of a kind in words, for headings and the reference. */
export function describeProblemKind(id: ExtractProblemId): ProblemReference {
	const { tier, found, expected, remedy, source } = extractProblems[id];
	const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
	return {
		...{ id, tier, source },
		found: sentence(found.replace("{value}", "...")),
		expected: sentence(expected),
		remedy: sentence(remedy),
	};
}

/** Every message that reading an extract can give, the worst tier first, in the order of the list. */
export function listProblemKinds(): readonly ProblemReference[] {
	const all = (Object.keys(extractProblems) as ExtractProblemId[]).map(describeProblemKind);
	return extractTiers.flatMap((tier) => all.filter((each) => each.tier === tier));
}

/** The reference as Markdown: docs/reference/extract-problems.md. */
export function extractProblemReference(): string {
	const all = listProblemKinds();
	const parts = extractTiers.map((tier) => {
		const { title, words } = extractTierMeanings[tier];
		const rows = all
			.filter((each) => each.tier === tier)
			.map(
				(each) => `| \`${each.id}\` | ${[each.found, each.expected, each.remedy, each.source].map(cell).join(" | ")} |`,
			);
		return [
			`## ${title}\n\n${words}\n`,
			"| Message | What was found | What is expected | How to mend it | Source |",
			"| --- | --- | --- | --- | --- |",
			...rows,
		].join("\n");
	});
	return `# Problems in AFCARS and NCANDS files

Every message that reading a file can give. Made by \`npm run generate\` from \`src/indicators/extracts/extract-problems.ts\`. Lists of
problems name each by record, line and element.

${parts.join("\n\n")}
`;
}

function cell(text: string): string {
	return text.replaceAll("|", "\\|").replaceAll("<", "&lt;");
}
