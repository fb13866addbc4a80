import type { Context } from "hono";
import { plainDate } from "../../../domain/calendar/plain-date.ts";
import { type CountedId, isIndicatorId } from "../../../indicators/engine/indicator.ts";
import { fiscalYearName, qualityChecks } from "../../../indicators/engine/quality-checks.ts";
import { filesOf, readWindow } from "../../../indicators/engine/window.ts";
import { visitLimits } from "../../../indicators/visits/visit-results.ts";
import { NotFound } from "../../../operations/errors.ts";
import { getIndicatorTable } from "../../../operations/get-indicator-table.ts";
import { listIndicatorResults } from "../../../operations/list-indicator-results.ts";
import type { PlaceResult, RunSummary, WindowResults } from "../../../operations/outputs/indicator-outputs.ts";
import type { IndicatorPageProps } from "../../../web/pages/indicators/indicator-page.tsx";
import {
	type GroupingName,
	type GroupRowProps,
	groupingLabels,
	type IndicatorResultProps,
	type IndicatorRunProps,
	type IndicatorSightProps,
	type QualityCheckProps,
} from "../../../web/pages/indicators/indicator-props.ts";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { visitOf } from "../../middleware/answers.ts";
import { changeOf } from "./change-of.ts";
import { disparityOf } from "./disparity-of.ts";
import { indicatorName } from "./indicator-names.ts";
import { indicatorPlaces } from "./indicator-place.ts";

/** All that the page of an indicator shows, and that its files hold. */
export type IndicatorView = Omit<IndicatorPageProps, "frame" | "figure">;

/** Reads the choices of the address and finds what is to be shown. Throws `NotFound` when nothing has been counted. */
export async function indicatorView(
	services: AppServices,
	context: Context<AppEnvironment>,
	id: CountedId,
): Promise<IndicatorView> {
	const { perform } = services;
	const { person } = visitOf(context);
	const { places, place } = await indicatorPlaces(services, context);
	const found = await perform(listIndicatorResults, person, {
		jurisdictionId: place.id,
		public: publicOf(context),
	});
	const windows = found.windows.map((each) => ({ run: runProps(each.run), result: resultOf(each, id), full: each }));
	const asked = context.req.query("window");
	const shown = asked
		? windows.find(({ run }) => run.window === asked)
		: (windows.find(({ result }) => result.status === "counted") ??
			windows.find(({ result }) => result.status !== "not-applicable") ??
			windows[0]);
	if (!shown) throw new NotFound(nothingWords(place.name, asked, windows.length > 0));
	const mayCross = id !== "ENTRY";
	const groupings = id === "ENTRY" ? entryGroupings : groupingNames;
	const [first, second] = groupingsOf(context, groupings, mayCross);
	const by = [first, second].filter((each) => each !== undefined);
	const table =
		by.length > 0 && shown.result.status === "counted"
			? await perform(getIndicatorTable, person, {
					...{ jurisdictionId: place.id, indicator: id, window: shown.run.window, by: by.join(",") },
					public: publicOf(context),
				})
			: undefined;
	const groups = sortedBy(first, table?.rows ?? []);
	return {
		indicator: indicatorName(id),
		change: changeOf(id, windows, shown),
		disparity: disparityOf(id, by, groups),
		...{ places, place, windows, shown },
		choices: { place: place.id, window: asked, by: first, by2: second, isPublic: publicOf(context) === "1" },
		groups,
		checks: shown.full.quality ? checksOf(id, shown.run.window, shown.full.quality) : undefined,
		mayReadCases: found.mayReadCases && isIndicatorId(id),
		mayCompare: found.mayCompare && isIndicatorId(id),
		...{ groupings, mayCross, limitWords: limitWords(id, place.kind, shown.result) },
		...sightOf(context, found),
		isEstimate: id === "P5" && shown.run.window >= firstOf2020,
	};
}

