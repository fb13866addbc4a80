import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeAnswer, changeFact, sample, sampleId, samplePlanFacts } from "../../test/support/sample-plan.ts";
import { assemblePlan } from "../domain/plan/assemble-plan.ts";
import type { PlanFacts } from "../domain/plan/plan-graph.ts";
import { getEdition, listEditions } from "../frameworks/editions.ts";
import { table } from "./neutral/build-blocks.ts";
import { parseNeutralDocument } from "./neutral/parse-neutral-document.ts";
import { toPlainTextLines } from "./neutral/plain-text.ts";
import type { PlanFigure } from "./plan/plan-printing.ts";
import { buildPlanDocument } from "./plan-document.ts";

const edition = getEdition("ca-ccfsr-2004");
const build = (facts: PlanFacts) => buildPlanDocument(assemblePlan(facts), edition, { today: sample.today });
const lines = (facts: PlanFacts) => toPlainTextLines(parseNeutralDocument(build(facts)));
const text = (facts: PlanFacts) => lines(facts).join("\n");

const trend: PlanFigure = {
	svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 9 L10 1"></path></svg>',
	altText: "A line that rises from 8.5% to 11.3%.",
	sentence: "The rate rose from 8.5% to 11.3%.",
	table: table({
		caption: "Re-entry by period",
		weights: [1, 1],
		rows: [
			["Period", "Rate"],
			["2024", "11.3%"],
		],
	}),
};

