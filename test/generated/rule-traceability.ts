import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { Edition, EditionRule } from "../../src/domain/document/edition.ts";
import type { PlanningRequirement, PlanningRules } from "../../src/domain/planning/planning-rules.ts";
import { getEdition, listEditions } from "../../src/frameworks/editions.ts";
import { findPlanningRules } from "../../src/frameworks/planning-frameworks.ts";

/** A rule with what serves it: the checks in the data, and the test files that name it. */
type TracedRule = {
	readonly rule: EditionRule;
	readonly checks: readonly string[];
	readonly tests: readonly string[];
};

const coverageWords: Readonly<Record<EditionRule["coverage"], string>> = {
	checked: "checked",
	held: "held by the program's make",
	"not-in-this-slice": "not yet",
	"not-checkable": "for people to judge",
};

/** The rules of the 2004 edition, each with its checks and tests. */
export async function traceRules(root: string): Promise<readonly TracedRule[]> {
	const edition = getEdition("ca-ccfsr-2004");
	const tests = await testFiles(root);
	return edition.rules.map((rule) => ({
		rule,
		checks: checksOf(edition, rule.id),
		tests: tests.filter(({ ids }) => ids.has(rule.id)).map(({ file }) => file),
	}));
}

/** `docs/reference/sip-rules.md`: rule, data, check, test, in one table. */
export async function ruleTraceability(root: string): Promise<string> {
	const traced = await traceRules(root);
	const count = (coverage: EditionRule["coverage"]) => traced.filter(({ rule }) => rule.coverage === coverage).length;
	const totals = (Object.keys(coverageWords) as EditionRule["coverage"][])
		.map((coverage) => `${count(coverage)} ${coverageWords[coverage]}`)
		.join(", ");
	return [
		"# The rules of the System Improvement Plan",
		"",
		"Made by `npm run generate` from `src/frameworks/ca-ccfsr/2004/edition.json` and the tests; a test holds it up to date.",
		"Each requirement of the user's guide of 2004, where the guide asks for it, how heavy it weighs (E error, Ec error where its",
		"condition holds, W warning, I information, P rule of the process), what the program does, by which kinds of checks, and which",
		"tests name it.",
		"",
		`Of ${traced.length} rules: ${totals}.`,
		"",
		"| Rule | Requirement | Source | Weight | What the program does | Checks | Tests |",
		"| --- | --- | --- | --- | --- | --- | --- |",
		...traced.map(({ rule, checks, tests }) =>
			[
				rule.id,
				rule.requirement,
				rule.source,
				rule.severity,
				rule.note ? `${coverageWords[rule.coverage]}. ${rule.note}` : coverageWords[rule.coverage],
				checks.map((kind) => `\`${kind}\``).join(", "),
				tests.map((file) => `[${path.basename(file)}](../../${file})`).join(", "),
			]
				.map((cell) => cell.replaceAll("|", "\\|"))
				.join(" | ")
				.replace(/^(.*)$/u, "| $1 |"),
		),
		"",
	].join("\n");
}

/** A requirement of planning rules with what serves it. */
type TracedRequirement = { readonly requirement: PlanningRequirement; readonly tests: readonly string[] };

const requirementWords: Readonly<Record<PlanningRequirement["coverage"], string>> = {
	...coverageWords,
	"not-in-this-slice": "kept in another part of the program",
};

/** The requirements of Mississippi's planning rules, each with its tests. */
export async function traceRequirements(root: string): Promise<readonly TracedRequirement[]> {
	const tests = await testFiles(root, /\bMS-\d{2}\b/gu);
	return planningRules().requirements.map((requirement) => ({
		requirement,
		tests: tests.filter(({ ids }) => ids.has(requirement.id)).map(({ file }) => file),
	}));
}

function planningRules(): PlanningRules {
	const rules = findPlanningRules("ms-planning-2016");
	if (!rules) throw new Error("There are no planning rules ms-planning-2016.");
	return rules;
}

/** `docs/reference/strategic-rules.md`: requirement, paragraph, what the program does, checks, tests. */
export async function requirementTraceability(root: string): Promise<string> {
	const traced = await traceRequirements(root);
	const { title, source } = planningRules();
	const count = (coverage: PlanningRequirement["coverage"]) =>
		traced.filter(({ requirement }) => requirement.coverage === coverage).length;
	const totals = (Object.keys(requirementWords) as PlanningRequirement["coverage"][])
		.map((coverage) => `${count(coverage)} ${requirementWords[coverage]}`)
		.join(", ");
	return [
		"# The rules of the strategic planning cycle",
		"",
		"Made by `npm run generate` from `src/frameworks/ms-planning/2016/rules.json` and the tests; a test holds it up to date.",
		`${title}: ${source}. Any State may follow them ([guide](../guides/planning-year.md)).`,
		"",
		`Of ${traced.length} requirements: ${totals}.`,
		"",
		"| Rule | Requirement | Source | What the program does | Checks | Tests |",
		"| --- | --- | --- | --- | --- | --- |",
		...traced.map(({ requirement, tests }) =>
			[
				requirement.id,
				requirement.requirement,
				requirement.source,
				requirement.note
					? `${requirementWords[requirement.coverage]}. ${requirement.note}`
					: requirementWords[requirement.coverage],
				[...new Set(requirement.checks.map(({ kind }) => `\`${kind}\``))].join(", "),
				tests.map((file) => `[${path.basename(file)}](../../${file})`).join(", "),
			]
				.map((cell) => cell.replaceAll("|", "\\|"))
				.join(" | ")
				.replace(/^(.*)$/u, "| $1 |"),
		),
		"",
	].join("\n");
}

