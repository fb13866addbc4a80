import type { Context } from "hono";
import { assemblePlan } from "../../../domain/plan/assemble-plan.ts";
import { getPlan, type PlanView } from "../../../operations/get-plan.ts";
import { getEdition } from "../../../operations/open-plan.ts";
import { dayOf } from "../../../operations/plan-checks.ts";
import type { PlanContext, TypedForm } from "../../../web/pages/plans/plan-context.ts";
import type { Submission } from "../../../web/pages/plans/submission-list.tsx";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { visitOf } from "../../middleware/answers.ts";
import { pathId } from "../../middleware/path-id.ts";

export type OpenedPlan = {
	readonly documentId: string;
	readonly view: PlanView;
	readonly plan: PlanContext;
	readonly submissions: readonly Submission[];
};

/** Reads the plan of the address for this person and makes it ready for its pages. Throws `NotFound`. */
export async function openPlanPage(
	context: Context<AppEnvironment>,
	services: AppServices,
	typed?: TypedForm,
): Promise<OpenedPlan> {
	const documentId = pathId(context, "documentId");
	const view = await services.perform(getPlan, visitOf(context).person, { documentId });
	return {
		documentId,
		view,
		plan: {
			frame: context.get("frame"),
			graph: assemblePlan(view.facts),
			edition: getEdition(view.facts.document),
			checks: view.checks,
			mayWrite: view.mayWrite,
			mayWaive: view.mayWaive,
			mayReport: view.mayReport,
			mayKeepVoices: view.mayKeepVoices,
			mayApprove: view.mayApprove,
			maySignAs: view.maySignAs,
			planSha256: view.planSha256,
			pages: view.pages ? { ...view.pages, countedAt: view.pages.countedAt.toISOString() } : undefined,
			drafting: view.drafting ? { ...view.drafting, today: dayOf(services.clock()) } : undefined,
			typed,
			saved: context.req.query("saved"),
		},
		submissions: view.submissions.map((each) => ({ ...each, takenAt: each.takenAt.toISOString() })),
	};
}
