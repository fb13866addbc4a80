import { CheckboxGroup } from "../../../forms/choice-group.tsx";
import { DateField } from "../../../forms/date-field.tsx";
import { SelectField } from "../../../forms/select-field.tsx";
import { TextArea } from "../../../forms/text-area.tsx";
import { TextField } from "../../../forms/text-field.tsx";
import { BesideTheirs } from "../clash.tsx";
import type { FormValues, PlanContext } from "../plan-context.ts";
import type { EntryField, PlanList } from "./plan-list.ts";

/** The controls of one entry, empty or filled in. */
export function EntryFields(props: {
	readonly plan: PlanContext;
	readonly list: PlanList;
	readonly values: FormValues;
	readonly entry?: Readonly<Record<string, unknown>> | undefined;
}) {
	const { plan, list, values, entry } = props;
	return list.fields.map((field) => (
		<BesideTheirs key={field.name} values={values} name={field.name}>
			<Control plan={plan} field={field} values={values} kept={entry?.[field.name]} />
		</BesideTheirs>
	));
}

function Control(props: {
	readonly plan: PlanContext;
	readonly field: EntryField;
	readonly values: FormValues;
	readonly kept: unknown;
}) {
	const { plan, field, values, kept } = props;
	const { name, label, hint, optional } = field;
	const common = { name, label, hint, optional, error: values.problem(name) };
	const text = values.text(name, kept === null || kept === undefined ? "" : String(kept));
	switch (field.control) {
		case "line":
			return <TextField {...common} value={text} width="2xl" autoComplete="off" />;
		case "number":
			return <TextField {...common} value={text} width="sm" inputMode="numeric" autoComplete="off" />;
		case "dollars": {
			const dollars = values.text(name, typeof kept === "number" ? (kept / 100).toFixed(2) : "");
			return <TextField {...common} value={dollars} width="sm" inputMode="decimal" autoComplete="off" />;
		}
		case "text":
			return <TextArea {...common} value={text} />;
		case "date":
			return <DateField {...common} value={text} />;
		case "select":
			return (
				<SelectField {...common} value={text} options={field.choices?.(plan) ?? []} emptyLabel={field.emptyLabel} />
			);
		case "checks": {
			const choices = field.choices?.(plan) ?? [];
			if (choices.length === 0) return null;
			const chosen = values.list(name, Array.isArray(kept) ? kept.map(String) : []);
			return <CheckboxGroup {...common} choices={choices} values={chosen} />;
		}
	}
}
