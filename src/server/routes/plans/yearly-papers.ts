import { type Context, Hono } from "hono";
import type { EditionWords } from "../../../domain/document/edition.ts";
import { CarriedStanding, GoalClosing } from "../../../domain/plan/carry-over-facts.ts";
import type { GoalNode } from "../../../domain/plan/plan-graph.ts";
import { amendPart } from "../../../operations/amend-part.ts";
import { closeGoal } from "../../../operations/close-goal.ts";
import { InvalidInput, NotFound, StaleSave, StaleVersion } from "../../../operations/errors.ts";
import { listGoalsToUse } from "../../../operations/list-goals-to-use.ts";
import { saveProgress } from "../../../operations/save-progress.ts";
import { startNextPlan } from "../../../operations/start-next-plan.ts";
import { startYearlyPaper } from "../../../operations/start-yearly-paper.ts";
import { takeGoalIn } from "../../../operations/take-goal-in.ts";
import type { SignedInPerson } from "../../../storage/sql/actors.ts";
import type { FormProblem } from "../../../web/forms/form-problem.ts";
import { partAnchor, planPath } from "../../../web/pages/plans/plan-paths.ts";
import { type AmendablePart, AmendPage } from "../../../web/pages/plans/yearly/amend-page.tsx";
import { ProgressPage } from "../../../web/pages/plans/yearly/progress-page.tsx";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { answerDone, answerPage, visitOf } from "../../middleware/answers.ts";
import { pathId } from "../../middleware/path-id.ts";
import { readForm, type SentForm } from "../../middleware/read-form.ts";
import { type OpenedPlan, openPlanPage } from "./plan-page-context.ts";
import { readValues } from "./read-values.ts";

/** The yearly paper of a plan in force: started from it, its progress said part by part, what was negotiated anew kept. */
export function planYearlyPaperRoutes(services: AppServices): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();

	routes.post("/:documentId/yearly-papers", async (context) => {
		const documentId = pathId(context, "documentId");
		const final = (await readForm(context)).text("final") === "yes";
		const { id } = await services.perform(startYearlyPaper, visitOf(context).person, { documentId, final });
		return answerDone(context, planPath(id, "/progress"), "The goals of the plan were carried over.");
	});

	routes.post("/:documentId/next", async (context) => {
		const documentId = pathId(context, "documentId");
		const { id } = await services.perform(startNextPlan, visitOf(context).person, { documentId });
		return answerDone(context, planPath(id), "The goals and texts of the last plan were carried over.");
	});

	routes.get("/:documentId/progress", async (context) =>
		answerPage(context, await progressPage(context, services, await openYearly(context, services))),
	);

	routes.post("/:documentId/goals-taken-in", async (context) => {
		const form = await readForm(context);
		const { documentId, plan } = await openYearly(context, services);
		const area = form.text("focusAreaId");
		const input = { documentId, goalId: form.text("goalId"), focusAreaId: area === "" ? null : area };
		try {
			await services.perform(takeGoalIn, visitOf(context).person, { ...input, label: form.text("label") });
		} catch (error) {
			if (!(error instanceof InvalidInput)) throw error;
			const typed = { key: "take-goal-in", values: form.values(), problems: error.problems };
			const again = await openPlanPage(context, services, typed);
			return answerPage(context, await progressPage(context, services, again), 422);
		}
		const goals = plan.edition.words.goal.toLowerCase();
		return answerDone(
			context,
			planPath(documentId, "/progress"),
			`The ${goals} is in the report, with all that serves it.`,
		);
	});

	routes.post("/:documentId/progress/:goalId", async (context) => {
		const opened = await openYearly(context, services);
		const { documentId, plan } = opened;
		const goalId = pathId(context, "goalId");
		const node = plan.graph.components.flatMap(({ goals }) => goals).find(({ goal }) => goal.id === goalId);
		if (!node) throw new NotFound("This goal is not in the paper any more.");
		const form = await readForm(context);
		const saved = await saveGoalProgress(services, visitOf(context).person, opened, { node, form });
		if (saved.problems.length > 0) {
			const typed = { key: `goal-${goalId}`, values: form.values(), ...saved };
			return answerPage(
				context,
				await progressPage(context, services, await openPlanPage(context, services, typed)),
				422,
			);
		}
		return answerDone(context, `${planPath(documentId, "/progress")}#${partAnchor("goal", goalId)}`, "Saved.");
	});

	routes.get("/:documentId/amend/:kind/:id", async (context) => {
		const { plan } = await openYearly(context, services);
		return answerPage(context, AmendPage({ plan, part: amendableIn(plan, context) }));
	});

	routes.post("/:documentId/amend/:kind/:id", async (context) => {
		const form = await readForm(context);
		const read = readValues(form);
		const opened = await openYearly(context, services);
		const { documentId, plan } = opened;
		const part = amendableIn(plan, context);
		const field = read.choice("field", ["statement", "dueOn", "value", "by"]);
		const isDate = field === "dueOn" || field === "by";
		const agreedOn = read.date("agreedOn");
		const after = isDate ? (read.date("after") ?? "") : read.text("after", 2000);
		const back = async (problems: readonly FormProblem[], version?: number) => {
			const versions = version === undefined ? {} : { versions: { version } };
			const typed = { key: "amend", values: form.values(), problems, ...versions };
			const again = await openPlanPage(context, services, typed);
			return answerPage(context, AmendPage({ plan: again.plan, part: amendableIn(again.plan, context) }), 422);
		};
		if (!agreedOn && read.problems.length === 0) {
			read.problems.push({ field: "agreedOn", message: "Give the day on which it was agreed." });
		}
		if (!agreedOn || read.problems.length > 0) return back(read.problems);
		try {
			await services.perform(amendPart, visitOf(context).person, {
				...{ documentId, partKind: part.kind, partId: part.id, version: form.text("version"), field, after, agreedOn },
				...{ reason: form.text("reason"), circumstance: form.text("circumstance"), agreedBy: form.text("agreedBy") },
			});
		} catch (error) {
			if (error instanceof InvalidInput) return back(error.problems);
			if (error instanceof StaleVersion) {
				const message = "Somebody has changed this part meanwhile. Compare with what it says now, and send it again.";
				return back([{ field: "after", message }], error.currentVersion);
			}
			throw error;
		}
		return answerDone(context, planPath(documentId, "/progress"), "The amendment is kept and holds in the plan.");
	});
	return routes;
}

