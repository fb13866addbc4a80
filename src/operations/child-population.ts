import type { Fact } from "../domain/workflow/fact-kinds.ts";
import type { Window } from "../indicators/engine/window.ts";
import { populationYear } from "../indicators/entry/population.ts";
import { yearOfFirstOfJuly } from "../indicators/entry/run-entry-rate.ts";
import { NotFound } from "./errors.ts";
import type { RunPopulation } from "./indicator-runs.ts";
import type { OperationContext } from "./operation.ts";

/** The child population of a place: loaded for it, or of a county where its State has a file and it has none. */
export async function findChildPopulation(
	{ stores }: Pick<OperationContext, "stores">,
	jurisdictionId: string,
): Promise<readonly Fact<"child-population">[]> {
	const place = await stores.facts.find("jurisdiction", jurisdictionId);
	if (!place) throw new NotFound("There is no such place.");
	for (const id of await stores.jurisdictions.pathOf(jurisdictionId)) {
		const found = await stores.facts.list("child-population", { jurisdictionId: id });
		const own = place.kind === "county" ? found.filter(({ county }) => county === place.code) : found;
		if (own.length > 0) {
			return own.toSorted((a, b) => b.year - a.year || (a.county < b.county ? -1 : 1));
		}
	}
	return [];
}

/** What of it a window is held against, and what must be said of it. */
export type WindowPopulation = {
	readonly rows: readonly Fact<"child-population">[];
	readonly about: RunPopulation;
};

/** The population of the 1 July of a window, or the newest before it; undefined where there is none. */
export function populationOfWindow(
	all: readonly Fact<"child-population">[],
	window: Window,
): WindowPopulation | undefined {
	const lines = all.map(({ county, year, population }) => ({
		...{ county: county || null, year, population },
		...{ ageGroup: null, raceEthnicity: null, sex: null },
	}));
	const wantedYear = yearOfFirstOfJuly(window.start);
	const year = populationYear(lines, wantedYear);
	const rows = all.filter((each) => each.year === year);
	const [first] = rows;
	if (year === undefined || !first) return undefined;
	const { source, dataAsOf } = first;
	const files = [...new Map(rows.map(({ fileName, sha256 }) => [sha256, { fileName, sha256 }])).values()];
	return { rows, about: { year, wantedYear, source, dataAsOf, files } };
}
