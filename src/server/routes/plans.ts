import { Hono } from "hono";
import type { AppEnvironment, AppServices } from "../app-environment.ts";
import { planAnalysisRoutes } from "./plans/analyses.ts";
import { planApprovalRoutes } from "./plans/approval.ts";
import { planAttachmentRoutes } from "./plans/attachments.ts";
import { planBenchmarkRoutes } from "./plans/benchmarks.ts";
import { planChecklistRoutes } from "./plans/checklist.ts";
import { planCompareRoutes } from "./plans/compare.ts";
import { planComponentRoutes } from "./plans/components.ts";
import { planDraftingRoutes } from "./plans/drafting.ts";
import { planFindingRoutes } from "./plans/finding-answers.ts";
import { planHistoryRoutes } from "./plans/history.ts";
import { planListRoutes } from "./plans/list.ts";
import { planListRoutesOf } from "./plans/lists.ts";
import { planMeetingRoutes } from "./plans/meetings.ts";
import { planMilestoneReportRoutes } from "./plans/milestone-reports.ts";
import { planNameRoutes } from "./plans/names.ts";
import { planObjectiveRoutes } from "./plans/objectives.ts";
import { oldPlanRoutes } from "./plans/old-plans.ts";
import { planOverviewRoutes } from "./plans/overview.ts";
import { planPaperRoutes } from "./plans/papers.ts";
import { planPartRoutes } from "./plans/parts.ts";
import { planPipRoutes } from "./plans/pip.ts";
import { planPlaceRoutes } from "./plans/places.ts";
import { planPublicRoutes } from "./plans/public-comments.ts";
import { planReviewRoutes } from "./plans/review.ts";
import { planSectionRoutes } from "./plans/sections.ts";
import { planServiceRoutes } from "./plans/services.ts";
import { planSharedAnswerRoutes } from "./plans/shared-answers.ts";
import { planStepRoutes } from "./plans/steps.ts";
import { planSubmissionRoutes } from "./plans/submissions.ts";
import { planTeamRoutes } from "./plans/team.ts";
import { planTheoryRoutes } from "./plans/theories.ts";
import { planTimelineRoutes } from "./plans/timeline.ts";
import { planWaiverRoutes } from "./plans/waivers.ts";
import { planWordRoutes } from "./plans/word-files.ts";
import { planYearlyPaperRoutes } from "./plans/yearly-papers.ts";

/** All pages of plans, below `/plans`. They stand behind `requireVisit`. */
export function planRoutes(services: AppServices): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();
	for (const make of [
		planListRoutes,
		oldPlanRoutes,
		planOverviewRoutes,
		planStepRoutes,
		planWaiverRoutes,
		planApprovalRoutes,
		planAttachmentRoutes,
		planSubmissionRoutes,
		planReviewRoutes,
		planDraftingRoutes,
		planSectionRoutes,
		planComponentRoutes,
		planPartRoutes,
		planObjectiveRoutes,
		planTheoryRoutes,
		planMilestoneReportRoutes,
		planFindingRoutes,
		planTeamRoutes,
		planListRoutesOf,
		planMeetingRoutes,
		planAnalysisRoutes,
		planHistoryRoutes,
		planCompareRoutes,
		planTimelineRoutes,
		planYearlyPaperRoutes,
		planPipRoutes,
		planChecklistRoutes,
		planNameRoutes,
		planServiceRoutes,
		planBenchmarkRoutes,
		planSharedAnswerRoutes,
		planPaperRoutes,
		planPlaceRoutes,
		planPublicRoutes,
		planWordRoutes,
	]) {
		routes.route("/", make(services));
	}
	return routes;
}
