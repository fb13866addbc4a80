import type { Context } from "hono";
import type { CsvCell } from "../../../documents/excel/write-csv.ts";
import { renderStepFigure } from "../../../documents/figures/render-step-figure.ts";
import { plainDate } from "../../../domain/calendar/plain-date.ts";
import { describePeriod } from "../../../domain/measure/describe-period.ts";
import { indicatorOfCohort } from "../../../indicators/curves/cohort-bands.ts";
import { type ExitKind, exitKinds } from "../../../indicators/curves/curve-results.ts";
import { NotFound } from "../../../operations/errors.ts";
import { getCurves } from "../../../operations/get-curves.ts";
import { listIndicatorResults } from "../../../operations/list-indicator-results.ts";
import type { FoundCurves } from "../../../operations/outputs/curve-outputs.ts";
import { CurvesPage, type CurveTableProps } from "../../../web/pages/indicators/curves-page.tsx";
import type { PlaceProps } from "../../../web/pages/indicators/indicator-props.ts";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { answerPage, visitOf } from "../../middleware/answers.ts";
import { answerCsv, attachment } from "../answer-csv.ts";
import { type CohortStepsView, sendCohortSteps, sendCohortStepsChart, showCohortSteps } from "./cohort-steps.ts";
import { indicatorPlaces } from "./indicator-place.ts";
import { publicOf, runProps, sightOf } from "./indicator-view.ts";

const kindWords: Readonly<Record<ExitKind | "all" | "permanency", string>> = {
	all: "All",
	permanency: "Permanency",
	reunification: "Reunified",
	relative: "With a relative",
	adoption: "Adopted",
	guardianship: "Guardianship",
	other: "Other exit",
};

type View = {
	readonly places: readonly PlaceProps[];
	readonly place: PlaceProps;
	readonly cohort: "entry" | "exit";
	readonly windows: readonly { readonly window: string; readonly label: string }[];
	readonly found: FoundCurves;
};

/** The page of an entry or exit cohort followed by month. */
export async function showCurves(services: AppServices, context: Context<AppEnvironment>): Promise<Response> {
	const view = await readView(services, context);
	if (!("found" in view)) return showCohortSteps(services, context, view);
	const { found } = view;
	const page = CurvesPage({
		frame: context.get("frame"),
		...view,
		groups: found.groups,
		group: found.group,
		run: runProps(found.run),
		filesEnd: plainDate(found.filesEnd),
		children: found.entry?.children ?? found.exit?.reentry[0]?.children ?? 0,
		figure: await figureOf(view),
		months: monthsOf(found),
		stays: staysOf(found),
	});
	return answerPage(context, page);
}

/** The table of the months as a file; its name says that it is unmasked. */
export async function sendCurves(services: AppServices, context: Context<AppEnvironment>): Promise<Response> {
	const view = await readView(services, context);
	if (!("found" in view)) return sendCohortSteps(services, context, view);
	const { headings, rows } = monthsOf(view.found);
	const { run, filesEnd, groups, group } = view.found;
	const about: readonly CsvCell[] = [
		...[view.place.name, view.place.code, view.cohort, run.window],
		groups.find((each) => each.group === group)?.label ?? "",
	];
	const sources: readonly CsvCell[] = [
		...["unmasked, for the agency's own use", filesEnd, run.dataAsOf, run.definitionVersion],
		run.files.map(({ fileName, sha256 }) => `${fileName} ${sha256}`).join("; "),
	];
	return answerCsv(context, nameOf(view), [
		[
			...["place", "place code", "cohort", "window", "children", ...headings.map((each) => each.toLowerCase())],
			...["masking", "files end", "data as of", "definitions", "files with checksum (SHA-256)"],
		],
		...rows.map((row) => [...about, ...row, ...sources]),
	]);
}

/** The chart as a file. */
export async function sendCurvesChart(services: AppServices, context: Context<AppEnvironment>): Promise<Response> {
	const view = await readView(services, context);
	if (!("found" in view)) return sendCohortStepsChart(services, context, view);
	return context.body((await figureOf(view)).svg, 200, {
		"Content-Type": "image/svg+xml; charset=utf-8",
		...attachment(nameOf(view), "svg"),
	});
}

