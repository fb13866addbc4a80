import { Hono } from "hono";
import type { AppEnvironment, AppServices } from "../app-environment.ts";
import { fillHereNow } from "../middleware/fill-here-now.ts";
import { rememberPages } from "../middleware/remember-pages.ts";
import { requireVisit } from "../middleware/require-visit.ts";
import { accountRoutes } from "./account.ts";
import { alignmentRoutes } from "./alignment.ts";
import { budgetFormRoutes } from "./budget-forms.ts";
import { calendarFileRoutes, calendarRoutes } from "./calendar.ts";
import { countyRoutes } from "./counties.ts";
import { dueDateRoutes } from "./due-dates.ts";
import { equityRoutes } from "./equity.ts";
import { evidenceRoutes } from "./evidence.ts";
import { extractRoutes } from "./extracts.ts";
import { federalResultRoutes } from "./federal-results.ts";
import { figureRoutes } from "./figures.ts";
import { findingRoutes } from "./findings.ts";
import { helpRoutes } from "./help.ts";
import { homeRoutes } from "./home.ts";
import { indicatorRoutes } from "./indicators.ts";
import { linkedMilestoneRoutes } from "./linked-milestones.ts";
import { linkedPaperRoutes } from "./linked-papers.ts";
import { outcomeRoutes } from "./outcomes.ts";
import { peopleRoutes } from "./people.ts";
import { pipRoutes } from "./pips.ts";
import { planningYearRoutes } from "./planning-year.ts";
import { planRoutes } from "./plans.ts";
import { publicPlanRoutes } from "./public-plans.ts";
import { requestRoutes } from "./requests.ts";
import { assistanceRoutes, resourceRoutes } from "./resources.ts";
import { reviewRoutes } from "./reviews.ts";
import { sharedExtractRoutes } from "./shared-extracts.ts";
import { sharedGoalRoutes } from "./shared-goals.ts";
import { signInRoutes } from "./sign-in.ts";

/** All pages: those for everybody first, then those that need a signed-in person. */
export function pageRoutes(services: AppServices): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();
	const remembered = rememberPages({
		clock: services.clock,
		isNever: isNeverRemembered,
		finish: fillHereNow(services.presence),
	});
	routes.route("/", signInRoutes(services));
	routes.use("/help/*", remembered);
	routes.route("/", helpRoutes(services));
	routes.route("/public", publicPlanRoutes(services));
	routes.route("/shared/extracts", sharedExtractRoutes(services));
	routes.route("/shared/milestones", linkedMilestoneRoutes(services));
	routes.route("/shared/papers", linkedPaperRoutes(services));
	routes.route("/calendar", calendarFileRoutes(services));
	routes.use(requireVisit(services));
	routes.use(remembered);
	routes.route("/", homeRoutes(services));
	routes.route("/account", accountRoutes(services));
	routes.route("/outcomes", outcomeRoutes(services));
	routes.route("/findings", findingRoutes(services));
	routes.route("/equity", equityRoutes(services));
	routes.route("/evidence", evidenceRoutes(services));
	routes.route("/figures", figureRoutes(services));
	routes.route("/federal-results", federalResultRoutes(services));
	routes.route("/indicators", indicatorRoutes(services));
	routes.route("/extracts", extractRoutes(services));
	routes.route("/calendar", calendarRoutes(services));
	routes.route("/counties", countyRoutes(services));
	routes.route("/due-dates", dueDateRoutes(services));
	routes.route("/budget-forms", budgetFormRoutes(services));
	routes.route("/planning-year", planningYearRoutes(services));
	routes.route("/plans", planRoutes(services));
	routes.route("/pips", pipRoutes(services));
	routes.route("/alignment", alignmentRoutes(services));
	routes.route("/requests", requestRoutes(services));
	routes.route("/shared-goals", sharedGoalRoutes(services));
	routes.route("/resources", resourceRoutes(services));
	routes.route("/assistance", assistanceRoutes(services));
	routes.route("/reviews", reviewRoutes(services));
	routes.route("/people", peopleRoutes(services));
	return routes;
}

/** Accounts and a file on its way in stand outside the facts, and each look at single children is logged. */
function isNeverRemembered(path: string): boolean {
	return /^\/account(\/|$)|^\/extracts\/.|^\/indicators\/[^/]+\/records(\/|$)/.test(path);
}