type Saved = { readonly problems: readonly FormProblem[]; readonly versions: Readonly<Record<string, number>> };

/** Saves what the form says of a goal and of each part that serves it; answers what could not be saved, with its new version. */
async function saveGoalProgress(
	services: AppServices,
	person: SignedInPerson,
	{ documentId, plan }: OpenedPlan,
	{ node, form }: { readonly node: GoalNode; readonly form: SentForm },
): Promise<Saved> {
	const read = readValues(form);
	const progress = read.text(`progress-${node.goal.id}`, 8000);
	if (read.problems.length > 0) return { problems: read.problems, versions: {} };
	const problems: FormProblem[] = [];
	const versions: Record<string, number> = {};
	for (const partId of idsOf(node)) {
		const carried = plan.graph.carried.get(partId);
		if (!carried) continue;
		if (partId === node.goal.id && form.has(`closing-${partId}`)) {
			problems.push(...(await saveClosing(services, person, { documentId, form, goalId: partId })));
			continue;
		}
		if (!form.has(`standing-${partId}`)) continue;
		const standing = read.choice(`standing-${partId}`, CarriedStanding.options);
		const said = partId === node.goal.id ? progress : carried.progress;
		if (standing === carried.standing && said === carried.progress) continue;
		const version = form.text(`version-${partId}`);
		try {
			await services.perform(saveProgress, person, { documentId, partId, version, standing, progress: said });
		} catch (error) {
			problems.push(...problemsOfPart(error, partId));
			if (error instanceof StaleSave) versions[`version-${partId}`] = error.currentVersion;
		}
	}
	return { problems, versions };
}

