import { Hono } from "hono";
import { describePeriod } from "../../../domain/measure/describe-period.ts";
import type { Observation } from "../../../domain/measure/measure-facts.ts";
import { findIndicator } from "../../../frameworks/ca-indicators/catalogue.ts";
import { getLoad } from "../../../operations/get-load.ts";
import { listJurisdictions } from "../../../operations/list-jurisdictions.ts";
import { LoadPage, type LoadPart } from "../../../web/pages/figures/load-page.tsx";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { answerPage, visitOf } from "../../middleware/answers.ts";
import { pathId } from "../../middleware/path-id.ts";

/** One load of figures. */
export function loadRoutes({ perform }: AppServices): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();
	routes.get("/:loadId", async (context) => {
		const { person } = visitOf(context);
		const { load, observations } = await perform(getLoad, person, { loadId: pathId(context, "loadId") });
		const places = await perform(listJurisdictions, person, {});
		const page = LoadPage({
			frame: context.get("frame"),
			load,
			place: places.find((each) => each.id === load.jurisdictionId),
			parts: partsOf(observations),
		});
		return answerPage(context, page);
	});
	return routes;
}

function partsOf(observations: readonly Observation[]): readonly LoadPart[] {
	const groups = new Map<string, Observation[]>();
	for (const each of observations) {
		const key = [each.vintage, each.indicator, each.populationGroup].join("|");
		groups.set(key, [...(groups.get(key) ?? []), each]);
	}
	return [...groups.values()].flatMap((group) => {
		const sorted = group.sort((a, b) => a.periodEnd.localeCompare(b.periodEnd));
		const [first, last] = [sorted[0], sorted.at(-1)];
		const indicator = first && findIndicator(first.vintage, first.indicator);
		if (!first || !last || !indicator) return [];
		return [
			{
				indicator,
				populationGroup: first.populationGroup,
				figures: group.length,
				firstPeriod: describePeriod(first.periodStart, first.periodEnd),
				lastPeriod: describePeriod(last.periodStart, last.periodEnd),
			},
		];
	});
}
