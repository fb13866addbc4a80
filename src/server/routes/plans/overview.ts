import { Hono } from "hono";
import { timelineOf } from "../../../domain/plan/timeline.ts";
import { actionLabels, stateLabels } from "../../../domain/workflow/document-workflow.ts";
import { getFactHistory } from "../../../operations/get-fact-history.ts";
import { listStateAssignments } from "../../../operations/list-state-assignments.ts";
import { listYearlyPapers } from "../../../operations/list-yearly-papers.ts";
import { dayOf } from "../../../operations/plan-checks.ts";
import type { LoggedAction } from "../../../operations/ports.ts";
import { type LastStep, PlanPage } from "../../../web/pages/plans/plan-page.tsx";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { answerPage, visitOf } from "../../middleware/answers.ts";
import { openPlanPage } from "./plan-page-context.ts";

/** The plan as a whole. */
export function planOverviewRoutes(services: AppServices): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();
	routes.get("/:documentId", async (context) => {
		const { documentId, plan, view, submissions } = await openPlanPage(context, services);
		if (plan.edition.pageAdvice && (plan.mayWrite || plan.mayApprove) && !plan.pages?.current) {
			services.pages.countLater(visitOf(context).person, documentId);
		}
		const history = await services.perform(getFactHistory, visitOf(context).person, { subject: documentId });
		const { document, jurisdiction } = plan.graph;
		const [own] =
			document.state === "accepted" && !document.updateOf
				? (
						await services.perform(listYearlyPapers, visitOf(context).person, { jurisdictionId: jurisdiction.id })
					).filter((each) => each.plan.id === documentId)
				: [];
		const assignments = await services.perform(listStateAssignments, visitOf(context).person, { documentId });
		const page = PlanPage({
			plan,
			steps: view.steps.map(({ action }) => action),
			submissions,
			lastStep: lastWords(history),
			papers: own?.papers ?? [],
			staleMilestones:
				document.state === "accepted"
					? timelineOf(plan.graph, dayOf(services.clock())).filter(({ stale }) => stale).length
					: 0,
			assignments,
		});
		return answerPage(context, page);
	});
	return routes;
}

/**
 * The words that came with the last steps, as far back as the last submission: the State's reasons stay before the
 * writer's eyes until the plan is submitted again.
 */
function lastWords(history: readonly LoggedAction[]): LastStep | undefined {
	const steps = history.filter(({ verb, after }) => verb === "change" && "state" in after);
	const submitted = steps.findLastIndex(({ after }) => after.state === "submitted");
	const said = steps.slice(Math.max(submitted, 0)).findLast(({ reason }) => reason !== "");
	if (!said) return undefined;
	const state = String(said.after.state);
	const label =
		state === "returned"
			? `${actionLabels.return}: what the State says`
			: `Note with the step to "${stateLabels[state as keyof typeof stateLabels]}"`;
	return { label, by: said.actorName, at: said.at, reason: said.reason };
}
