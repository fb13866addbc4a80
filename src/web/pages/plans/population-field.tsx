import { Population, populationLabels } from "../../../domain/plan/population.ts";
import { CheckboxGroup } from "../../forms/choice-group.tsx";
import { BesideTheirs } from "./clash.tsx";
import type { FormValues } from "./plan-context.ts";
import { partAnchor } from "./plan-paths.ts";

/** Whose children a goal, strategy or milestone is for (SIP-45). */
export function PopulationField(props: {
	readonly kind: "goal" | "strategy" | "milestone";
	readonly id: string;
	readonly kept: readonly Population[];
	readonly values: FormValues;
}) {
	return (
		<BesideTheirs values={props.values} name="population">
			<CheckboxGroup
				name="population"
				id={partAnchor(props.kind, props.id, "population")}
				label="For the children of"
				hint="Leave all empty when it is for all children."
				choices={Population.options.map((value) => ({ value, label: populationLabels[value] }))}
				values={props.values.list("population", props.kept)}
			/>
		</BesideTheirs>
	);
}
