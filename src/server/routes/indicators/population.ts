import type { Context } from "hono";
import { populationTemplate } from "../../../indicators/entry/population-columns.ts";
import { figureLimits } from "../../../indicators/figures/figure-limits.ts";
import { InvalidInput } from "../../../operations/errors.ts";
import { listChildPopulation } from "../../../operations/list-child-population.ts";
import { listJurisdictions } from "../../../operations/list-jurisdictions.ts";
import { listPlacesFor } from "../../../operations/list-places-for.ts";
import { loadChildPopulation } from "../../../operations/load-child-population.ts";
import { readTypedDate } from "../../../web/forms/read-typed-date.ts";
import { type PopulationOutcome, PopulationPage } from "../../../web/pages/indicators/population-page.tsx";
import { type FormState, freshForm } from "../../../web/pages/parts/form-page-state.ts";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { answerPage, visitOf } from "../../middleware/answers.ts";
import { readForm } from "../../middleware/read-form.ts";
import { answerCsv } from "../answer-csv.ts";
import { shownFileName } from "../figures/shown-file-name.ts";
import { problemsOf } from "../form-problems.ts";
import { indicatorPlaces } from "./indicator-place.ts";

/** The page of the child population of a place. */
export function showPopulation(services: AppServices, context: Context<AppEnvironment>): Promise<Response> {
	return answer(services, context, freshForm, 200);
}

/** The same as a file: a row a county and year with source, day, file and checksum. */
export async function sendPopulation(services: AppServices, context: Context<AppEnvironment>): Promise<Response> {
	const { perform } = services;
	const { place } = await indicatorPlaces(services, context);
	const rows = await perform(listChildPopulation, visitOf(context).person, { jurisdictionId: place.id });
	return answerCsv(context, `${place.name} child population`, [
		["county", "year", "population", "source", "published", "file", "checksum (SHA-256)"],
		...rows.map(({ county, year, population, source, dataAsOf, fileName, sha256 }) => [
			...[county, year, population, source, dataAsOf, fileName, sha256],
		]),
	]);
}

export function sendPopulationTemplate(context: Context<AppEnvironment>): Response {
	return context.body(populationTemplate(), 200, {
		"Content-Type": "text/csv; charset=utf-8",
		"Content-Disposition": 'attachment; filename="child-population-template.csv"',
	});
}

/** Takes a file that was sent by the form of the page. */
export async function takePopulation(services: AppServices, context: Context<AppEnvironment>): Promise<Response> {
	const form = await readForm(context);
	const file = form.file("file");
	if (!file || (file.name === "" && file.size === 0)) {
		const message = "Choose the file of the population first.";
		return answer(services, context, form.state([{ field: "file", message }]), 422);
	}
	const fileName = shownFileName(file.name);
	if (file.size > figureLimits.bytes) {
		const message = `“${fileName}” is larger than 25 MB. Keep only the rows of your State.`;
		return answer(services, context, form.state([{ field: "file", message }]), 413);
	}
	const dataAsOf = readTypedDate(form.text("dataAsOf"));
	if (!dataAsOf) {
		const message = "Write the day on which the population was published, such as 06/26/2025.";
		return answer(services, context, form.state([{ field: "dataAsOf", message }]), 422);
	}
	try {
		const result = await services.perform(loadChildPopulation, visitOf(context).person, {
			jurisdictionId: form.text("jurisdictionId"),
			...{ source: form.text("source"), dataAsOf },
			fileName: file.name || "population",
			bytes: new Uint8Array(await file.arrayBuffer()),
		});
		const { problems } = result;
		const blocking = problems.filter(({ tier }) => tier !== "look-at");
		const words =
			result.result === "taken"
				? `${result.added} numbers added, ${result.changed} changed, ${result.unchanged} unchanged.`
				: `${blocking.length === 1 ? blocking[0]?.message : `${blocking.length} problems to mend.`} Nothing of the file was taken. Mend it and load it again.`;
		const isTaken = result.result === "taken";
		return answer(services, context, isTaken ? freshForm : form.state([]), isTaken ? 200 : 422, {
			...{ result: result.result, fileName, words, problems },
		});
	} catch (error) {
		if (!(error instanceof InvalidInput)) throw error;
		return answer(services, context, form.state(problemsOf(error)), 422);
	}
}

async function answer(
	services: AppServices,
	context: Context<AppEnvironment>,
	form: FormState,
	status: 200 | 413 | 422,
	outcome?: PopulationOutcome,
): Promise<Response> {
	const { perform } = services;
	const { person } = visitOf(context);
	const { places, place } = await indicatorPlaces(services, context);
	const loadable = await perform(listPlacesFor, person, { permission: "figures.load" });
	const counties = (await perform(listJurisdictions, person, {})).filter(({ kind }) => kind === "county");
	const page = PopulationPage({
		...{ frame: context.get("frame"), places, place, form, outcome },
		rows: await perform(listChildPopulation, person, { jurisdictionId: place.id }),
		countyNames: new Map(counties.map(({ code, name }) => [code, name])),
		mayLoad: (place.kind === "state" || place.kind === "county") && loadable.some(({ id }) => id === place.id),
	});
	return answerPage(context, page, status);
}
