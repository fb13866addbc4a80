import { Hono } from "hono";
import type { AppEnvironment, AppServices } from "../app-environment.ts";
import { rememberPages } from "../middleware/remember-pages.ts";
import { requireVisit } from "../middleware/require-visit.ts";
import { accountRoutes } from "./account.ts";
import { dueDateRoutes } from "./due-dates.ts";
import { extractRoutes } from "./extracts.ts";
import { federalResultRoutes } from "./federal-results.ts";
import { figureRoutes } from "./figures.ts";
import { findingRoutes } from "./findings.ts";
import { helpRoutes } from "./help.ts";
import { homeRoutes } from "./home.ts";
import { indicatorRoutes } from "./indicators.ts";
import { outcomeRoutes } from "./outcomes.ts";
import { peopleRoutes } from "./people.ts";
import { planRoutes } from "./plans.ts";
import { publicPlanRoutes } from "./public-plans.ts";
import { requestRoutes } from "./requests.ts";
import { reviewRoutes } from "./reviews.ts";
import { sharedExtractRoutes } from "./shared-extracts.ts";
import { signInRoutes } from "./sign-in.ts";

/** All pages: those for everybody first, then those that need a signed-in person. */
export function pageRoutes(services: AppServices): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();
	const remembered = rememberPages(services.clock);
	routes.route("/", signInRoutes(services));
	routes.route("/", helpRoutes(services));
	routes.route("/public", publicPlanRoutes(services));
	routes.route("/shared/extracts", sharedExtractRoutes(services));
	routes.use(requireVisit(services));
	for (const path of ["/", "/outcomes/*", "/plans/*", "/findings/*"]) routes.use(path, remembered);
	routes.route("/", homeRoutes(services));
	routes.route("/account", accountRoutes(services));
	routes.route("/outcomes", outcomeRoutes(services));
	routes.route("/findings", findingRoutes(services));
	routes.route("/figures", figureRoutes(services));
	routes.route("/federal-results", federalResultRoutes(services));
	routes.route("/indicators", indicatorRoutes(services));
	routes.route("/extracts", extractRoutes(services));
	routes.route("/due-dates", dueDateRoutes(services));
	routes.route("/plans", planRoutes(services));
	routes.route("/requests", requestRoutes(services));
	routes.route("/reviews", reviewRoutes(services));
	routes.route("/people", peopleRoutes(services));
	return routes;
}