/** Rows with the same first group beside each other, in the order in which these first come. */
function sortedBy(name: GroupingName | undefined, rows: readonly GroupRowProps[]): readonly GroupRowProps[] {
	if (!name) return rows;
	const order = [...new Set(rows.map(({ group }) => group[name]))];
	return rows.toSorted((a, b) => order.indexOf(a.group[name]) - order.indexOf(b.group[name]));
}

const groupingNames = Object.keys(groupingLabels) as readonly GroupingName[];
/** Population is known by county. */
const entryGroupings: readonly GroupingName[] = ["county", "region"];

/** What the law asks of a State's visits, and whether it is met; undefined of everything else. */
function limitWords(id: CountedId, kind: string, result: IndicatorResultProps): string | undefined {
	const measure = id === "VISITS" ? "visited" : id === "RESIDENCE" ? "inResidence" : undefined;
	if (measure === undefined || kind !== "state" || result.status !== "counted") return undefined;
	const { numerator, denominator } = result;
	const limit = visitLimits[measure];
	const asked = `At least ${limit} percent is asked of a State (42 U.S.C. 624(f))`;
	if (numerator === null || !denominator) return `${asked}.`;
	return `${asked}; held against the percent before it is rounded: ${numerator * 100 >= limit * denominator ? "met" : "not met"}.`;
}

/** The first window with an AFCARS 2020 file. */
const firstOf2020 = "22B23A";

function nothingWords(place: string, window: string | undefined, hasWindows: boolean): string {
	if (hasWindows) return `Nothing has been counted for ${place} in the window ${window}. Choose one of its windows.`;
	return `Nothing has been counted for ${place} yet. Load the AFCARS and NCANDS files that the indicators need.`;
}

/** `?public=1`: as anybody may see it. */
export function publicOf(context: Context<AppEnvironment>): "1" | "0" {
	return context.req.query("public") === "1" ? "1" : "0";
}

/** How numbers are shown, and whether the person can choose. */
export function sightOf(
	context: Context<AppEnvironment>,
	{ seesUnmasked }: { readonly seesUnmasked: boolean },
): IndicatorSightProps {
	return { isUnmasked: seesUnmasked && publicOf(context) === "0", mayReadUnmasked: seesUnmasked };
}

/** What the table is cut by. The same twice is once; what is no grouping is left out. */
function groupingsOf(
	context: Context<AppEnvironment>,
	groupings: readonly GroupingName[],
	mayCross: boolean,
): readonly [GroupingName?, GroupingName?] {
	const named = (name: string) => groupings.find((each) => each === context.req.query(name));
	const [by, by2] = [named("by"), mayCross ? named("by2") : undefined];
	if (!by) return by2 ? [by2] : [];
	return by2 && by2 !== by ? [by, by2] : [by];
}

export function runProps(run: RunSummary): IndicatorRunProps {
	return {
		...run,
		windowStart: plainDate(run.windowStart),
		windowEnd: plainDate(run.windowEnd),
		countedOn: plainDate(run.countedAt.slice(0, 10)),
		dataAsOf: plainDate(run.dataAsOf),
	};
}

/** What became of an indicator in a window. */
export function resultOf({ results }: WindowResults, id: CountedId): IndicatorResultProps {
	const found: PlaceResult | undefined = results.find(({ indicator }) => indicator === id);
	return found ?? { status: "not-applicable" };
}

/** The checks that an indicator depends on, of the files that it reads. */
function checksOf(
	id: CountedId,
	window: string,
	quality: NonNullable<WindowResults["quality"]>,
): readonly QualityCheckProps[] {
	if (!isIndicatorId(id)) return [];
	const files = filesOf(id, readWindow(window));
	const periods = [...(files?.afcars ?? []), ...(files?.ncands ?? []).map(fiscalYearName)];
	return quality.flatMap((each) => {
		const definition = qualityChecks.find(({ check }) => check === each.check);
		if (!definition?.indicators.includes(id) || !periods.includes(each.period)) return [];
		return [{ ...each, exceeds: definition.exceeds }];
	});
}
