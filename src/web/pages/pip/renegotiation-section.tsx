import { formatDate, isPlainDate, plainDate } from "../../../domain/calendar/plain-date.ts";
import {
	RenegotiationAnswer,
	type RenegotiationLine,
	renegotiationAnswerLabels,
} from "../../../domain/pip/renegotiation.ts";
import { DateField } from "../../forms/date-field.tsx";
import { SelectField } from "../../forms/select-field.tsx";
import { TextArea } from "../../forms/text-area.tsx";
import { TextField } from "../../forms/text-field.tsx";
import { StatusTag } from "../parts/status-tag.tsx";
import { formValues } from "../plans/plan-context.ts";
import { PipForm, pipFieldId } from "./pip-form.tsx";
import type { PipProps } from "./pip-props.ts";

/** What of the plan in force is negotiated anew: what it said, what it says, why, who agreed, and what moves with it. */
export function RenegotiationSection(pip: PipProps) {
	const { view, parts, mayWrite } = pip;
	const lines = view.renegotiations;
	if (lines.length === 0 && parts.length === 0) return null;
	return (
		<section aria-labelledby="renegotiation">
			<h2 id="renegotiation">Renegotiation</h2>
			<p className="measure-5">
				State and federal agency can change the plan in force together. It must still answer every area, within the
				limits of the clock; time beyond two years is an extension. Nothing changes before it is agreed (45 CFR
				1355.35).
			</p>
			{lines.length === 0 ? <p>Nothing was negotiated anew.</p> : null}
			{lines.map((line) => (
				<Line key={line.renegotiation.id} pip={pip} line={line} />
			))}
			{mayWrite && parts.length > 0 ? <AskForm {...pip} /> : null}
		</section>
	);
}

const shown = (text: string) => (isPlainDate(text) ? formatDate(plainDate(text)) : text || "Nothing");

function Line({ pip, line }: { readonly pip: PipProps; readonly line: RenegotiationLine }) {
	const { renegotiation, name, effect } = line;
	const { before, after, reason, askedOn, answer, answeredOn, answeredBy, letter } = renegotiation;
	const entries: readonly (readonly [string, string])[] = [
		["Before", shown(before)],
		[answer === "agreed" ? "Now" : "Asked for", shown(after)],
		["Why", reason],
		["Effect", effect],
		["Asked on", formatDate(askedOn)],
		...(answer && answeredOn
			? [
					[
						renegotiationAnswerLabels[answer],
						[formatDate(answeredOn), answeredBy, letter].filter(Boolean).join(". "),
					] as const,
				]
			: []),
	];
	return (
		<section aria-labelledby={`renegotiation-${renegotiation.id}`}>
			<h3 id={`renegotiation-${renegotiation.id}`}>{name}</h3>
			<p>
				<StatusTag tone={answer === "agreed" ? "good" : answer ? "quiet" : "waiting"}>
					{answer ? renegotiationAnswerLabels[answer] : "Waits for the federal agency"}
				</StatusTag>
			</p>
			<dl>
				{entries.map(([label, value]) => (
					<div key={label}>
						<dt className="text-bold">{label}</dt>
						<dd className="margin-left-0 long-text">{value}</dd>
					</div>
				))}
			</dl>
			{answer === null && pip.mayWrite ? <AnswerForm pip={pip} line={line} /> : null}
		</section>
	);
}

function AnswerForm({
	pip,
	line: { renegotiation, name },
}: {
	readonly pip: PipProps;
	readonly line: RenegotiationLine;
}) {
	const key = `answer-${renegotiation.id}`;
	const values = formValues(pip.plan.typed, key);
	const id = (field: string) => pipFieldId(key, field);
	return (
		<details open={values.isBack}>
			<summary className="padding-y-05">
				Record what came of it<span className="usa-sr-only">: {name}</span>
			</summary>
			<PipForm
				plan={pip.plan}
				verb={`renegotiations/${renegotiation.id}/answer`}
				formKey={key}
				button="Record the answer"
				hidden={{ version: renegotiation.version }}
			>
				<SelectField
					name="answer"
					id={id("answer")}
					label="What came of it"
					options={RenegotiationAnswer.options.map((value) => ({ value, label: renegotiationAnswerLabels[value] }))}
					value={values.text("answer", "agreed")}
					error={values.problem("answer")}
				/>
				<DateField
					name="answeredOn"
					id={id("answeredOn")}
					label="On which day"
					value={values.text("answeredOn", "")}
					error={values.problem("answeredOn")}
				/>
				<TextField
					name="answeredBy"
					id={id("answeredBy")}
					label="Who agreed"
					hint="Names, of the State and of the federal agency"
					optional
					value={values.text("answeredBy", "")}
					error={values.problem("answeredBy")}
				/>
				<TextField
					name="letter"
					id={id("letter")}
					label="Letter, and where it is kept"
					optional
					value={values.text("letter", "")}
					error={values.problem("letter")}
				/>
			</PipForm>
		</details>
	);
}

function AskForm({ plan, parts }: PipProps) {
	const key = "renegotiation";
	const values = formValues(plan.typed, key);
	const id = (field: string) => pipFieldId(key, field);
	const short = (text: string) => (text.length > 60 ? `${text.slice(0, 59)}…` : text);
	return (
		<details open={values.isBack}>
			<summary className="text-bold padding-y-05">Ask to negotiate a part anew</summary>
			<PipForm plan={plan} verb="renegotiations" formKey={key} button="Record what was asked">
				<SelectField
					name="part"
					id={id("part")}
					label="What is negotiated anew"
					options={parts.map((part) => ({
						value: [part.kind, part.id, part.field].join(" "),
						label: `${part.name} (now: ${short(shown(part.now))})`,
					}))}
					value={values.text("part", "")}
					error={values.problem("part")}
				/>
				<TextArea
					name="after"
					id={id("after")}
					label="What it should say"
					hint="The new text; for a day, month, day and year, for example 6/30/2027; for what a goal addresses, all its codes"
					rows={3}
					value={values.text("after", "")}
					error={values.problem("after")}
				/>
				<TextArea
					name="reason"
					id={id("reason")}
					label="Why"
					hint="What has changed since the plan was agreed"
					rows={3}
					value={values.text("reason", "")}
					error={values.problem("reason")}
				/>
				<DateField
					name="askedOn"
					id={id("askedOn")}
					label="Asked on"
					value={values.text("askedOn", "")}
					error={values.problem("askedOn")}
				/>
			</PipForm>
		</details>
	);
}
