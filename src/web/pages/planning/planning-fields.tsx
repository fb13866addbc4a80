import { CheckboxGroup } from "../../forms/choice-group.tsx";
import { DateField } from "../../forms/date-field.tsx";
import { findProblem } from "../../forms/form-problem.ts";
import { SelectField } from "../../forms/select-field.tsx";
import { TextArea } from "../../forms/text-area.tsx";
import { TextField } from "../../forms/text-field.tsx";
import type { FormState } from "../parts/form-page-state.ts";
import type { PlanningField } from "./planning-lists.ts";
import type { PlanningProps } from "./planning-props.ts";

/** The fields of one entry of a planning list, filled with what was typed or stands. */
export function PlanningFields(props: {
	readonly planning: PlanningProps;
	readonly fields: readonly PlanningField[];
	readonly form: FormState;
	/** What stands, or is proposed for a new entry. */
	readonly stands: Readonly<Record<string, unknown>>;
}) {
	return (
		<>
			{props.fields.map((field) => (
				<Field key={field.name} {...props} field={field} />
			))}
		</>
	);
}

function Field(props: {
	readonly planning: PlanningProps;
	readonly field: PlanningField;
	readonly form: FormState;
	readonly stands: Readonly<Record<string, unknown>>;
}) {
	const { planning, field, form, stands } = props;
	const { name, label, hint, optional } = field;
	const value = form.values[name] ?? textOf(field, stands);
	const common = { name, label, hint, optional, error: findProblem(form.problems, name) };
	switch (field.control) {
		case "hidden":
			return <input type="hidden" name={name} value={value} />;
		case "text":
			return <TextArea {...common} value={value} />;
		case "groups":
			return <TextArea {...common} rows={8} value={value} />;
		case "date":
			return <DateField {...common} value={value} />;
		case "select":
			return (
				<SelectField {...common} emptyLabel="- Choose -" options={field.options?.(planning) ?? []} value={value} />
			);
		case "checks": {
			const choices = field.options?.(planning) ?? [];
			if (choices.length === 0) return null;
			const chosen = stands[name];
			return <CheckboxGroup {...common} choices={choices} values={Array.isArray(chosen) ? chosen.map(String) : []} />;
		}
		case "whole":
		case "number":
			return <TextField {...common} inputMode="decimal" value={value} />;
		case "line":
			return <TextField {...common} value={value} />;
	}
}

function textOf(field: PlanningField, stands: Readonly<Record<string, unknown>>): string {
	if (field.control === "groups") {
		const { groups, values } = stands;
		if (!Array.isArray(groups) || !Array.isArray(values)) return "";
		return groups.map((group, index) => `${group}, ${values[index]}`).join("\n");
	}
	const value = stands[field.name];
	return value === null || value === undefined ? "" : String(value);
}
