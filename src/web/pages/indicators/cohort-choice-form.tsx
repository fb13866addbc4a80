import { ChoiceForm, placeChoice, windowChoice } from "./choice-form.tsx";
import type { IndicatorRunProps, PlaceProps } from "./indicator-props.ts";

/** Which place, cohort, window and children: of the curves by month and of the steps. */
export function CohortChoiceForm(props: {
	readonly places: readonly PlaceProps[];
	readonly place: PlaceProps;
	readonly cohort: "entry" | "exit";
	readonly windows: readonly { readonly window: string; readonly label: string }[];
	readonly groups: readonly { readonly group: string; readonly label: string }[];
	readonly group: string;
	readonly run: IndicatorRunProps;
	readonly isPublic: boolean;
}) {
	return (
		<ChoiceForm
			action="/indicators/curves"
			kept={{ public: props.isPublic ? "1" : undefined }}
			choices={[
				placeChoice(props.places, props.place.id),
				{
					...{ name: "cohort", label: "Cohort", value: props.cohort },
					options: [
						{ value: "entry", label: "Entered care" },
						{ value: "exit", label: "Left care" },
					],
				},
				windowChoice(props.windows, props.run.window),
				{
					...{ name: "group", label: "Children", value: props.group },
					options: props.groups.map((each) => ({ value: each.group, label: each.label })),
				},
			]}
		/>
	);
}
