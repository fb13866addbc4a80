import { Hono } from "hono";
import { caIndicators } from "../../frameworks/ca-indicators/catalogue.ts";
import { figureColumnKeys, figureColumns } from "../../indicators/figures/figure-columns.ts";
import { figureLimits } from "../../indicators/figures/figure-limits.ts";
import { ExtractProblemsPage } from "../../web/pages/help/extract-problems-page.tsx";
import { FiguresFilePage } from "../../web/pages/help/figures-file-page.tsx";
import { HelpPage } from "../../web/pages/help/help-page.tsx";
import type { AppEnvironment, AppServices } from "../app-environment.ts";
import { answerPage } from "../middleware/answers.ts";
import { listFileProblems } from "./file-problems.ts";

/** Help, open to everybody. */
export function helpRoutes(_services: AppServices): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();
	routes.get("/help", (context) => answerPage(context, HelpPage({ frame: context.get("frame") })));
	routes.get("/help/figures-file", (context) =>
		answerPage(
			context,
			FiguresFilePage({
				frame: context.get("frame"),
				columns: figureColumnKeys.map((key) => figureColumns[key]),
				limits: figureLimits,
				sets: caIndicators.listVintages(),
			}),
		),
	);
	routes.get("/help/extract-problems", (context) =>
		answerPage(context, ExtractProblemsPage({ frame: context.get("frame"), files: listFileProblems() })),
	);
	return routes;
}
