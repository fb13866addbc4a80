import { Hono } from "hono";
import {
	CapacityStanding,
	capacitySides,
	EvidenceRating,
	ImplementationStage,
	supportKinds,
	theorySteps,
} from "../../../domain/plan/theory-facts.ts";
import { Fit, mostOptions, optionCriteria } from "../../../domain/plan/weighed-option.ts";
import { InvalidInput, NotFound } from "../../../operations/errors.ts";
import { getTheory } from "../../../operations/get-theory.ts";
import { getTheoryPaper } from "../../../operations/get-theory-paper.ts";
import { saveIntervention } from "../../../operations/save-intervention.ts";
import { saveTheory } from "../../../operations/save-theory.ts";
import { weighOption } from "../../../operations/weigh-option.ts";
import type { SignedInPerson } from "../../../storage/sql/actors.ts";
import { theoryPath } from "../../../web/pages/plans/plan-paths.ts";
import { TheoryPage } from "../../../web/pages/plans/theory-page.tsx";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { answerPage, visitOf } from "../../middleware/answers.ts";
import { pathId } from "../../middleware/path-id.ts";
import { readForm, type SentForm } from "../../middleware/read-form.ts";
import { answerSave, type SaveResult } from "./answer-save.ts";
import { sendDocument } from "./papers.ts";
import { type OpenedPlan, openPlanPage } from "./plan-page-context.ts";
import { readValues } from "./read-values.ts";
import { savePart } from "./save-part.ts";

const mostLinks = 12;

/** The texts of a theory of change with the most characters of each. */
const lengths = {
	...{ problem: 4000, population: 2000, rootCause: 4000, rootCauseData: 4000, choice: 4000 },
	...{ assumptions: 4000, monitoring: 4000, adjustment: 4000 },
} as const;

/** The texts that a step has sent: those of other steps stay as they are. */
function readStep(form: SentForm) {
	const read = readValues(form);
	const names = (Object.keys(lengths) as (keyof typeof lengths)[]).filter((name) => form.has(name));
	const texts: Partial<Record<keyof typeof lengths, string>> = Object.fromEntries(
		names.map((name) => [name, read.text(name, lengths[name])]),
	);
	if (!form.has("chain")) return { ...texts, problems: read.problems };
	const chain = linesOf(read.text("chain", 6200));
	const problems = [
		...read.problems,
		...lineProblems("chain", chain, mostLinks, `The chain has ${chain.length} lines`),
	];
	return { ...texts, chain, problems };
}

/** Each line of the table that was filled in, or was there before, is saved on its own: two people can write two lines. */
async function saveOptions(
	{ perform }: AppServices,
	person: SignedInPerson,
	goal: { readonly documentId: string; readonly goalId: string },
	form: SentForm,
): Promise<readonly SaveResult[]> {
	const saved: SaveResult[] = [];
	for (let place = 1; place <= mostOptions; place++) {
		const version = Number(form.text(`version-${place}`)) || 0;
		const control = (field: string) => (field === "isChosen" ? `isChosen-${place}` : `${field}-${place}`);
		if (!form.has(control("option")) || (version === 0 && form.text(control("option")).trim() === "")) continue;
		const fields = ["option", "isChosen", ...optionCriteria.flatMap((each) => [`${each}Fit`, `${each}Reason`])];
		const controls = Object.fromEntries(fields.map((field) => [field, control(field)]));
		saved.push(
			await savePart(
				"weighed-option",
				async () => {
					const read = readValues(form);
					const values = {
						option: read.text(control("option"), 500).trim(),
						isChosen: form.text(control("isChosen")) === "yes",
						...Object.fromEntries(
							optionCriteria.flatMap((each): [string, string][] => [
								[`${each}Fit`, read.choice(control(`${each}Fit`), Fit.options)],
								[`${each}Reason`, read.text(control(`${each}Reason`), 500)],
							]),
						),
					};
					if (read.problems.length > 0) return { problems: read.problems };
					return perform(weighOption, person, { ...goal, place, version, ...values });
				},
				{ version: `version-${place}`, controls },
			),
		);
	}
	return saved;
}

/** Several saves of one form as one: what was saved, what clashed and what was wrong in any of them. */
function joinSaves(saves: readonly SaveResult[]): SaveResult {
	return {
		versions: Object.assign({}, ...saves.map(({ versions }) => versions)),
		savedAt: saves.findLast(({ savedAt }) => savedAt !== "")?.savedAt ?? "",
		clashes: saves.flatMap(({ clashes = [] }) => clashes),
		problems: saves.flatMap(({ problems = [] }) => problems),
	};
}

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

	routes.get("/:documentId/goals/:goalId/:file{theory\\.(html|docx|pdf)}", async (context) => {
		const input = { documentId: pathId(context, "documentId"), goalId: pathId(context, "goalId") };
		return sendDocument(context, services, await perform(getTheoryPaper, visitOf(context).person, input));
	});

	routes.post("/:documentId/goals/:goalId/theory", async (context) => {
		const form = await readForm(context);
		const { person } = visitOf(context);
		const [documentId, goalId] = [pathId(context, "documentId"), pathId(context, "goalId")];
		const step = theorySteps.find((each) => each === form.text("step"));
		if (!step) throw new InvalidInput([{ field: "step", message: `Say which step: ${theorySteps.join(", ")}.` }]);
		const key = `theory-${goalId}-${step}`;
		return answerSave(context, services, {
			...{ form, key },
			save: async () => {
				const weighed = step === "options" ? await saveOptions(services, person, { documentId, goalId }, form) : [];
				const written = await savePart("theory-of-change", async () => {
					const { problems, ...values } = readStep(form);
					if (problems.length > 0) return { problems };
					const version = Number(form.text("version")) || 0;
					return perform(saveTheory, person, { documentId, goalId, version, ...values });
				});
				return joinSaves([...weighed, written]);
			},
			page: (opened) => theoryPage(person, opened, goalId),
			done: () => `${theoryPath(documentId, goalId)}#step-${step}`,
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
						readiness: read.text("readiness", 4000),
						...Object.fromEntries(
							capacitySides.flatMap((side): [string, string][] => [
								[`${side}Standing`, read.choice(`${side}Standing`, CapacityStanding.options)],
								[`${side}Note`, read.text(`${side}Note`, 1000)],
							]),
						),
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