/** A rule of the State's documents, with the editions that have it. */
type TracedFederalRule = TracedRule & { readonly editions: readonly string[] };

const federalFrameworks: ReadonlySet<string> = new Set(["us-cfsp", "us-pip", "us-cfsr", "ms-cqi"]);

/** The rules of the State's federal documents, of their yearly and last papers too, each once with its checks and tests. */
export async function traceFederalRules(root: string): Promise<readonly TracedFederalRule[]> {
	const tests = await testFiles(root, /\b(?:INT-\d{2}|MS-\d{2}|[AB]2?-\d{2}|(?:PIP|SWA)-\d+)\b/gu);
	const traced = new Map<string, TracedFederalRule>();
	for (const edition of listEditions().filter(({ framework }) => federalFrameworks.has(framework))) {
		for (const { rules, checks } of [edition, edition.yearlyPaper, edition.finalPaper].filter((each) => !!each)) {
			for (const rule of rules) {
				const known = traced.get(rule.id);
				traced.set(rule.id, {
					rule: known?.rule ?? rule,
					editions: [...new Set([...(known?.editions ?? []), edition.id])],
					checks: [...new Set([...(known?.checks ?? []), ...checksOf({ checks }, rule.id)])],
					tests: tests.filter(({ ids }) => ids.has(rule.id)).map(({ file }) => file),
				});
			}
		}
	}
	return [...traced.values()].toSorted((a, b) => (a.rule.id < b.rule.id ? -1 : 1));
}

/** `docs/reference/federal-rules.md`: rule, editions, what the program does, checks, tests. */
export async function federalTraceability(root: string): Promise<string> {
	const traced = await traceFederalRules(root);
	const count = (coverage: EditionRule["coverage"]) => traced.filter(({ rule }) => rule.coverage === coverage).length;
	const totals = (Object.keys(coverageWords) as EditionRule["coverage"][])
		.map((coverage) => `${count(coverage)} ${coverageWords[coverage]}`)
		.join(", ");
	return [
		"# The rules of the State's federal documents",
		"",
		"Made by `npm run generate` from the editions of the Child and Family Services Plan with its yearly and final reports, the Program",
		"Improvement Plans, the statewide assessment and the CQI papers (`src/frameworks/us-cfsp`, `us-pip`, `us-cfsr`, `ms-cqi`) and from the tests; a test holds",
		"it up to date. INT-01 to INT-16 are the requirements that join these documents.",
		"",
		`Of ${traced.length} rules: ${totals}.`,
		"",
		"| Rule | Requirement | Source | Editions | What the program does | Checks | Tests |",
		"| --- | --- | --- | --- | --- | --- | --- |",
		...traced.map(({ rule, editions, checks, tests }) =>
			[
				rule.id,
				rule.requirement,
				rule.source,
				editions.map((id) => `\`${id}\``).join(", "),
				rule.note ? `${coverageWords[rule.coverage]}. ${rule.note}` : coverageWords[rule.coverage],
				checks.map((kind) => `\`${kind}\``).join(", "),
				tests.map((file) => `[${path.basename(file)}](../../${file})`).join(", "),
			]
				.map((cell) => cell.replaceAll("|", "\\|"))
				.join(" | ")
				.replace(/^(.*)$/u, "| $1 |"),
		),
		"",
	].join("\n");
}

function checksOf(edition: Pick<Edition, "checks">, id: string): readonly string[] {
	return [...new Set(edition.checks.filter((check) => check.rule === id).map((check) => check.kind))];
}

async function testFiles(
	root: string,
	id = /\bSIP-\d+\b/gu,
): Promise<readonly { readonly file: string; readonly ids: ReadonlySet<string> }[]> {
	const names = (await Promise.all(["src", "test"].map((folder) => filesIn(root, folder)))).flat().sort();
	return Promise.all(
		names.map(async (file) => {
			const text = await readFile(path.join(root, file), "utf8");
			return { file, ids: new Set(text.match(id) ?? []) };
		}),
	);
}

async function filesIn(root: string, folder: string): Promise<readonly string[]> {
	const names = await readdir(path.join(root, folder), { recursive: true });
	return names
		.map((name) => `${folder}/${name.replaceAll(path.sep, "/")}`)
		.filter((name) => /\.test\.tsx?$|\.e2e\.ts$/u.test(name));
}