/** How a goal was closed, in the report at the end of a plan. */
async function saveClosing(
	services: AppServices,
	person: SignedInPerson,
	{ documentId, form, goalId }: { readonly documentId: string; readonly form: SentForm; readonly goalId: string },
): Promise<readonly FormProblem[]> {
	const closing = GoalClosing.safeParse(form.text(`closing-${goalId}`)).data;
	if (!closing) return [{ field: `closing-${goalId}`, message: "Say how the goal was closed." }];
	const closingReason = form.text(`closingReason-${goalId}`);
	const version = form.text(`version-${goalId}`);
	try {
		await services.perform(closeGoal, person, { documentId, goalId, closing, closingReason, version });
		return [];
	} catch (error) {
		return problemsOfPart(error, goalId);
	}
}

/** What is wrong with one part's fields, named as on the form; another error is thrown on. */
function problemsOfPart(error: unknown, partId: string): readonly FormProblem[] {
	if (error instanceof InvalidInput) {
		return error.problems.map((each) => ({ ...each, field: `${each.field}-${partId}` }));
	}
	if (!(error instanceof StaleSave)) throw error;
	return error.clashes.map(({ field, theirName, theirs }) => ({
		field: `${field}-${partId}`,
		message: `${theirName} has saved this meanwhile as "${String(theirs)}". Compare, and save again what is right.`,
	}));
}

/** The yearly paper of the address. Throws `NotFound` for a plan: it has no such pages. */
async function openYearly(context: Context<AppEnvironment>, services: AppServices): Promise<OpenedPlan> {
	const opened = await openPlanPage(context, services);
	if (!opened.plan.graph.origin) throw new NotFound("Only a yearly paper has this page. Open it from its plan.");
	return opened;
}

async function progressPage(context: Context<AppEnvironment>, services: AppServices, { plan, documentId }: OpenedPlan) {
	const { person } = visitOf(context);
	const goalsToUse =
		plan.mayWrite && plan.edition.answer === "recorded"
			? await services.perform(listGoalsToUse, person, { documentId })
			: [];
	const title = plan.edition.sections.find(({ kind }) => kind === "progress")?.title ?? "Progress";
	return ProgressPage({ plan, title, goalsToUse });
}

function idsOf({ goal, objectives, strategies }: GoalNode): readonly string[] {
	return [
		goal.id,
		...objectives.map(({ objective }) => objective.id),
		...strategies.flatMap(({ strategy, milestones }) => [
			strategy.id,
			...milestones.map(({ milestone }) => milestone.id),
		]),
	];
}

/** The part of the address, with what each of its fields says now. */
function amendableIn(plan: OpenedPlan["plan"], context: Context<AppEnvironment>): AmendablePart {
	const id = pathId(context, "id");
	const kind = context.req.param("kind");
	const part = plan.graph.components
		.flatMap(({ goals }) => goals)
		.flatMap((goal) => amendableOf(goal, plan.edition.words))
		.find((each) => each.kind === kind && each.id === id);
	if (!part) throw new NotFound("This part is not in the paper any more. See the history.");
	return part;
}

function amendableOf(node: GoalNode, words: EditionWords): readonly AmendablePart[] {
	const text = (now: string) => ({ field: "statement", label: "Text", now });
	const { goal, number, objectives, strategies } = node;
	const name = `${words.goal.toLowerCase()} ${number}`;
	return [
		{ kind: "goal", id: goal.id, version: goal.version, name, fields: [text(goal.statement)] },
		...objectives.flatMap(({ target }): readonly AmendablePart[] => {
			if (!target) return [];
			const fields = [
				{ field: "value", label: "Value", now: target.value === null ? "" : String(target.value) },
				{ field: "by", label: "To be reached by", now: target.by ?? "" },
			];
			return [{ kind: "target", id: target.id, version: target.version, name: `the target of ${name}`, fields }];
		}),
		...strategies.flatMap(({ strategy, number: own, milestones }): readonly AmendablePart[] => [
			{
				...{ kind: "strategy", id: strategy.id, version: strategy.version },
				...{ name: `${words.strategy.toLowerCase()} ${own}`, fields: [text(strategy.statement)] },
			},
			...milestones.map(
				({ milestone, number: no, dueOn }): AmendablePart => ({
					...{ kind: "milestone", id: milestone.id, version: milestone.version },
					name: `${words.milestone.toLowerCase()} ${no}`,
					fields: [text(milestone.statement), { field: "dueOn", label: "Due on", now: dueOn ?? "" }],
				}),
			),
		]),
	];
}
