import { getIndicator } from "../../../frameworks/ca-indicators/catalogue.ts";
import { type IndicatorId, indicatorIds } from "../../../indicators/engine/indicator.ts";
import { NotFound } from "../../../operations/errors.ts";
import type { IndicatorNameProps } from "../../../web/pages/indicators/indicator-props.ts";

/** An indicator as pages speak of it, with the words of the Round 4 catalogue. */
export function indicatorName(id: IndicatorId): IndicatorNameProps & { readonly id: IndicatorId } {
	const { label, unit, desiredDirection } = getIndicator("cfsr4", id);
	return { id, label: label ?? id, unit: unit ?? "count", direction: desiredDirection };
}

/** The indicator of an address. Throws `NotFound` in plain words. */
export function readIndicatorId(text: string | undefined): IndicatorId {
	const id = indicatorIds.find((each) => each === text);
	if (id) return id;
	throw new NotFound(`There is no such indicator. The indicators are ${indicatorIds.join(", ")}.`);
}
