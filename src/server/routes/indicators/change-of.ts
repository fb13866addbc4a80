import { type ChangeDescription, describeChange } from "../../../domain/measure/change/describe-change.ts";
import { isRateUnit } from "../../../domain/measure/rate.ts";
import { type CountedId, measureKinds } from "../../../indicators/engine/indicator.ts";
import type { IndicatorWindowProps } from "../../../web/pages/indicators/indicator-props.ts";
import { indicatorName } from "./indicator-names.ts";

/**
 * What changed up to a window since the newest one before it that does not overlap it, from what this reader may see. Undefined where
 * there is nothing to compare.
 */
export function changeOf(
	id: CountedId,
	windows: readonly IndicatorWindowProps[],
	last: IndicatorWindowProps | undefined = windows.find(({ result }) => result.status === "counted"),
): ChangeDescription | undefined {
	const { unit, direction } = indicatorName(id);
	if (last?.result.status !== "counted" || direction === null || !isRateUnit(unit)) return undefined;
	const counted = windows.flatMap(({ run, result }) =>
		result.status === "counted" && run.windowEnd <= last.run.windowEnd
			? [
					{
						...{ name: run.window, start: run.windowStart, end: run.windowEnd },
						...{ numerator: result.numerator, denominator: result.denominator },
					},
				]
			: [],
	);
	const change = describeChange(counted, { kind: measureKinds[id], unit, direction });
	return change.verdict === "no-earlier-window" ? undefined : change;
}
