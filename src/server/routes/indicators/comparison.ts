import type { Context } from "hono";
import type { CsvCell } from "../../../documents/excel/write-csv.ts";
import { renderIntervalFigure } from "../../../documents/figures/render-interval-figure.ts";
import { describePeriod } from "../../../domain/measure/describe-period.ts";
import { unitWords } from "../../../domain/measure/format-value.ts";
import { fewestChildren } from "../../../indicators/comparison/compare-counties.ts";
import { adjustedForWords, intervalWords } from "../../../indicators/comparison/comparison-words.ts";
import { compareCounties } from "../../../operations/compare-counties.ts";
import type { ComparedCounties } from "../../../operations/outputs/comparison-outputs.ts";
import { ComparisonPage } from "../../../web/pages/indicators/comparison-page.tsx";
import { comparedWords } from "../../../web/pages/indicators/comparison-table.tsx";
import { indicatorPath } from "../../../web/pages/indicators/indicator-paths.ts";
import { MessagePage } from "../../../web/shell/message-page.tsx";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { answerPage, visitOf } from "../../middleware/answers.ts";
import { answerCsv, attachment } from "../answer-csv.ts";
import { indicatorName, readIndicatorId } from "./indicator-names.ts";
import { type IndicatorView, indicatorView, runProps } from "./indicator-view.ts";

/** The page on which the counties of a State are compared on one indicator. */
export async function showComparison(services: AppServices, context: Context<AppEnvironment>): Promise<Response> {
	const view = await viewOf(services, context);
	if (!view.mayCompare) return refuse(context, view);
	const found = await findComparison(services, context, view);
	const { comparison } = found;
	const page = ComparisonPage({
		frame: context.get("frame"),
		indicator: view.indicator,
		place: found.jurisdiction,
		windows: view.windows
			.filter(({ result }) => result.status === "counted")
			.map(({ run }) => ({
				window: run.window,
				label: `${run.window}, ${describePeriod(run.windowStart, run.windowEnd)}`,
			})),
		run: runProps(found.run),
		words: { about: found.about, adjustedFor: adjustedForWords, interval: intervalWords },
		comparison: comparison.status === "compared" ? { ...comparison, fewestChildren } : comparison,
		figure: await figureOf(found),
	});
	return answerPage(context, page);
}

/** The table of a comparison as a file; its name says that it is unmasked and local. */
export async function sendComparison(services: AppServices, context: Context<AppEnvironment>): Promise<Response> {
	const view = await viewOf(services, context);
	if (!view.mayCompare) return refuse(context, view);
	const found = await findComparison(services, context, view);
	return answerCsv(context, nameOf(found), rowsOf(found));
}

/** The chart of a comparison as a file. */
export async function sendComparisonChart(services: AppServices, context: Context<AppEnvironment>): Promise<Response> {
	const view = await viewOf(services, context);
	if (!view.mayCompare) return refuse(context, view);
	const found = await findComparison(services, context, view);
	const figure = await figureOf(found);
	return context.body(figure?.svg ?? "", figure ? 200 : 404, {
		"Content-Type": "image/svg+xml; charset=utf-8",
		...attachment(nameOf(found), "svg"),
	});
}

function viewOf(services: AppServices, context: Context<AppEnvironment>): Promise<IndicatorView> {
	return indicatorView(services, context, readIndicatorId(context.req.param("indicator")));
}

function findComparison(
	{ perform }: AppServices,
	context: Context<AppEnvironment>,
	{ indicator, place, shown }: IndicatorView,
): Promise<ComparedCounties> {
	return perform(compareCounties, visitOf(context).person, {
		jurisdictionId: place.id,
		indicator: readIndicatorId(indicator.id),
		window: shown.run.window,
	});
}

async function figureOf({ indicator, jurisdiction, run, comparison }: ComparedCounties) {
	if (comparison.status !== "compared") return undefined;
	const { unit, label } = indicatorName(indicator);
	const isPercent = unit === "percent";
	return renderIntervalFigure({
		title: `${indicator} ${label}, counties of ${jurisdiction.name} compared, ${run.window}${isPercent ? "" : `, ${unitWords[unit]}`}`,
		unit: isPercent ? "%" : unitWords[unit],
		decimals: isPercent ? 1 : 2,
		reference: { label: jurisdiction.name, value: comparison.state.observed },
		rows: comparison.counties.flatMap(({ label: county, adjusted, lower, upper }) =>
			adjusted === null ? [] : [{ label: county, estimate: adjusted, lower, upper }],
		),
	});
}

function rowsOf(found: ComparedCounties): readonly (readonly CsvCell[])[] {
	const { indicator, jurisdiction, run, comparison, about } = found;
	const { label, unit } = indicatorName(indicator);
	const of = [jurisdiction.name, jurisdiction.code, indicator, label, run.window, run.windowStart, run.windowEnd];
	const sources = [
		about,
		run.dataAsOf,
		run.definitionVersion,
		run.files.map(({ fileName, sha256 }) => `${fileName} ${sha256}`).join("; "),
	];
	const counties = comparison.status === "compared" ? comparison.counties : [];
	const state = comparison.status === "compared" ? comparison.state.observed : "";
	return [
		[
			...["place", "place code", "indicator", "indicator name", "window", "window start", "window end"],
			...["county", "county code", "children", "numerator", "denominator", "observed", "adjusted", "lower", "upper"],
			...["unit", "rate of the place", "judgement", "what this is", "data as of", "definitions"],
			"files with checksum (SHA-256)",
		],
		...counties.map((each) => [
			...of,
			...[each.label, each.county, each.children, each.numerator, each.denominator, each.observed],
			...[each.adjusted ?? "", each.lower ?? "", each.upper ?? ""],
			...[unitWords[unit], state, comparedWords[each.judgement]],
			...sources,
		]),
	];
}

function nameOf({ indicator, jurisdiction, run }: ComparedCounties): string {
	return `${jurisdiction.name} ${indicator} ${run.window} counties compared local unmasked`;
}

function refuse(context: Context<AppEnvironment>, { indicator, place }: IndicatorView): Response | Promise<Response> {
	const page = MessagePage({
		frame: context.get("frame"),
		title: "Counties are compared by the State's analysts",
		message:
			"A comparison shows unmasked figures of all counties side by side. It can be opened where the files of a State were counted, by people who may see those files. Ask a State analyst about your county.",
		links: [
			{ label: `Go to ${indicator.id}`, href: indicatorPath(indicator.id, { place: place.id, isPublic: false }) },
		],
	});
	return answerPage(context, page, 403);
}
