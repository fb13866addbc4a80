import { JSDOM } from "jsdom";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { planContext } from "../../../../test/support/plan-context.ts";
import { changeAnswer, changeFact, sample, samplePlanFacts } from "../../../../test/support/sample-plan.ts";
import { ComponentPage } from "./component-page.tsx";
import { GoalTree } from "./goal-tree.tsx";
import type { PlanContext } from "./plan-context.ts";
import { PlanPage } from "./plan-page.tsx";
import { ProbationList } from "./probation-list.tsx";
import { SectionPage } from "./section-page.tsx";
import { TextDifference } from "./text-difference.tsx";

const hostile = `</textarea><img src=x onerror=alert(1)>"'&<script>alert(2)</script>`;

function dom(page: ReactElement) {
	return new JSDOM(renderToStaticMarkup(page)).window.document;
}

function sectionPage(id: string, plan: PlanContext) {
	const section = plan.edition.sections.find((each) => each.id === id);
	if (!section) throw new Error(`There is no section ${id}.`);
	return dom(SectionPage({ plan, section }));
}

function componentPage(plan: PlanContext) {
	const [component] = plan.graph.components;
	if (!component) throw new Error("The sample has a component.");
	return dom(ComponentPage({ plan, component, figures: [], people: [], goalsToUse: [] }));
}

test("hostile text stands as text on every page that shows it", () => {
	const [milestone = ""] = sample.milestones;
	const written = changeFact(
		changeAnswer(samplePlanFacts(), "cover.contactAddress", hostile),
		"milestones",
		milestone,
		{
			statement: hostile,
			assignedTitle: hostile,
		},
	);
	const facts = { ...written, document: { ...written.document, title: hostile } };
	for (const mayWrite of [true, false]) {
		const plan = planContext(facts, { mayWrite });
		const overview = PlanPage({
			plan,
			steps: [],
			submissions: [],
			lastStep: undefined,
			staleMilestones: 0,
			papers: [],
			assignments: [],
		});
		for (const page of [sectionPage("cover", plan), componentPage(plan), dom(overview)]) {
			expect(page.querySelector("main script, main img[onerror]")).toBeNull();
			expect(page.querySelector("h1, .plan-content > p")?.textContent).toContain(hostile);
		}
	}
	const cover = sectionPage("cover", planContext(facts));
	expect(cover.querySelector<HTMLTextAreaElement>("#cover-contactAddress")?.value).toBe(hostile);
});

test("who may not write reads the same, without a form", () => {
	const plan = planContext(samplePlanFacts(), { mayWrite: false });
	for (const page of [sectionPage("cover", plan), sectionPage("narrative", plan), componentPage(plan)]) {
		expect(page.querySelectorAll("main form, main textarea")).toHaveLength(0);
	}
	expect(componentPage(plan).querySelector("main")?.textContent).toContain("Fewer children come back to foster care");
	expect(sectionPage("cover", plan).querySelector("main")?.textContent).toContain("Dwayne Okafor");
});

test("every control has its label, and no two controls of a page have one id", () => {
	const page = componentPage(planContext(samplePlanFacts()));
	const ids = [...page.querySelectorAll("[id]")].map(({ id }) => id);
	expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
	const controls = [...page.querySelectorAll("main :is(input:not([type=hidden]), textarea, select)")];
	const unnamed = controls.filter(({ id }) => !page.querySelector(`label[for="${id}"]`));
	expect(controls.length).toBeGreaterThan(50);
	expect(unnamed.map(({ outerHTML }) => outerHTML)).toEqual([]);
});

test("a form that clashes shows their text beside mine and names the version to save over", () => {
	const key = `goal-${sample.numericGoal}`;
	const typed = {
		key,
		values: { statement: ["Mine"], goalKind: ["numeric"] },
		problems: [],
		clashes: [{ field: "statement", theirs: "Theirs", theirName: "Mina Park", theirTime: "2026-06-30T21:02:00.000Z" }],
		versions: { version: 7 },
	};
	const form = componentPage(planContext(samplePlanFacts(), { typed })).querySelector(`#form-${key}`);
	expect(form?.querySelector(".clash-theirs")?.textContent).toMatch(/Mina Park.*June 30, 2026.*Theirs/u);
	expect(form?.querySelector<HTMLTextAreaElement>(".clash-pair textarea")?.value).toBe("Mine");
	expect(form?.querySelector<HTMLInputElement>("[name=version]")?.value).toBe("7");
});

test("changes are heard as well as seen", () => {
	const page = dom(TextDifference({ from: "by June 2026", to: "by July 2026" }));
	expect(page.body.textContent).toBe("by [removed: June] [added: July]  2026");
	expect(page.querySelector("del")?.textContent).toContain("June");
	expect(page.querySelector("ins")?.textContent).toContain("July");
});

test("SIP-45: what is for youth under probation is marked in the tree and listed apart, with a way to each", () => {
	const plan = planContext(samplePlanFacts(), { mayWrite: true });
	const page = dom(ProbationList({ plan }) ?? <p />);
	const listed = [...page.querySelectorAll("li")].map((each) => each.textContent ?? "");
	const marked = [
		...plan.graph.components.flatMap(({ goals }) => goals).map(({ goal }) => goal),
		...samplePlanFacts().strategies,
		...samplePlanFacts().milestones,
	].filter(({ population }) => population.some((each) => each !== "cws"));
	expect(marked.length).toBeGreaterThan(1);
	expect(listed).toHaveLength(marked.length);
	for (const { statement } of marked) expect(listed.join("\n")).toContain(statement);
	const tree = dom(<div>{GoalTree({ plan })}</div>);
	expect(tree.body.textContent?.match(/For: (?:Child welfare, )?Probation/gu)).toHaveLength(marked.length);
});
