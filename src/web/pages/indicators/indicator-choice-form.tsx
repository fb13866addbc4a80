import { describePeriod } from "../../../domain/measure/describe-period.ts";
import { SelectField } from "../../forms/select-field.tsx";
import type { IndicatorPageProps } from "./indicator-page.tsx";
import { groupingLabels } from "./indicator-props.ts";

/** Which place and window, and by which groups. Works without script. */
export function IndicatorChoiceForm(props: IndicatorPageProps) {
	const { indicator, choices, places, place, windows, shown } = props;
	const groupings = Object.entries(groupingLabels).map(([value, label]) => ({ value, label }));
	return (
		<form method="get" action={`/indicators/${indicator.id}`} className="indicator-choices">
			<SelectField
				name="place"
				label="Place"
				options={places.map(({ id, name }) => ({ value: id, label: name }))}
				value={place.id}
			/>
			<SelectField
				name="window"
				label="Window"
				options={windows
					.filter(({ result }) => result.status !== "not-applicable")
					.map(({ run }) => ({
						value: run.window,
						label: `${run.window}, ${describePeriod(run.windowStart, run.windowEnd)}`,
					}))}
				value={shown.run.window}
			/>
			<SelectField name="by" label="Table by" emptyLabel="Period" options={groupings} value={choices.by ?? ""} />
			<SelectField name="by2" label="Crossed with" emptyLabel="Nothing" options={groupings} value={choices.by2 ?? ""} />
			{choices.isPublic ? <input type="hidden" name="public" value="1" /> : null}
			<button type="submit" className="usa-button">
				Show
			</button>
		</form>
	);
}
