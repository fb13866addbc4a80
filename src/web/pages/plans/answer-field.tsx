import type { EditionField } from "../../../domain/document/edition.ts";
import type { Answers } from "../../../domain/plan/plan-graph.ts";
import { Checkbox } from "../../forms/choice-group.tsx";
import { DateField } from "../../forms/date-field.tsx";
import { fieldId } from "../../forms/form-problem.ts";
import { TextArea } from "../../forms/text-area.tsx";
import { TextField } from "../../forms/text-field.tsx";
import { BesideTheirs } from "./clash.tsx";
import { BlockTalk } from "./drafting/block-talk.tsx";
import { PartChecks } from "./part-checks.tsx";
import type { FormValues, PlanContext } from "./plan-context.ts";

/** The names of an answer's controls: its text, its "none" box, and the version that the text was made from. */
export const answerNames = (field: string) => ({ text: field, none: `none:${field}`, version: `version:${field}` });

/** The field holds one day. */
export function isDay(field: EditionField): boolean {
	return field.type === "date" || field.type === "quarter-end";
}

/** One field of the edition's form, with its help, and the box for "none" where the edition takes that for an answer. */
export function AnswerField(props: {
	readonly plan: PlanContext;
	/** The document or component that the field is about. */
	readonly about: string;
	readonly field: EditionField;
	readonly answers: Answers;
	readonly values: FormValues;
}) {
	const { field, values } = props;
	const answer = props.answers.get(field.id);
	const names = answerNames(field.id);
	const kept = answer?.value ?? "";
	const common = {
		name: names.text,
		label: (
			<>
				{field.label}
				{field.required ? null : <span className="usa-hint"> (if it applies)</span>}
			</>
		),
		hint: field.help,
		error: values.problem(names.text),
	};
	const value = values.text(names.text, kept);
	return (
		<BesideTheirs values={values} name={names.text}>
			<div>
				<PartChecks plan={props.plan} ids={[props.about]} about={(each) => each === field.id} />
				{control(field, common, value)}
				{field.noneAllowed ? (
					<Checkbox
						name={names.none}
						id={fieldId(names.none)}
						label={
							<>
								There is none. Leave the text above empty.<span className="usa-sr-only"> {field.label}</span>
							</>
						}
						checked={values.list(names.none, answer?.none ? ["yes"] : []).includes("yes")}
					/>
				) : null}
				<FieldTalk plan={props.plan} about={props.about} field={field} />
			</div>
		</BesideTheirs>
	);
}

/** What is said on a field of the form, of the document or of one component. */
export function FieldTalk(props: { readonly plan: PlanContext; readonly about: string; readonly field: EditionField }) {
	const { plan, about, field } = props;
	if (field.from !== "answer") return null;
	const aboutKind = field.scope === "document" ? "document" : "focus-area";
	return <BlockTalk plan={plan} about={{ aboutKind, aboutId: about, field: field.id }} thing={field.label} />;
}

function control(field: EditionField, common: Parameters<typeof TextField>[0], value: string) {
	switch (field.type) {
		case "text":
			return <TextArea {...common} value={value} rows={field.id.startsWith("cover.") ? 3 : 8} />;
		case "date":
		case "quarter-end":
			return <DateField {...common} value={value} hint={<>{common.hint} Month/day/year.</>} />;
		case "email":
			return <TextField {...common} value={value} type="email" autoComplete="off" />;
		case "phone":
			return <TextField {...common} value={value} type="tel" autoComplete="off" />;
		default:
			return <TextField {...common} value={value} width="2xl" />;
	}
}
