import { z } from "zod";
import type { ContextCounts } from "../indicators/context/run-context.ts";
import { type BandCell, type CohortBands, cohortBands, indicatorOfCohort } from "../indicators/curves/cohort-bands.ts";
import type { Cohort, CurveSet } from "../indicators/curves/run-curves.ts";
import { indicatorIds } from "../indicators/engine/indicator.ts";
import type { IndicatorResult, IndicatorResults, IndicatorValue } from "../indicators/engine/results.ts";
import { readWindow, type Window } from "../indicators/engine/window.ts";
import { yearOfFirstOfJuly } from "../indicators/entry/run-entry-rate.ts";
import { findChildPopulation, populationOfWindow, type WindowPopulation } from "./child-population.ts";
import { cohortMasks } from "./cohort-masks.ts";
import { masksOf, noRegion, type Pause, restOfState } from "./indicator-masks.ts";
import type { CohortBandRow, CountedCell, IndicatorMask, KeptCurve, RunStatus } from "./indicator-runs.ts";
import { defineOperation, type OperationContext, requireRole } from "./operation.ts";
import { RunFileOutput } from "./outputs/indicator-outputs.ts";

/** What a counting of one window gave, as the background work hands it over. */
const Input = z.object({
	jurisdictionId: z.uuid(),
	files: z.array(RunFileOutput),
	dataAsOf: z.iso.date(),
	options: z.record(z.string(), z.string()),
	definitionVersion: z.string(),
	key: z.string(),
	/** Counted by all four groupings, with the cells of a comparison of counties. */
	results: z.custom<IndicatorResults>(),
	curves: z.custom<CurveSet>().optional(),
	/** Both cohorts in steps of six months, to be masked. */
	bands: z.custom<CohortBands>().optional(),
	/** Entries and visits. */
	context: z.custom<ContextCounts>().optional(),
	/** Lets other work have its turn between long steps. */
	pause: z.custom<Pause>().optional(),
});

/** Keeps what was counted for one window: its smallest groups, what counties are compared by, statuses and data-quality checks. Answers the run's id. */
export const keepIndicatorRun = defineOperation({
	name: "keep-indicator-run",
	title: "Keep what was counted for a window",
	http: { method: "post", path: "/jurisdictions/{jurisdictionId}/indicator-runs" },
	input: Input,
	output: z.object({ runId: z.uuid(), cells: z.int() }),
	async run(context, input): Promise<{ runId: string; cells: number }> {
		const { jurisdictionId, results, curves, bands, context: counts, pause = noPause, ...rest } = input;
		const { actor, clock, ids, stores } = context;
		requireRole(actor, "jurisdiction.manage", await stores.jurisdictions.pathOf(jurisdictionId));
		const window = readWindow(results.window);
		const runId = ids.next();
		const places = await countiesBelow(stores, jurisdictionId);
		const population = populationOfWindow(await findChildPopulation(context, jurisdictionId), window);
		const cells = [
			...results.results.flatMap((each) => cellOf(each, places, jurisdictionId)),
			...entryCells(counts, population, places, jurisdictionId),
			...visitCells(counts, places, jurisdictionId),
		];
		const masks = await masksOf(cells, await regionsByCounty(stores), pause);
		await stores.indicators.addRun(
			{
				...rest,
				id: runId,
				jurisdictionId,
				windowName: window.name,
				windowStart: window.start,
				windowEnd: window.end,
				countedAt: clock(),
				population: population?.about ?? null,
				goneFiles: [],
				statuses: [
					...indicatorIds.flatMap((indicator) =>
						statusOf(results.results.find((each) => each.indicator === indicator)),
					),
					...(counts ? contextStatuses(counts, population, window) : []),
				],
				current: true,
			},
			results.quality,
			cells,
			masks,
			(results.riskCells ?? []).map((each) => ({ ...each, jurisdictionId: places.get(each.county) ?? jurisdictionId })),
		);
		if (curves) await stores.indicators.addCurves(runId, keptCurves(curves, places, jurisdictionId));
		for (const cohort of bands ? (["entry", "exit"] as const) : []) {
			const rows = bandRows(cohort, bands?.[cohort] ?? [], masks, places, jurisdictionId);
			await stores.indicators.addCohortBands(runId, rows);
			await pause();
		}
		return { runId, cells: cells.length };
	},
});

/** Counties below a place by their five-digit code, the place itself included when it is one. */
async function countiesBelow(
	stores: OperationContext["stores"],
	jurisdictionId: string,
): Promise<ReadonlyMap<string, string>> {
	const counties = (await stores.facts.list("jurisdiction")).filter((each) => each.kind === "county");
	const below: [string, string][] = [];
	for (const { id, code } of counties) {
		if ((await stores.jurisdictions.pathOf(id)).includes(jurisdictionId)) below.push([code, id]);
	}
	return new Map(below);
}

/** The code of the region in which a county lies. */
async function regionsByCounty(stores: OperationContext["stores"]): Promise<(county: string) => string> {
	const places = await stores.facts.list("jurisdiction");
	const regions = new Map(places.filter(({ kind }) => kind === "region").map(({ id, code }) => [id, code]));
	const counties = new Map(
		places.filter(({ kind }) => kind === "county").map(({ code, parentId }) => [code, parentId]),
	);
	return (county) => regions.get(counties.get(county) ?? "") ?? noRegion;
}

const noPause: Pause = () => Promise.resolve();

const singleGroupings = ["", "county", "ageGroup", "raceEthnicity", "sex"] as const;

