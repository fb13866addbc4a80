import type { Indicator, IndicatorCatalogue } from "../../domain/measure/indicator.ts";
import type { Direction, PopulationGroup, Unit } from "../../domain/measure/measure-facts.ts";
import type { FigureOptions } from "./figure-options.ts";
import type { KnownCounty } from "./figure-row.ts";
import { type CountyFinder, listInWords } from "./find-county.ts";
import { suggestCodes } from "./nearest-codes.ts";
import { findPopulationGroup } from "./read-population-group.ts";
import type { RowCells } from "./row-cells.ts";

/** An indicator that figures can be taken for: it is not reserved, so its unit is known. */
export type UsableIndicator = Indicator & { readonly unit: Unit; readonly desiredDirection: Direction | null };

/** Whose figure a row is. Undefined when it cannot be told; the reason has been reported. */
export function readCounty(cells: RowCells, finder: CountyFinder): KnownCounty | undefined {
	const named = (["county", "countyName"] as const).filter((column) => cells.text(column) !== "");
	if (named.length === 0 && !finder.only)
		cells.report("county-missing", !cells.has("county") && cells.has("countyName") ? "countyName" : "county");
	if (named.length === 0) return finder.only;
	const found = named.map((column) => {
		const county = finder.find(cells.text(column));
		if (!county) cells.report("county-unknown", column, { known: finder.inWords });
		return county;
	});
	const [first, second] = found;
	if (!first || (named.length === 2 && !second)) return undefined;
	if (!second || second.id === first.id) return first;
	cells.report("county-disagrees", "countyName", { county: second.name, other: first.name });
	return undefined;
}

/** What a row is a figure of. Undefined when it cannot be told; the reason has been reported. */
export function readIndicator(cells: RowCells, options: FigureOptions): UsableIndicator | undefined {
	const { catalogue, defaultVintages } = options;
	const named = cells.text("vintage");
	const vintage = named === "" ? undefined : catalogue.findVintage(named);
	if (named !== "" && vintage === undefined) {
		const known = listInWords(catalogue.listVintages().map((listed) => listed.vintage));
		cells.report("vintage-unknown", "vintage", { known });
		return undefined;
	}
	const code = cells.text("indicator");
	if (code === "") {
		cells.report("indicator-missing", "indicator");
		return undefined;
	}
	const found = vintage === undefined ? findByDefault(cells, options) : catalogue.findIndicator(vintage, code);
	if (found === "ambiguous") return undefined;
	if (!found) {
		const wanted = vintage === undefined ? defaultVintages : [vintage];
		cells.report("indicator-unknown", "indicator", () => ({
			vintage: wanted.length === 0 ? "the catalogue" : listInWords(wanted),
			nearest: listInWords(suggestCodes(catalogue, wanted, code)),
		}));
		return undefined;
	}
	const { unit } = found;
	if (unit === null || found.label === null) {
		cells.report("indicator-reserved", "indicator", { vintage: found.vintage });
		return undefined;
	}
	return { ...found, unit };
}

function findByDefault(cells: RowCells, options: FigureOptions): Indicator | "ambiguous" | undefined {
	const code = cells.text("indicator");
	const find = (vintages: readonly string[], catalogue: IndicatorCatalogue) =>
		vintages.flatMap((vintage) => catalogue.findIndicator(vintage, code) ?? []);
	const usual = find(options.defaultVintages, options.catalogue)[0];
	if (usual) return usual;
	const anywhere = find(
		options.catalogue.listVintages().map(({ vintage }) => vintage),
		options.catalogue,
	);
	if (anywhere.length < 2) return anywhere[0];
	cells.report("indicator-ambiguous", "indicator", { vintages: listInWords(anywhere.map(({ vintage }) => vintage)) });
	return "ambiguous";
}

/** Which children a row counts. Undefined when it cannot be told; the reason has been reported. */
export function readGroup(
	cells: RowCells,
	indicator: UsableIndicator | undefined,
	options: FigureOptions,
): PopulationGroup | undefined {
	const text = cells.text("populationGroup");
	const group = text === "" ? (options.populationGroup ?? "all") : findPopulationGroup(text);
	if (group === undefined) cells.report("group-unknown", "populationGroup");
	if (group === "probation" && indicator?.coversProbation === false)
		cells.report("group-not-covered", "populationGroup", { indicator: indicator.code });
	return group;
}
