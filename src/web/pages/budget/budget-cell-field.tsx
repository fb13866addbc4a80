import { fieldId } from "../../forms/form-problem.ts";
import { SelectField } from "../../forms/select-field.tsx";
import { TextArea } from "../../forms/text-area.tsx";
import { TextField } from "../../forms/text-field.tsx";
import { BesideTheirs } from "../plans/clash.tsx";
import type { FormValues } from "../plans/plan-context.ts";
import { type BudgetCellProps, cellNames } from "./budget-props.ts";

/** A cell of the form: its field, or what stands in it for those who only read. Totals are there to be seen, never to be typed. */
export function BudgetCellField(props: {
	readonly cell: BudgetCellProps;
	readonly label: string;
	readonly values: FormValues;
	readonly mayWrite: boolean;
}) {
	const { cell, label, values, mayWrite } = props;
	const names = cellNames(cell.cell);
	const id = fieldId(cell.cell);
	if (!mayWrite) {
		return (
			<p id={id} className="margin-y-05">
				<span className="text-bold">{label}:</span> {shown(cell)}
			</p>
		);
	}
	if (cell.computed) {
		return <TextField id={id} name={names.total} label={`${label} (worked out)`} value={cell.typed} readOnly />;
	}
	const field = {
		...{ id, name: names.text, label, error: values.problem(names.text) },
		value: values.text(names.text, cell.typed),
	};
	return (
		<BesideTheirs values={values} name={names.text}>
			<input
				type="hidden"
				name={names.version}
				value={values.version(names.version, cell.version)}
				data-version="true"
			/>
			{cell.kind === "text" ? (
				<TextArea {...field} rows={2} />
			) : cell.kind === "yes-no" ? (
				<SelectField
					{...field}
					emptyLabel="Not stated"
					options={[
						{ value: "yes", label: "Yes" },
						{ value: "no", label: "No" },
					]}
				/>
			) : (
				<TextField {...field} inputMode={cell.kind === "count" ? "numeric" : "decimal"} width="lg" />
			)}
		</BesideTheirs>
	);
}

function shown({ kind, typed }: BudgetCellProps): string {
	if (typed === "") return "(empty)";
	if (kind === "dollars") return typed.startsWith("-") ? `-$${typed.slice(1)}` : `$${typed}`;
	return kind === "percent" ? `${typed} percent` : typed;
}