/** What the address asks for; without curves for those who see masked numbers, or ask for them. */
async function readView(services: AppServices, context: Context<AppEnvironment>): Promise<View | CohortStepsView> {
	const { perform } = services;
	const { person } = visitOf(context);
	const { places, place } = await indicatorPlaces(services, context);
	const list = await perform(listIndicatorResults, person, { jurisdictionId: place.id, public: publicOf(context) });
	const cohort = context.req.query("cohort") === "exit" ? "exit" : "entry";
	// The newest window that P1 or P4 could be counted for, so that there is time to follow.
	const indicator = indicatorOfCohort[cohort];
	const usual = list.windows.find(({ results }) =>
		results.some((each) => each.indicator === indicator && each.status === "counted"),
	);
	const window = context.req.query("window") ?? (usual ?? list.windows[0])?.run.window;
	if (!window) throw new NotFound(`Nothing has been counted for ${place.name} yet. Load its AFCARS files.`);
	const group = context.req.query("group");
	const asked = { jurisdictionId: place.id, cohort, window, ...(group ? { group } : {}) } as const;
	const about = {
		...{ places, place, cohort: asked.cohort },
		windows: list.windows.map(({ run }) => ({
			window: run.window,
			label: `${run.window}, ${describePeriod(plainDate(run.windowStart), plainDate(run.windowEnd))}`,
		})),
	};
	const sight = sightOf(context, list);
	if (!sight.isUnmasked) return { ...about, ...sight, asked };
	return { ...about, found: await perform(getCurves, person, asked) };
}

function figureOf({ found, place, cohort }: View) {
	const start = { month: 0, value: 0 };
	const title = `${cohort === "entry" ? "Entered care" : "Left care"}, ${place.name}, ${found.run.window}`;
	if (found.entry) {
		const { months } = found.entry;
		return renderStepFigure({
			...{ title, axis: "Months since entry" },
			lines: (["permanency", ...exitKinds] as const).map((kind) => ({
				label: kindWords[kind],
				points: [start, ...months.map((each) => ({ month: each.month, value: each[kind] }))],
			})),
		});
	}
	return renderStepFigure({
		...{ title, axis: "Months since leaving" },
		lines: (found.exit?.reentry ?? []).map(({ exit, months }) => ({
			label: exit === "all" ? "Came back" : `After: ${kindWords[exit].toLowerCase()}`,
			points: [start, ...months.map(({ month, reentered }) => ({ month, value: reentered }))],
		})),
	});
}

const percent = (value: number | null | undefined) =>
	value === null || value === undefined ? "–" : `${value.toFixed(1)}%`;
const count = (value: number) => value.toLocaleString("en-US");

function monthsOf({ entry, exit }: FoundCurves): CurveTableProps {
	if (entry) {
		const kinds = ["permanency", ...exitKinds] as const;
		return {
			label: "By month",
			headings: ["Month", "At risk", ...kinds.map((kind) => kindWords[kind]), "In care"],
			rows: entry.months.map((each) => [
				String(each.month),
				count(each.atRisk),
				...kinds.map((kind) => percent(each[kind])),
				percent(each.inCare),
			]),
		};
	}
	const [all, ...kinds] = exit?.reentry ?? [];
	return {
		label: "By month",
		headings: [
			"Month",
			"At risk",
			"Came back",
			...kinds.map(({ exit: way }) => `After: ${kindWords[way].toLowerCase()}`),
		],
		rows: (all?.months ?? []).map(({ month, atRisk, reentered }, index) => [
			String(month),
			count(atRisk),
			percent(reentered),
			...kinds.map(({ months }) => percent(months[index]?.reentered)),
		]),
	};
}

function staysOf({ exit }: FoundCurves): CurveTableProps | undefined {
	if (!exit) return undefined;
	return {
		label: "Days in care",
		headings: [
			...["Exit", "Children", "Days: a quarter at most", "Half at most", "Three quarters at most"],
			...["Within 12 months", "Within 24", "Within 36"],
		],
		rows: exit.stays.map(({ exit: way, children, days, within }) => [
			kindWords[way],
			count(children),
			...[days?.p25, days?.p50, days?.p75].map((each) => (each === undefined ? "–" : count(each))),
			...[within?.[12], within?.[24], within?.[36]].map(percent),
		]),
	};
}

function nameOf({ place, cohort, found }: View): string {
	return `${place.name} ${cohort} cohort ${found.run.window} ${found.group} unmasked`;
}