/** The bands of a cohort, of all children and of each group of one grouping, with what may be shown of them beside P1 or P4. */
function bandRows(
	cohort: Cohort,
	cells: readonly BandCell[],
	masks: readonly IndicatorMask[],
	places: ReadonlyMap<string, string>,
	runPlace: string,
): readonly CohortBandRow[] {
	const mayShow = cohortMasks(
		cohort,
		cells,
		masks.filter(({ indicator }) => indicator === indicatorOfCohort[cohort]),
	);
	return singleGroupings.flatMap((groupingName) => {
		const labelOf = (cell: BandCell) => (groupingName === "" ? "" : cell[groupingName]);
		return [...new Set(cells.map(labelOf))].flatMap((label) => {
			const own = cells.filter((cell) => labelOf(cell) === label);
			return cohortBands[cohort].map((band): CohortBandRow => {
				const inBand = own.filter((cell) => cell.band === band);
				return {
					jurisdictionId: (groupingName === "county" ? places.get(label) : undefined) ?? runPlace,
					...{ cohort, groupingName, label, band },
					children: inBand.reduce((sum, { children }) => sum + children, 0),
					isShown: mayShow(groupingName === "" ? { band } : { band, [groupingName]: label }),
				};
			});
		});
	});
}

function keptCurves(
	{ filesEnd, ...cohorts }: CurveSet,
	places: ReadonlyMap<string, string>,
	runPlace: string,
): readonly KeptCurve[] {
	return (["entry", "exit"] as const).flatMap((cohort) =>
		cohorts[cohort].map((curve) => {
			const [groupingName = "", label = ""] = Object.entries(curve.group)[0] ?? [];
			const jurisdictionId = (groupingName === "county" ? places.get(label) : undefined) ?? runPlace;
			return { jurisdictionId, cohort, groupingName, label, filesEnd, curve };
		}),
	);
}

function cellOf(
	result: IndicatorResult,
	places: ReadonlyMap<string, string>,
	runPlace: string,
): readonly CountedCell[] {
	if (!("group" in result) || result.group.county === undefined) return [];
	const { indicator, group, numerator, denominator, children } = result;
	const { county = "", ageGroup = "", raceEthnicity = "", sex = "" } = group;
	const jurisdictionId = places.get(county) ?? runPlace;
	const people = children === undefined ? {} : { people: children };
	return [{ jurisdictionId, indicator, county, ageGroup, raceEthnicity, sex, numerator, denominator, ...people }];
}

/** Entries by county over the children who live there. Children whom a population has of no county named are the rest of the State. */
function entryCells(
	counts: ContextCounts | undefined,
	population: WindowPopulation | undefined,
	places: ReadonlyMap<string, string>,
	runPlace: string,
): readonly CountedCell[] {
	if (!counts || "missing" in counts.entries || !population) return [];
	const entries = new Map(counts.entries.map((each) => [each.group.county ?? "", each.entries]));
	const children = new Map(population.rows.map((each) => [each.county, each.population]));
	const state = children.get(restOfState);
	children.delete(restOfState);
	const named = [...children.values()].reduce((sum, each) => sum + each, 0);
	const rest = state === undefined ? 0 : Math.max(0, state - named);
	const none = { indicator: "ENTRY" as const, ageGroup: "", raceEthnicity: "", sex: "" };
	return [
		...[...new Set([...entries.keys(), ...children.keys()])].sort().map((county) => ({
			...{ ...none, jurisdictionId: places.get(county) ?? runPlace, county },
			...{ numerator: entries.get(county) ?? 0, denominator: children.get(county) ?? 0 },
		})),
		...(rest > 0 ? [{ ...none, jurisdictionId: runPlace, county: restOfState, numerator: 0, denominator: rest }] : []),
	];
}

/** Months visited of months in care, and months visited where the child lives of months visited. */
function visitCells(
	counts: ContextCounts | undefined,
	places: ReadonlyMap<string, string>,
	runPlace: string,
): readonly CountedCell[] {
	if (!counts?.visits || "missing" in counts.visits) return [];
	return counts.visits.flatMap(({ group, children, childMonths, visited, inResidence }): readonly CountedCell[] => {
		const { county = "", ageGroup = "", raceEthnicity = "", sex = "" } = group;
		const of = {
			...{ jurisdictionId: places.get(county) ?? runPlace, county, ageGroup, raceEthnicity, sex },
			people: children,
		};
		const visits = { ...of, indicator: "VISITS" as const, numerator: visited, denominator: childMonths };
		if (visited === 0) return [visits];
		return [visits, { ...of, indicator: "RESIDENCE" as const, numerator: inResidence, denominator: visited }];
	});
}

function contextStatuses(
	{ entries, visits }: ContextCounts,
	population: WindowPopulation | undefined,
	window: Window,
): readonly RunStatus[] {
	const missing = [
		...("missing" in entries ? entries.missing : []),
		...(population ? [] : [`population of ${yearOfFirstOfJuly(window.start)}`]),
	];
	return [
		missing.length > 0
			? { indicator: "ENTRY", status: "needs-files", missing }
			: { indicator: "ENTRY", status: "counted", exceededChecks: [] },
		...(["VISITS", "RESIDENCE"] as const).map((indicator): RunStatus => {
			if (visits === null) return { indicator, status: "not-applicable" };
			if ("missing" in visits) return { indicator, status: "needs-files", missing: visits.missing };
			return { indicator, status: "counted", exceededChecks: [] };
		}),
	];
}

function statusOf(result: IndicatorResult | undefined): readonly RunStatus[] {
	if (result === undefined) return [];
	if ("status" in result) return [result];
	const { indicator, exceededChecks = [] }: IndicatorValue = result;
	return [{ indicator, status: "counted", exceededChecks }];
}