describe("buildPlanDocument", () => {
	it("prints the sample plan as it was last approved", async () => {
		const paper = buildPlanDocument(assemblePlan(samplePlanFacts()), edition, {
			today: sample.today,
			versionHash: "0123456789abcdef",
			figures: new Map([[sample.measure, trend]]),
			vintageTitles: new Map([["ccfsr-2004", "California C-CFSR outcome measures, first edition (2004)"]]),
		});
		expect(parseNeutralDocument(paper)).toEqual(paper);
		const golden = "../../test/golden/plan-document/";
		await expect(`${JSON.stringify(paper, null, "\t")}\n`).toMatchFileSnapshot(`${golden}plan.json`);
		await expect(`${toPlainTextLines(paper).join("\n")}\n`).toMatchFileSnapshot(`${golden}plan.txt`);
	});

	it("SIP-6: keeps the order cover, narrative, components, attachments", () => {
		const sections = build(samplePlanFacts()).blocks.flatMap((block) => (block.type === "section" ? block.role : []));
		expect(sections).toEqual(["cover", "narrative", "components", "attachments", "attachments"]);
	});

	it("names each place by the fact and field that it shows", () => {
		const printed = JSON.stringify(build(samplePlanFacts()));
		const [strategy = ""] = sample.strategies;
		const [milestone = ""] = sample.milestones;
		for (const anchor of [
			`${sample.document}/cover.responsibleAgency`,
			`${sample.component}/component.partnerRoles`,
			`${sample.numericGoal}/statement`,
			`${sample.numericObjective}/baseline`,
			`${strategy}/rationale`,
			`${milestone}/timeframeMonths`,
		]) {
			expect(printed).toContain(`"id":"${anchor}"`);
		}
	});

	it("prints every text that was written, once", () => {
		const facts = samplePlanFacts();
		const printed = text(facts);
		const written = [
			...facts.goals.map((each) => each.statement),
			...facts.strategies.flatMap((each) => [each.statement, each.rationale]),
			...facts.milestones.map((each) => each.statement),
			...facts.parties.map((each) => each.name),
		];
		for (const each of written) expect(printed.split(each).length - 1, each).toBeGreaterThanOrEqual(1);
		for (const each of facts.milestones) expect(printed.split(each.statement)).toHaveLength(2);
	});

	it("shows timeframes in months with their last day, or the date alone", () => {
		expect(text(samplePlanFacts())).toContain("3 months (by September 30, 2025)");
		expect(text(samplePlanFacts())).toContain("By June 30, 2027");
		const [first = ""] = sample.milestones;
		expect(text(changeFact(samplePlanFacts(), "milestones", first, { timeframeMonths: 1 }))).toContain(
			"1 month (by July 31, 2025)",
		);
	});

	it("prints a figure with its counts, period, source and day of the data, and a small one masked", () => {
		expect(lines(samplePlanFacts())).toEqual(
			expect.arrayContaining([
				"Baseline\t11.3% (62 of 548), 12 months ending December 31, 2024",
				"Source\tCalifornia Child Welfare Indicators Project, 2024 quarter 4 extract; data as of April 1, 2025",
				"Target\t8.6% by March 31, 2028",
			]),
		);
		const small = { numerator: 7, denominator: 62, value: 11.29 };
		const printed = lines(changeFact(samplePlanFacts(), "baselines", sample.baseline, small));
		expect(printed).toContain("Baseline\t* (* of 62), 12 months ending December 31, 2024");
		expect(printed).toContain("*\tNot shown, because it is or rests on a count of 1 to 10.");
		const uncounted = changeFact(samplePlanFacts(), "baselines", sample.baseline, {
			numerator: null,
			denominator: null,
		});
		expect(lines(uncounted)).toContain("Baseline\t11.3%, 12 months ending December 31, 2024");
		const behind = changeFact(uncounted, "observations", sample.newestFigure, { numerator: 7, denominator: 62 });
		expect(lines(behind)).toContain("Baseline\t*, 12 months ending December 31, 2024");
	});

	it("marks what is for children under probation", () => {
		const printed = lines(samplePlanFacts());
		expect(printed).toContain("For: Child welfare, Probation");
		expect(printed.filter((line) => line.includes("1.2.1"))[0]).toContain("For: Probation");
	});

	it("tells none that was said on purpose from what is not yet written", () => {
		const label =
			"Identify any regulatory or statutory changes needed to support the accomplishment of the improvement goals.";
		const below = (facts: PlanFacts) => lines(facts)[lines(facts).indexOf(label) + 1];
		expect(below(samplePlanFacts())).toBe("None.");
		expect(below(changeAnswer(samplePlanFacts(), "component.lawChanges", "", false))).toBe("Not yet written.");
	});

	it("SIP-70: leaves out further factors in a component on a factor", () => {
		const factor = { subjectKind: "systemic-factor", codes: ["qa"], label: "Quality assurance system" } as const;
		const printed = text(changeFact(samplePlanFacts(), "focusAreas", sample.component, { ...factor, codes: ["qa"] }));
		expect(printed).not.toContain("Describe any additional systemic factors");
		expect(printed).toContain("Describe educational/training needs");
	});

	it.each([
		["drafting", true],
		["ready", true],
		["returned", true],
		["submitted", false],
		["accepted", false],
	] as const)("a plan that is %s is marked as a draft: %s", (state, draft) => {
		const facts = samplePlanFacts();
		expect(build({ ...facts, document: { ...facts.document, state } }).metadata.status.draft).toBe(draft);
	});

	it("SIP-67: any number of goals, strategies and milestones prints, with every anchor once", () => {
		const facts = samplePlanFacts();
		const many: PlanFacts = {
			...facts,
			focusAreas: [11, 12, 13].flatMap((n) =>
				facts.focusAreas.map((each) => ({ ...each, id: sampleId(n), position: n })),
			),
			goalUses: [11, 12, 13].flatMap((n) =>
				facts.goalUses.map((each, i) => ({ ...each, id: sampleId(n * 100 + i), focusAreaId: sampleId(n) })),
			),
			milestones: Array.from({ length: 60 }, (_, i) =>
				facts.milestones.slice(0, 1).map((each) => ({ ...each, id: sampleId(5000 + i), position: i + 1 })),
			).flat(),
		};
		expect(lines(many).filter((line) => /^1\.1\.60\t/.test(line))).toHaveLength(3);
	});

	it("prints whatever was typed, and nothing at all", () => {
		const typed = fc.oneof(
			fc.constantFrom("", " ", "\u0000", "<script>alert(1)</script>", "=1+1", "a\n\n\nb", "\ud800", "1.1\t1.2"),
			fc.string({ unit: "binary", maxLength: 80 }),
		);
		fc.assert(
			fc.property(typed, fc.boolean(), (value, empty) => {
				const facts = samplePlanFacts();
				const changed: PlanFacts = {
					...facts,
					document: { ...facts.document, title: value },
					jurisdiction: { ...facts.jurisdiction, name: value },
					answers: empty ? [] : facts.answers.map((each) => ({ ...each, value })),
					focusAreas: facts.focusAreas.map((each) => ({ ...each, label: value, codes: [] })),
					goals: facts.goals.map((each) => ({ ...each, statement: value })),
					measures: facts.measures.map((each) => ({ ...each, title: value })),
					strategies: empty ? [] : facts.strategies.map((each) => ({ ...each, statement: value, rationale: value })),
					milestones: facts.milestones.map((each) => ({ ...each, statement: value, assignedTitle: value })),
					parties: empty ? [] : facts.parties.map((each) => ({ ...each, name: value, affiliation: value })),
				};
				expect(() => lines(changed)).not.toThrow();
			}),
			{ seed: 6, numRuns: 60 },
		);
	});

	it("prints the components under every edition that the program knows", () => {
		for (const each of listEditions()) {
			if (!each.sections.some(({ kind }) => kind === "components")) continue;
			const facts = samplePlanFacts();
			const graph = assemblePlan({ ...facts, document: { ...facts.document, editionId: each.id } });
			const printed = toPlainTextLines(parseNeutralDocument(buildPlanDocument(graph, each, { today: sample.today })));
			expect(printed.join("\n")).toContain("Fewer children come back to foster care");
		}
	});
});
