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
	const [code, name] = [cells.text("county"), cells.text("countyName")];
	if (code === "" && name === "") {
		if (!finder.only) cells.report("county-missing", cells.has("county") ? "county" : "countyName");
		return finder.only;
	}
	const byCode = code === "" ? undefined : finder.find(code);
	const byName = name === "" ? undefined : finder.find(name);
	if (code !== "" && !byCode) cells.report("county-unknown", "county", { known: finder.inWords });
	if (name !== "" && !byName && (code === "" || byCode))
		cells.report("county-unknown", "countyName", { known: finder.inWords });
	if ((code !== "" && !byCode) || (name !== "" && !byName)) return undefined;
	if (byCode && byName && byCode.id !== byName.id) {
		cells.report("county-disagrees", "countyName", { county: byName.name, other: byCode.name });
		return undefined;
	}
	return byCode ?? byName;
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
