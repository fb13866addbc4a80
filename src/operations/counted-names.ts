import type { Unit } from "../domain/measure/measure-facts.ts";
import { getIndicator } from "../frameworks/ca-indicators/catalogue.ts";
import { type ContextId, type CountedId, isIndicatorId } from "../indicators/engine/indicator.ts";

const contextNames: Readonly<Record<ContextId, { readonly label: string; readonly unit: Unit }>> = {
	ENTRY: { label: "Foster care entry rate", unit: "per-1000" },
	VISITS: { label: "Months with a caseworker visit", unit: "percent" },
	RESIDENCE: { label: "Visited months with a visit where the child lives", unit: "percent" },
};

/** What something that is counted is called, with the words of the Round 4 catalogue; the label is null where that has none. */
export function countedName(id: CountedId): { readonly label: string | null; readonly unit: Unit } {
	if (!isIndicatorId(id)) return contextNames[id as ContextId];
	const { label, unit } = getIndicator("cfsr4", id);
	return { label, unit: unit ?? "count" };
}
