import type { EditionField } from "../../../domain/document/edition.ts";
import type { Answers } from "../../../domain/plan/plan-graph.ts";
import { Checkbox } from "../../forms/choice-group.tsx";
import { DateField } from "../../forms/date-field.tsx";
import { fieldId } from "../../forms/form-problem.ts";
import { TextArea } from "../../forms/text-area.tsx";
import { TextField } from "../../forms/text-field.tsx";
import { StatusTag } from "../parts/status-tag.tsx";
import { BesideTheirs } from "./clash.tsx";
import { BlockTalk } from "./drafting/block-talk.tsx";
import { PartChecks } from "./part-checks.tsx";
import type { FormValues, PlanContext } from "./plan-context.ts";
import { sharePath } from "./plan-paths.ts";

/** The names of an answer's controls: its text, its boxes for "none" and "no change", and the version that the text was made from. */
export const answerNames = (field: string) => ({
	text: field,
	none: `none:${field}`,
	noChange: `nochange:${field}`,
	version: `version:${field}`,
});

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
				<ItemMarks field={field} answers={props.answers} plan={props.plan} />
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
				{field.noChangeAllowed ? (
					<Checkbox
						name={names.noChange}
						id={fieldId(names.noChange)}
						label={
							<>
								No change since the last submission. The text above is kept and not printed.
								<span className="usa-sr-only"> {field.label}</span>
							</>
						}
						checked={values.list(names.noChange, answer?.noChange ? ["yes"] : []).includes("yes")}
					/>
				) : null}
				<FieldTalk plan={props.plan} about={props.about} field={field} />
			</div>
		</BesideTheirs>
	);
}

/** Above a field: its number in the authority's outline, what it serves, and whether its text was carried over or is another's. */
function ItemMarks(props: { readonly field: EditionField; readonly answers: Answers; readonly plan: PlanContext }) {
	const { field, answers, plan } = props;
	if (!field.item) return null;
	const answer = answers.get(field.id);
	return (
		<p className="margin-bottom-0 margin-top-3">
			<strong>{field.item}</strong>{" "}
			<span className="usa-hint">
				{(field.cites ?? []).join("; ")}
				{field.mark === "known" ? " (known, no source was read)" : ""}
			</span>{" "}
			{answer?.carried ? <StatusTag tone="waiting">Carried over, not yet touched</StatusTag> : null}
			{answer?.sameAs ? <StatusTag tone="quiet">Text of another document</StatusTag> : null}
			{field.scope === "document" && plan.mayWrite && field.type === "text" ? (
				<>
					{" "}
					<a className="usa-link" href={sharePath(plan.graph.document.id, field.id)}>
						{answer?.sameAs ? "See where it is from" : "Use a text of another document"}
						<span className="usa-sr-only"> for {field.label}</span>
					</a>
				</>
			) : null}
		</p>
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
