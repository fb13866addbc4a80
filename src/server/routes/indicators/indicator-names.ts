import { getIndicator } from "../../../frameworks/ca-indicators/catalogue.ts";
import {
	type CountedId,
	countedIds,
	type IndicatorId,
	indicatorIds,
	isIndicatorId,
} from "../../../indicators/engine/indicator.ts";
import { countedName } from "../../../operations/counted-names.ts";
import { NotFound } from "../../../operations/errors.ts";
import type { IndicatorNameProps } from "../../../web/pages/indicators/indicator-props.ts";

/** An indicator as pages speak of it, with the words of the Round 4 catalogue. */
export function indicatorName<Id extends CountedId>(id: Id): IndicatorNameProps & { readonly id: Id } {
	const { unit, ...name } = countedName(id);
	const label = name.label ?? id;
	if (!isIndicatorId(id)) {
		return { id, title: label, shortTitle: label, label, unit, hasChecks: false, direction: null };
	}
	return {
		...{ id, title: label === id ? id : `${id} ${label}`, shortTitle: id, label, unit },
		...{ hasChecks: true, direction: getIndicator("cfsr4", id).desiredDirection },
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
