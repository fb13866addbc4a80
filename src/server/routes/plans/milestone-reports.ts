import { Hono } from "hono";
import { MilestoneStatus } from "../../../domain/plan/plan-facts.ts";
import { InvalidInput, NotFound } from "../../../operations/errors.ts";
import { reportMilestone } from "../../../operations/report-milestone.ts";
import { MilestoneReportPage } from "../../../web/pages/plans/milestone-report-page.tsx";
import { planPath } from "../../../web/pages/plans/plan-paths.ts";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { answerDone, answerPage, visitOf } from "../../middleware/answers.ts";
import { pathId } from "../../middleware/path-id.ts";
import { readForm } from "../../middleware/read-form.ts";
import { type OpenedPlan, openPlanPage } from "./plan-page-context.ts";
import { readValues } from "./read-values.ts";

/** How the milestones of an accepted plan stand. */
export function planMilestoneReportRoutes(services: AppServices): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();

	routes.get("/:documentId/milestones/:milestoneId/report", async (context) => {
		const opened = await openPlanPage(context, services);
		return answerPage(context, reportPage(opened, pathId(context, "milestoneId")));
	});

	routes.post("/:documentId/milestones/:milestoneId/report", async (context) => {
		const form = await readForm(context);
		const read = readValues(form);
		const [documentId, milestoneId] = [pathId(context, "documentId"), pathId(context, "milestoneId")];
		const back = async (problems: InvalidInput["problems"]) => {
			const opened = await openPlanPage(context, services, { key: "report", values: form.values(), problems });
			return answerPage(context, reportPage(opened, milestoneId), 422);
		};
		const input = {
			documentId,
			milestoneId,
			version: form.text("version"),
			status: read.choice("status", MilestoneStatus.options),
			completedOn: read.date("completedOn"),
			proof: read.text("proof", 4000),
			reason: read.text("reason", 2000),
		};
		if (read.problems.length > 0) return back(read.problems);
		try {
			await services.perform(reportMilestone, visitOf(context).person, input);
		} catch (error) {
			if (error instanceof InvalidInput) return back(error.problems);
			throw error;
		}
		return answerDone(context, planPath(documentId), "The report is kept.");
	});
	return routes;
}

function reportPage({ plan }: OpenedPlan, milestoneId: string) {
	const milestones = plan.graph.components.flatMap((component) =>
		component.goals.flatMap((goal) => goal.strategies.flatMap((strategy) => strategy.milestones)),
	);
	const node = milestones.find((each) => each.milestone.id === milestoneId);
	if (!node) throw new NotFound("This part is not in the plan any more. See the plan's history.");
	return MilestoneReportPage({ plan, node });
}
