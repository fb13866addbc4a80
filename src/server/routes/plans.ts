import { Hono } from "hono";
import type { AppEnvironment, AppServices } from "../app-environment.ts";
import { planAnalysisRoutes } from "./plans/analyses.ts";
import { planApprovalRoutes } from "./plans/approval.ts";
import { planAttachmentRoutes } from "./plans/attachments.ts";
import { planCompareRoutes } from "./plans/compare.ts";
import { planComponentRoutes } from "./plans/components.ts";
import { planDraftingRoutes } from "./plans/drafting.ts";
import { planFindingRoutes } from "./plans/finding-answers.ts";
import { planHistoryRoutes } from "./plans/history.ts";
import { planListRoutes } from "./plans/list.ts";
import { planListRoutesOf } from "./plans/lists.ts";
import { planMeetingRoutes } from "./plans/meetings.ts";
import { planMilestoneReportRoutes } from "./plans/milestone-reports.ts";
import { planObjectiveRoutes } from "./plans/objectives.ts";
import { planOverviewRoutes } from "./plans/overview.ts";
import { planPaperRoutes } from "./plans/papers.ts";
import { planPartRoutes } from "./plans/parts.ts";
import { planPlaceRoutes } from "./plans/places.ts";
import { planPublicRoutes } from "./plans/public-comments.ts";
import { planReviewRoutes } from "./plans/review.ts";
import { planSectionRoutes } from "./plans/sections.ts";
import { planStepRoutes } from "./plans/steps.ts";
import { planSubmissionRoutes } from "./plans/submissions.ts";
import { planTeamRoutes } from "./plans/team.ts";
import { planTimelineRoutes } from "./plans/timeline.ts";
import { planWaiverRoutes } from "./plans/waivers.ts";
import { planYearlyPaperRoutes } from "./plans/yearly-papers.ts";

/** All pages of plans, below `/plans`. They stand behind `requireVisit`. */
export function planRoutes(services: AppServices): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();
	for (const make of [
		planListRoutes,
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
		planPaperRoutes,
		planPlaceRoutes,
		planPublicRoutes,
	]) {
		routes.route("/", make(services));
	}
	return routes;
}
