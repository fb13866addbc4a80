import { Hono } from "hono";
import { writeWorkbook } from "../../documents/excel/write-workbook.ts";
import { type CountedId, contextIds, indicatorIds } from "../../indicators/engine/indicator.ts";
import { listCaseLooks } from "../../operations/list-case-looks.ts";
import { listIndicatorResults } from "../../operations/list-indicator-results.ts";
import { dayOf } from "../../operations/plan-checks.ts";
import { IndicatorListPage } from "../../web/pages/indicators/indicator-list-page.tsx";
import { IndicatorPage } from "../../web/pages/indicators/indicator-page.tsx";
import { LooksPage } from "../../web/pages/indicators/looks-page.tsx";
import type { AppEnvironment, AppServices } from "../app-environment.ts";
import { answerPage, visitOf } from "../middleware/answers.ts";
import { answerCsv, attachment } from "./answer-csv.ts";
import { changeOf } from "./indicators/change-of.ts";
import { sendComparison, sendComparisonChart, showComparison } from "./indicators/comparison.ts";
import { sendCurves, sendCurvesChart, showCurves } from "./indicators/curves.ts";
import { indicatorFigure } from "./indicators/indicator-figure.ts";
import { indicatorFile } from "./indicators/indicator-file.ts";
import { indicatorName, readCountedId } from "./indicators/indicator-names.ts";
import { indicatorPlaces } from "./indicators/indicator-place.ts";
import {
	type IndicatorView,
	indicatorView,
	publicOf,
	resultOf,
	runProps,
	sightOf,
} from "./indicators/indicator-view.ts";
import { sendPopulation, sendPopulationTemplate, showPopulation, takePopulation } from "./indicators/population.ts";
import { sendRecords, showRecords } from "./indicators/records.ts";

/** The federal data indicators counted from a place's own files: all of them, one of them, and the records behind a number. */
export function indicatorRoutes(services: AppServices): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();

	routes.get("/", async (context) => {
		const { places, place } = await indicatorPlaces(services, context);
		const found = await services.perform(listIndicatorResults, visitOf(context).person, {
			jurisdictionId: place.id,
			public: publicOf(context),
		});
		const runs = found.windows.map((each) => ({ run: runProps(each.run), full: each }));
		const rowOf = (id: CountedId) => {
			const windows = runs.map(({ run, full }) => ({ run, result: resultOf(full, id) }));
			return { indicator: indicatorName(id), windows, changeWords: changeOf(id, windows)?.sentence };
		};
		const page = IndicatorListPage({
			frame: context.get("frame"),
			...{ places, place, ...sightOf(context, found) },
			countedFor: found.countedFor ?? undefined,
			newest: runs[0]?.run,
			rows: indicatorIds.map(rowOf),
			contextRows: contextIds.map(rowOf),
		});
		return answerPage(context, page);
	});

	routes.get("/looks", async (context) => {
		const { places, place } = await indicatorPlaces(services, context);
		const looks = await services.perform(listCaseLooks, visitOf(context).person, { jurisdictionId: place.id });
		return answerPage(context, LooksPage({ frame: context.get("frame"), places, place, looks }));
	});
	routes.get("/population", (context) => showPopulation(services, context));
	routes.get("/population/template.csv", (context) => sendPopulationTemplate(context));
	routes.get("/population/table.csv", (context) => sendPopulation(services, context));
	routes.post("/population", (context) => takePopulation(services, context));
	routes.get("/curves", (context) => showCurves(services, context));
	routes.get("/curves/table.csv", (context) => sendCurves(services, context));
	routes.get("/curves/chart.svg", (context) => sendCurvesChart(services, context));

	routes.get("/:indicator", async (context) => {
		const view = await indicatorView(services, context, readCountedId(context.req.param("indicator")));
		const figure = await indicatorFigure(view);
		return answerPage(context, IndicatorPage({ frame: context.get("frame"), ...view, figure }));
	});

	routes.get("/:indicator/table.csv", async (context) => {
		const view = await indicatorView(services, context, readCountedId(context.req.param("indicator")));
		const { headings, rows } = indicatorFile(view);
		return answerCsv(context, nameOf(view), [headings, ...rows]);
	});

	routes.get("/:indicator/table.xlsx", async (context) => {
		const view = await indicatorView(services, context, readCountedId(context.req.param("indicator")));
		const { headings, rows } = indicatorFile(view);
		const sheet = { name: view.indicator.id, columns: headings.map((header) => ({ header })), rows };
		const created = dayOf(services.clock());
		const bytes = await writeWorkbook([sheet], { creator: "Throughline", title: nameOf(view), created });
		return context.body(new Uint8Array(bytes), 200, {
			"Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
			...attachment(nameOf(view), "xlsx"),
		});
	});

	routes.get("/:indicator/chart.svg", async (context) => {
		const view = await indicatorView(services, context, readCountedId(context.req.param("indicator")));
		const { svg } = await indicatorFigure(view);
		return context.body(svg, 200, {
			"Content-Type": "image/svg+xml; charset=utf-8",
			...attachment(nameOf(view), "svg"),
		});
	});

	routes.get("/:indicator/compare", (context) => showComparison(services, context));
	routes.get("/:indicator/compare/table.csv", (context) => sendComparison(services, context));
	routes.get("/:indicator/compare/chart.svg", (context) => sendComparisonChart(services, context));
	routes.get("/:indicator/records", (context) => showRecords(services, context));
	routes.get("/:indicator/records/records.csv", (context) => sendRecords(services, context));
	return routes;
}

/** The name of a file: it says when numbers are unmasked. */
function nameOf({ place, indicator, shown, choices, isUnmasked }: IndicatorView): string {
	const by = [choices.by, choices.by2].filter((each) => each !== undefined);
	const of = by.length > 0 ? `${shown.run.window} by ${by.join(" ")}` : "by period";
	return `${place.name} ${indicator.id} ${of}${isUnmasked ? " unmasked" : ""}`;
}
