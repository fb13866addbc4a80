import { renderGroupFigure } from "../../../documents/figures/render-group-figure.ts";
import { renderTrendFigure, type TrendFigure } from "../../../documents/figures/render-trend-figure.ts";
import { unitWords } from "../../../domain/measure/format-value.ts";
import type { IndicatorView } from "./indicator-view.ts";

/** The drawing of what an indicator's page shows: bars where there are groups, otherwise a line over the windows. */
export function indicatorFigure(view: IndicatorView): Promise<TrendFigure> {
	const { indicator, place, windows, groups, shown } = view;
	const isPercent = indicator.unit === "percent";
	const unit = isPercent ? "%" : unitWords[indicator.unit];
	const decimals = isPercent ? 1 : 2;
	const name = `${indicator.title}, ${place.name}`;
	if (groups.length > 0) {
		return renderGroupFigure({
			title: `${name}, ${shown.run.window}${isPercent ? "" : `, ${unit}`}`,
			...{ unit, decimals },
			groups: groups.map(({ labels, observed, isMasked }) => ({
				label: Object.values(labels).join(", "),
				value: observed,
				isMasked,
			})),
		});
	}
	return renderTrendFigure({
		title: name,
		...{ unit, decimals, direction: null, standard: null },
		points: windows
			.filter(({ result }) => result.status !== "not-applicable")
			.map(({ run, result }) => ({
				periodEnd: run.windowEnd,
				label: run.window,
				...(result.status === "counted"
					? {
							value: result.observed,
							numerator: result.numerator ?? undefined,
							denominator: result.denominator ?? undefined,
							absence: result.isMasked ? ("masked" as const) : undefined,
						}
					: { value: null }),
			})),
	});
}
