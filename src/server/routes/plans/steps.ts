import { Hono } from "hono";
import { openErrors } from "../../../domain/document/checks/run-checks.ts";
import { pathsOf } from "../../../domain/document/edition.ts";
import {
	DocumentAction,
	documentWorkflow,
	labelOfAction,
	rowsUnder,
	stateLabels,
} from "../../../domain/workflow/document-workflow.ts";
import { InvalidInput, NotFound, Refused, StaleSave, StaleVersion } from "../../../operations/errors.ts";
import { takeStep } from "../../../operations/take-step.ts";
import { planPath } from "../../../web/pages/plans/plan-paths.ts";
import { StepPage } from "../../../web/pages/plans/step-page.tsx";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { answerDone, answerPage, visitOf } from "../../middleware/answers.ts";
import { readForm, type SentForm } from "../../middleware/read-form.ts";
import { type OpenedPlan, openPlanPage } from "./plan-page-context.ts";
import { readValues } from "./read-values.ts";

/** The steps of the workflow: a page that asks first, then the step. */
export function planStepRoutes(services: AppServices): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();

	routes.get("/:documentId/steps/:action", async (context) => {
		const action = readAction(context.req.param("action"));
		const opened = await openPlanPage(context, services);
		const open = opened.view.steps.some((step) => step.action === action);
		return answerPage(
			context,
			stepPage(opened, action, open ? undefined : refusalOf(opened, action)),
			open ? 200 : 409,
		);
	});

	routes.post("/:documentId/steps/:action", async (context) => {
		const action = readAction(context.req.param("action"));
		const form = await readForm(context);
		const { documentId, plan } = await openPlanPage(context, services);
		const back = async (refusal: string | undefined, problems: InvalidInput["problems"], status: 409 | 422) => {
			const opened = await openPlanPage(context, services, { key: "step", values: form.values(), problems });
			return answerPage(context, stepPage(opened, action, refusal), status);
		};
		try {
			const letter = readLetter(form);
			if (letter.problems.length > 0) return back(undefined, letter.problems, 422);
			const version = Number(form.text("version")) || 1;
			const input = { documentId, action, reason: form.text("reason"), version, ...letter.input };
			const { state } = await services.perform(takeStep, visitOf(context).person, input);
			return answerDone(
				context,
				planPath(documentId),
				`Done: ${labelOfAction(action, pathsOf(plan.edition).review)}. The plan is now ${stateLabels[state].toLowerCase()}.`,
			);
		} catch (error) {
			if (error instanceof InvalidInput) return back(undefined, error.problems, 422);
			if (error instanceof Refused && form.text("reason").trim() === "" && needsReason(action)) {
				return back(undefined, [{ field: "reason", message: "Give the reasons: the other side reads them." }], 422);
			}
			if (error instanceof Refused) return back(error.message, [], 409);
			if (error instanceof StaleVersion || error instanceof StaleSave) {
				return back("The plan has changed since you opened this page. Look at it again, then take the step.", [], 409);
			}
			throw error;
		}
	});
	return routes;
}

/** The authority's letter, where its answer is recorded: nothing where the form does not ask for it. */
function readLetter(form: SentForm) {
	const read = readValues(form);
	const answeredOn = read.date("answeredOn");
	return {
		input: { letter: form.text("letter"), ...(answeredOn ? { answeredOn } : {}) },
		problems: read.problems,
	};
}

function readAction(text: string): DocumentAction {
	const action = DocumentAction.safeParse(text);
	if (!action.success) throw new NotFound("There is no such step.");
	return action.data;
}

function stepPage({ plan, view }: OpenedPlan, action: DocumentAction, refusal: string | undefined) {
	const rows = rowsUnder(pathsOf(plan.edition)).filter(
		(row) => row.action === action && row.from === plan.graph.document.state,
	);
	return StepPage({
		plan,
		action,
		needsReason: needsReason(action),
		heldByErrors:
			rows.some(({ conditions }) => conditions.includes("no-open-errors")) && openErrors(view.checks).length > 0,
		open: view.steps.some((step) => step.action === action),
		refusal,
	});
}

function needsReason(action: DocumentAction): boolean {
	return documentWorkflow.some((row) => row.action === action && row.conditions.includes("reason-given"));
}

/** Why a step is not open to this person, for those who come by an old address. */
function refusalOf({ plan, view }: OpenedPlan, action: DocumentAction): string {
	const { state } = plan.graph.document;
	const possible = rowsUnder(pathsOf(plan.edition)).some((row) => row.from === state && row.action === action);
	const { review } = pathsOf(plan.edition);
	const label = labelOfAction(action, review);
	const open = view.steps.map((step) => labelOfAction(step.action, review).toLowerCase());
	const why = possible
		? `"${label}" is for people with another role here.`
		: `"${label}" is not possible while the plan is ${stateLabels[state].toLowerCase()}.`;
	return `${why} ${open.length > 0 ? `What you can do now: ${open.join(", ")}.` : "There is no step for you to take now."}`;
}
