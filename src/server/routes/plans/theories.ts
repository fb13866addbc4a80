import { Hono } from "hono";
import { EvidenceRating, ImplementationStage, supportKinds } from "../../../domain/plan/theory-facts.ts";
import { NotFound } from "../../../operations/errors.ts";
import { getTheory } from "../../../operations/get-theory.ts";
import { saveIntervention } from "../../../operations/save-intervention.ts";
import { saveTheory } from "../../../operations/save-theory.ts";
import { theoryPath } from "../../../web/pages/plans/plan-paths.ts";
import { TheoryPage } from "../../../web/pages/plans/theory-page.tsx";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { answerPage, visitOf } from "../../middleware/answers.ts";
import { pathId } from "../../middleware/path-id.ts";
import { readForm } from "../../middleware/read-form.ts";
import { answerSave } from "./answer-save.ts";
import { type OpenedPlan, openPlanPage } from "./plan-page-context.ts";
import { readValues } from "./read-values.ts";
import { savePart } from "./save-part.ts";

const mostLinks = 12;
const mostOptions = 8;

/** What is wrong with a text that is kept line by line: too many of them, or one that is too long. */
function lineProblems(field: string, lines: readonly string[], most: number, found: string) {
	const long = lines.find((line) => line.length > 500);
	return [
		...(lines.length > most ? [{ field, message: `${found}, and ${most} can be kept. Join some of them.` }] : []),
		...(long
			? [{ field, message: `This line is too long, 500 characters are the most: "${long.slice(0, 60)}…"` }]
			: []),
	];
}

function linesOf(text: string): string[] {
	return text
		.split(/\r?\n/)
		.map((line) => line.trim())
		.filter((line) => line !== "");
}

/** Why a goal should be reached, and what its strategies need to work as meant. */
export function planTheoryRoutes(services: AppServices): Hono<AppEnvironment> {
	const { perform } = services;
	const routes = new Hono<AppEnvironment>();

	async function theoryPage(person: Parameters<typeof perform>[1], { plan, documentId }: OpenedPlan, goalId: string) {
		const component = plan.graph.components.find(({ goals }) => goals.some(({ goal }) => goal.id === goalId));
		const node = component?.goals.find(({ goal }) => goal.id === goalId);
		if (!component || !node) throw new NotFound("This goal is not in the plan any more. See the plan's history.");
		const view = await perform(getTheory, person, { documentId, goalId });
		return TheoryPage({ plan, focusAreaId: component.focusArea.id, node, ...view });
	}

	routes.get("/:documentId/goals/:goalId/theory", async (context) => {
		const opened = await openPlanPage(context, services);
		return answerPage(context, await theoryPage(visitOf(context).person, opened, pathId(context, "goalId")));
	});

	routes.post("/:documentId/goals/:goalId/theory", async (context) => {
		const form = await readForm(context);
		const { person } = visitOf(context);
		const [documentId, goalId] = [pathId(context, "documentId"), pathId(context, "goalId")];
		return answerSave(context, services, {
			form,
			key: `theory-${goalId}`,
			save: () =>
				savePart("theory-of-change", async () => {
					const read = readValues(form);
					const chain = linesOf(read.text("chain", 6200));
					const options = linesOf(read.text("options", 4200));
					read.problems.push(
						...lineProblems("chain", chain, mostLinks, `The chain has ${chain.length} lines`),
						...lineProblems("options", options, mostOptions, `There are ${options.length} lines`),
					);
					const texts = {
						...{ problem: read.text("problem", 4000), rootCause: read.text("rootCause", 4000) },
						...{ population: read.text("population", 2000), assumptions: read.text("assumptions", 4000) },
						...{ rootCauseData: read.text("rootCauseData", 4000), monitoring: read.text("monitoring", 4000) },
						...{ adjustment: read.text("adjustment", 4000), options },
					};
					if (read.problems.length > 0) return { problems: read.problems };
					const version = Number(form.text("version")) || 0;
					return perform(saveTheory, person, { documentId, goalId, version, chain, ...texts });
				}),
			page: (opened) => theoryPage(person, opened, goalId),
			done: () => `${theoryPath(documentId, goalId)}#form-theory-${goalId}`,
		});
	});

	routes.post("/:documentId/strategies/:strategyId/intervention", async (context) => {
		const form = await readForm(context);
		const { person } = visitOf(context);
		const [documentId, strategyId] = [pathId(context, "documentId"), pathId(context, "strategyId")];
		const goalOf = ({ plan }: OpenedPlan) => {
			const goals = plan.graph.components.flatMap((component) => component.goals);
			const found = goals.find(({ strategies }) => strategies.some(({ strategy }) => strategy.id === strategyId));
			if (!found) throw new NotFound("This strategy is not in the plan any more. See the plan's history.");
			return found.goal.id;
		};
		return answerSave(context, services, {
			form,
			key: `intervention-${strategyId}`,
			save: () =>
				savePart("intervention", async () => {
					const read = readValues(form);
					const needs = Object.fromEntries(supportKinds.map((kind) => [kind, read.text(kind, 2000)]));
					const values = {
						...{ reach: read.text("reach", 2000), selection: read.text("selection", 4000) },
						...{ fidelity: read.text("fidelity", 4000), stage: read.choice("stage", ImplementationStage.options) },
						evidenceRating: read.choice("evidenceRating", EvidenceRating.options),
						...needs,
					};
					if (read.problems.length > 0) return { problems: read.problems };
					const version = Number(form.text("version")) || 0;
					return perform(saveIntervention, person, { documentId, strategyId, version, ...values });
				}),
			page: (opened) => theoryPage(person, opened, goalOf(opened)),
			done: (opened) => `${theoryPath(documentId, goalOf(opened))}#form-intervention-${strategyId}`,
		});
	});
	return routes;
}
