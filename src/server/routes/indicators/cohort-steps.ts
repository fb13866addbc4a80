import type { Context } from "hono";
import type { CsvCell } from "../../../documents/excel/write-csv.ts";
import { renderStepFigure } from "../../../documents/figures/render-step-figure.ts";
import { maskedMark } from "../../../domain/measure/masking.ts";
import { type CohortSteps, getCohortSteps } from "../../../operations/get-cohort-steps.ts";
import { CohortStepsPage, stepWords } from "../../../web/pages/indicators/cohort-steps-page.tsx";
import type { IndicatorSightProps, PlaceProps } from "../../../web/pages/indicators/indicator-props.ts";
import { earlierCountingWords } from "../../../web/pages/indicators/indicator-words.ts";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { answerPage, visitOf } from "../../middleware/answers.ts";
import { answerCsv, attachment } from "../answer-csv.ts";
import { runProps } from "./indicator-view.ts";

/** What the address of a cohort asks for, for those who see masked numbers. */
export type CohortStepsView = IndicatorSightProps & {
	readonly places: readonly PlaceProps[];
	readonly place: PlaceProps;
	readonly cohort: "entry" | "exit";
	readonly windows: readonly { readonly window: string; readonly label: string }[];
	readonly asked: {
		readonly jurisdictionId: string;
		readonly cohort: "entry" | "exit";
		readonly window: string;
		readonly group?: string;
	};
};

/** The page of a cohort in steps of six months, masked. */
export async function showCohortSteps(
	services: AppServices,
	context: Context<AppEnvironment>,
	view: CohortStepsView,
): Promise<Response> {
	const found = await services.perform(getCohortSteps, visitOf(context).person, view.asked);
	const page = CohortStepsPage({
		...{ frame: context.get("frame"), ...view, ...found },
		run: runProps(found.run),
		figure: await figureOf(view, found),
	});
	return answerPage(context, page);
}

/** Its table as a file. */
export async function sendCohortSteps(
	services: AppServices,
	context: Context<AppEnvironment>,
	view: CohortStepsView,
): Promise<Response> {
	const found = await services.perform(getCohortSteps, visitOf(context).person, view.asked);
	const { run, group, groups, cohort } = found;
	const label = groups.find((each) => each.group === group)?.label ?? "";
	const earlier = earlierCountingWords(runProps(run));
	const show = (value: number | null): CsvCell => value ?? maskedMark;
	return answerCsv(context, nameOf(view, found), [
		[
			...["place", "place code", "cohort", "window", "children", "by then", "count", "percent", "masking", "note"],
			...["data as of", "definitions", "files with checksum (SHA-256)"],
		],
		...found.steps.map((each) => [
			...[view.place.name, view.place.code, cohort, run.window, label],
			...[stepWords[cohort][each.step], show(each.children), show(each.percent)],
			"counts of 1 to 10 and what could give them away are replaced by *",
			earlier ? `from an earlier counting: ${earlier}` : "",
			...[run.dataAsOf, run.definitionVersion],
			run.files.map(({ fileName, sha256 }) => `${fileName} ${sha256}`).join("; "),
		]),
	]);
}

/** Its chart as a file. */
export async function sendCohortStepsChart(
	services: AppServices,
	context: Context<AppEnvironment>,
	view: CohortStepsView,
): Promise<Response> {
	const found = await services.perform(getCohortSteps, visitOf(context).person, view.asked);
	const figure = await figureOf(view, found);
	return context.body(figure?.svg ?? "", figure ? 200 : 404, {
		"Content-Type": "image/svg+xml; charset=utf-8",
		...attachment(nameOf(view, found), "svg"),
	});
}

/** Steps of what is shown alone; undefined where nothing is. */
async function figureOf({ place }: CohortStepsView, { cohort, run, steps }: CohortSteps) {
	const points = (["by-6", "by-12", "by-18"] as const).flatMap((name) => {
		const value = steps.find(({ step }) => step === name)?.percent ?? null;
		return value === null ? [] : [{ month: Number(name.slice(3)), value }];
	});
	if (points.length === 0) return undefined;
	const title = `${cohort === "entry" ? "Entered care" : "Left care"}, ${place.name}, ${run.window}`;
	return renderStepFigure({
		...{ title, axis: cohort === "entry" ? "Months since entry" : "Months since leaving" },
		lines: [{ label: cohort === "entry" ? "Permanency" : "Came back", points: [{ month: 0, value: 0 }, ...points] }],
	});
}

function nameOf({ place }: CohortStepsView, { cohort, run, group }: CohortSteps): string {
	return `${place.name} ${cohort} cohort ${run.window} ${group} masked`;
}
