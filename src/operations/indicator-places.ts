import type { MayShow } from "../domain/measure/masking/mask-family.ts";
import { may } from "../domain/people/may.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { type CountedId, observedScale } from "../indicators/engine/indicator.ts";
import { NotFound } from "./errors.ts";
import { maskKey } from "./indicator-masks.ts";
import type { CellFilter, CellSum, IndicatorMask, IndicatorRun } from "./indicator-runs.ts";
import { type OperationContext, requireRole } from "./operation.ts";
import type { IndicatorCount, PlaceResult, RunSummary } from "./outputs/indicator-outputs.ts";

/** A place whose indicators are looked at: whose files were counted for it, and which cells are its own. */
export type IndicatorPlace = {
	readonly jurisdiction: Fact<"jurisdiction">;
	/** The place itself or the nearest above it for which anything was counted; null when nothing was. */
	readonly countedFor: Fact<"jurisdiction"> | null;
	/** Newest window first. */
	readonly runs: readonly IndicatorRun[];
	/** The place and all below it; undefined for the place whose files were counted: all cells are its own. */
	readonly cellPlaces: readonly string[] | undefined;
	readonly mayReadCases: boolean;
	/** May see numbers as they are (extracts.read); everybody else sees them as the public does. */
	readonly seesUnmasked: boolean;
	/** May see all numbers that were counted, so that counties can be compared: not those of one county alone. */
	readonly mayCompare: boolean;
	/** The place itself as a group of the run: `{}` where its files were counted; undefined where it is no group. */
	readonly ownGroup: Readonly<Record<string, string>> | undefined;
};

/** Finds a place with its runs. Throws `NotFound` or `NotAllowed` (figures.read). */
export async function findIndicatorPlace(
	{ actor, stores }: OperationContext,
	jurisdictionId: string,
	{ currentOnly = true }: { readonly currentOnly?: boolean } = {},
): Promise<IndicatorPlace> {
	const all = await stores.facts.list("jurisdiction");
	const jurisdiction = all.find((each) => each.id === jurisdictionId);
	if (!jurisdiction) throw new NotFound("There is no such place.");
	const path = await stores.jurisdictions.pathOf(jurisdictionId);
	requireRole(actor, "figures.read", path);
	const found = await stores.indicators.listRuns({ jurisdictionIds: path, currentOnly });
	const nearest = path.find((id) => found.some((run) => run.jurisdictionId === id));
	const countedFor = all.find((each) => each.id === nearest) ?? null;
	const countedPath = countedFor ? await stores.jurisdictions.pathOf(countedFor.id) : [];
	return {
		jurisdiction,
		countedFor,
		runs: found.filter((run) => run.jurisdictionId === nearest),
		cellPlaces: nearest === jurisdictionId ? undefined : withAllBelow(all, jurisdictionId),
		mayReadCases: may(actor, "cases.read", path),
		seesUnmasked: may(actor, "extracts.read", path),
		mayCompare: countedFor !== null && countedFor.kind !== "county" && may(actor, "extracts.read", countedPath),
		ownGroup: nearest === jurisdictionId ? {} : groupOf(jurisdiction),
	};
}

function groupOf({ kind, code }: Fact<"jurisdiction">): Readonly<Record<string, string>> | undefined {
	return kind === "county" || kind === "region" ? { [kind]: code } : undefined;
}

/** A place and all below it in the tree. */
function withAllBelow(all: readonly Fact<"jurisdiction">[], id: string): readonly string[] {
	return [id, ...all.filter((each) => each.parentId === id).flatMap((each) => withAllBelow(all, each.id))];
}

/** The filter of a place's cells. */
export function cellsOf(place: IndicatorPlace, runIds: readonly string[], indicator?: CountedId): CellFilter {
	return {
		runIds,
		...(indicator ? { indicator } : {}),
		...(place.cellPlaces ? { jurisdictionIds: place.cellPlaces } : {}),
	};
}

/** The run of a window, or an earlier one by its id. Throws `NotFound` in plain words. */
export function runOf(place: IndicatorPlace, window: string, runId?: string): IndicatorRun {
	const run = place.runs.find(
		(each) => each.windowName === window && (runId === undefined ? each.current : each.id === runId),
	);
	if (run) return run;
	throw new NotFound(
		`Nothing has been counted for ${place.jurisdiction.name} in the window ${window}. Load the AFCARS and NCANDS files that it needs.`,
	);
}

export function summaryOf(run: IndicatorRun): RunSummary {
	return {
		runId: run.id,
		window: run.windowName,
		windowStart: run.windowStart,
		windowEnd: run.windowEnd,
		countedAt: run.countedAt.toISOString(),
		dataAsOf: run.dataAsOf,
		isCurrent: run.current,
		definitionVersion: run.definitionVersion,
		options: run.options,
		files: [...run.files],
		population: run.population === null ? null : { ...run.population, files: [...run.population.files] },
		goneFiles: [...run.goneFiles],
	};
}

