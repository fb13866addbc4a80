import { SelectField } from "../../forms/select-field.tsx";

export type Choice = {
	/** As the address has it. */
	readonly name: string;
	readonly label: string;
	readonly options: readonly { readonly value: string; readonly label: string }[];
	readonly value: string;
	/** What no choice means; left out where one must be chosen. */
	readonly emptyLabel?: string | undefined;
};

/** Chooses what a page of indicators shows. The choices come into its address, so it works without script. */
export function ChoiceForm(props: {
	readonly action: string;
	readonly choices: readonly Choice[];
	/** Parts of the address that stay as they are. */
	readonly kept?: Readonly<Record<string, string | undefined>>;
}) {
	const kept = Object.entries(props.kept ?? {}).filter(([, value]) => value !== undefined);
	return (
		<form method="get" action={props.action} className="indicator-choices">
			{kept.map(([name, value]) => (
				<input key={name} type="hidden" name={name} value={value} />
			))}
			{props.choices.map((each) => (
				<SelectField key={each.name} {...each} />
			))}
			<button type="submit" className="usa-button usa-button--outline">
				Show
			</button>
		</form>
	);
}

/** The choice of a place. */
export function placeChoice(places: readonly { readonly id: string; readonly name: string }[], value: string): Choice {
	return { name: "place", label: "Place", options: places.map(({ id, name }) => ({ value: id, label: name })), value };
}

/** The choice of a window: "23A23B, 12 months ending September 30, 2023". */
export function windowChoice(
	windows: readonly { readonly window: string; readonly label: string }[],
	value: string,
): Choice {
	const options = windows.map(({ window, label }) => ({ value: window, label }));
	return { name: "window", label: "Window", options, value };
}
