import { describePeriod } from "../../../domain/measure/describe-period.ts";
import { ChoiceForm, placeChoice, windowChoice } from "./choice-form.tsx";
import type { IndicatorPageProps } from "./indicator-page.tsx";
import { groupingLabels } from "./indicator-props.ts";

/** Which place and window, and by which groups. */
export function IndicatorChoiceForm(props: IndicatorPageProps) {
	const { indicator, choices, places, place, windows, shown } = props;
	const groupings = Object.entries(groupingLabels)
		.filter(([name]) => props.groupings.some((each) => each === name))
		.map(([value, label]) => ({ value, label }));
	const named = windows
		.filter(({ result }) => result.status !== "not-applicable")
		.map(({ run }) => ({
			window: run.window,
			label: `${run.window}, ${describePeriod(run.windowStart, run.windowEnd)}`,
		}));
	const crossed = { name: "by2", label: "Crossed with", emptyLabel: "Nothing", options: groupings };
	return (
		<ChoiceForm
			action={`/indicators/${indicator.id}`}
			kept={{ public: choices.isPublic ? "1" : undefined }}
			choices={[
				placeChoice(places, place.id),
				windowChoice(named, shown.run.window),
				{ name: "by", label: "Table by", emptyLabel: "Period", options: groupings, value: choices.by ?? "" },
				...(props.mayCross ? [{ ...crossed, value: choices.by2 ?? "" }] : []),
			]}
		/>
	);
}
