import { TextArea } from "../../forms/text-area.tsx";
import { BesideTheirs } from "./clash.tsx";
import type { FormValues } from "./plan-context.ts";

/** One text of a guided step, beside what somebody else saved in it meanwhile. */
export function WrittenStep(props: {
	readonly name: string;
	readonly id?: string | undefined;
	readonly label: string;
	readonly hint?: string | undefined;
	readonly rows?: number | undefined;
	readonly values: FormValues;
	readonly kept: string;
}) {
	const { name, values, kept } = props;
	return (
		<BesideTheirs values={values} name={name}>
			<TextArea
				name={name}
				id={props.id}
				label={props.label}
				hint={props.hint}
				rows={props.rows ?? 3}
				optional
				value={values.text(name, kept)}
				error={values.problem(name)}
			/>
		</BesideTheirs>
	);
}