/** A number of an indicator, with what may not be shown of it left out. */
export function countOf(
	indicator: CountedId,
	sum: Pick<CellSum, "numerator" | "denominator"> | undefined,
	shown: MayShow,
): IndicatorCount {
	const { numerator, denominator } = sum ?? { numerator: 0, denominator: 0 };
	const observed = denominator === 0 ? null : (numerator / denominator) * observedScale[indicator];
	const isMasked = !(shown.numerator && shown.denominator);
	return {
		numerator: shown.numerator ? numerator : null,
		denominator: shown.denominator ? denominator : null,
		observed: isMasked ? null : observed,
		isMasked,
	};
}

/** What may be shown of a group of the place, `{}` for the place itself. */
export type PlaceMask = (group: Readonly<Record<string, string | undefined>>) => MayShow;

const showAll: MayShow = { numerator: true, denominator: true };

/** What this person may see of one indicator in a run. Whoever may see everything can ask for what the public sees. */
export async function maskFor(
	{ stores }: OperationContext,
	place: IndicatorPlace,
	run: IndicatorRun,
	{ indicator, asPublic }: { readonly indicator: CountedId; readonly asPublic: boolean },
): Promise<PlaceMask> {
	if (place.seesUnmasked && !asPublic) return () => showAll;
	const masks = await stores.indicators.listMasks(run.id, { indicator });
	const shown = new Map(masks.map((mask) => [mask.groupKey, mayShow(mask)]));
	return (group) => lookUp(place, group, (key) => shown.get(key));
}

/** What the public may see of some groups of a place in a run, of every indicator: the same for every reader. */
export async function publicMasks(
	{ stores }: OperationContext,
	place: IndicatorPlace,
	run: IndicatorRun,
	groups: readonly Readonly<Record<string, string | undefined>>[],
): Promise<(indicator: CountedId) => PlaceMask> {
	const groupKeys = groups.flatMap((group) => maskKeyOf(place, group) ?? []);
	const masks = await stores.indicators.listMasks(run.id, { groupKeys });
	const keyOf = (indicator: CountedId, key: string) => `${indicator} ${key}`;
	const shown = new Map(masks.map((mask) => [keyOf(mask.indicator, mask.groupKey), mayShow(mask)]));
	return (indicator) => (group) => lookUp(place, group, (key) => shown.get(keyOf(indicator, key)));
}

/** What this person may see of the place itself in a run, of every indicator. */
export async function ownMasks(
	{ stores }: OperationContext,
	place: IndicatorPlace,
	run: IndicatorRun,
	{ asPublic }: { readonly asPublic: boolean },
): Promise<(indicator: CountedId) => MayShow> {
	if (place.seesUnmasked && !asPublic) return () => showAll;
	const masks = place.ownGroup
		? await stores.indicators.listMasks(run.id, { groupKeys: [maskKey(place.ownGroup)] })
		: [];
	const shown = new Map(masks.map((mask) => [mask.indicator, mayShow(mask)]));
	return (indicator) => shown.get(indicator) ?? showNothing;
}

const showNothing: MayShow = { numerator: false, denominator: false };

function lookUp(
	place: IndicatorPlace,
	group: Readonly<Record<string, string | undefined>>,
	find: (key: string) => MayShow | undefined,
): MayShow {
	const key = maskKeyOf(place, group);
	return (key === undefined ? undefined : find(key)) ?? showNothing;
}

/** The key of the mask of a group of the place; undefined where the place itself is no group of the run. */
function maskKeyOf(
	{ ownGroup }: IndicatorPlace,
	group: Readonly<Record<string, string | undefined>>,
): string | undefined {
	if (!ownGroup) return undefined;
	const { region, ...others } = { ...ownGroup, ...group };
	// A county's region says nothing more. Below the place whose files were counted two groupings are three with the place itself:
	// not decided, so not shown.
	return maskKey(others.county === undefined && region !== undefined ? { ...others, region } : others);
}

function mayShow({ showsNumerator, showsDenominator }: IndicatorMask): MayShow {
	return { numerator: showsNumerator, denominator: showsDenominator };
}

/** How an indicator stands in a run for a place. */
export function resultOf(
	run: IndicatorRun,
	indicator: CountedId,
	sum: CellSum | undefined,
	shown: MayShow,
): PlaceResult {
	const status = run.statuses.find((each) => each.indicator === indicator);
	if (status === undefined || status.status === "not-applicable") return { indicator, status: "not-applicable" };
	if (status.status === "needs-files") return { indicator, status: "needs-files", missing: [...status.missing] };
	return {
		indicator,
		status: "counted",
		exceededChecks: [...status.exceededChecks],
		...countOf(indicator, sum, shown),
	};
}
