import type { Unit } from "../../../domain/measure/measure-facts.ts";
import { getIndicator } from "../../../frameworks/ca-indicators/catalogue.ts";
import {
	type ContextId,
	type CountedId,
	countedIds,
	type IndicatorId,
	indicatorIds,
	isIndicatorId,
} from "../../../indicators/engine/indicator.ts";
import { NotFound } from "../../../operations/errors.ts";
import type { IndicatorNameProps } from "../../../web/pages/indicators/indicator-props.ts";

const contextNames: Readonly<Record<ContextId, { readonly label: string; readonly unit: Unit }>> = {
	ENTRY: { label: "Foster care entry rate", unit: "per-1000" },
	VISITS: { label: "Months with a caseworker visit", unit: "percent" },
	RESIDENCE: { label: "Visited months with a visit where the child lives", unit: "percent" },
};

/** An indicator as pages speak of it, with the words of the Round 4 catalogue. */
export function indicatorName<Id extends CountedId>(id: Id): IndicatorNameProps & { readonly id: Id } {
	if (!isIndicatorId(id)) {
		const { label, unit } = contextNames[id as ContextId];
		return { id, title: label, shortTitle: label, label, unit, hasChecks: false, direction: null };
	}
	const { label, unit, desiredDirection } = getIndicator("cfsr4", id);
	const title = label === undefined ? id : `${id} ${label}`;
	return {
		...{ id, title, shortTitle: id, label: label ?? id, unit: unit ?? "count" },
		...{ hasChecks: true, direction: desiredDirection },
	};
}

/** What the address names of everything that is counted. Throws `NotFound` in plain words. */
export function readCountedId(text: string | undefined): CountedId {
	const id = countedIds.find((each) => each === text);
	if (id) return id;
	throw new NotFound(`There is no such indicator. There are ${countedIds.join(", ")}.`);
}

/** One of the seven indicators, as the address names it. Throws `NotFound` in plain words. */
export function readIndicatorId(text: string | undefined): IndicatorId {
	const id = indicatorIds.find((each) => each === text);
	if (id) return id;
	throw new NotFound(`There is no such indicator. The indicators are ${indicatorIds.join(", ")}.`);
}
