import { formatDate, isPlainDate, plainDate } from "../../../domain/calendar/plain-date.ts";
import {
	RenegotiationAnswer,
	type RenegotiationLine,
	renegotiationAnswerLabels,
} from "../../../domain/pip/renegotiation.ts";
import { wholePartDetails, wholePartLabels } from "../../../domain/pip/whole-parts.ts";
import { DateField } from "../../forms/date-field.tsx";
import { SelectField } from "../../forms/select-field.tsx";
import { TextArea } from "../../forms/text-area.tsx";
import { TextField } from "../../forms/text-field.tsx";
import { StatusTag } from "../parts/status-tag.tsx";
import { shorten } from "../plans/plan-words.ts";
import { PipForm, pipFields } from "./pip-form.tsx";
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
			{mayWrite && pip.places.length > 0 ? <AddForm {...pip} /> : null}
		</section>
	);
}

const shown = (text: string) => (isPlainDate(text) ? formatDate(plainDate(text)) : text || "Nothing");

function Line({ pip, line }: { readonly pip: PipProps; readonly line: RenegotiationLine }) {
	const { renegotiation, name, effect, parts } = line;
	const { before, after, reason, askedOn, answer, answeredOn, answeredBy, letter } = renegotiation;
	const entries: readonly (readonly [string, string])[] = [
		...(parts.length > 0
			? []
			: [["Before", shown(before)] as const, [answer === "agreed" ? "Now" : "Asked for", shown(after)] as const]),
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
			{parts.length > 0 ? <WholeParts pip={pip} line={line} /> : null}
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

const wholeWords = {
	added: { asked: "Asked to be added", agreed: "Added" },
	takenOut: { asked: "Asked to be taken out", agreed: "Taken out, as it stood on that day" },
} as const;

/** What is added or taken out, with all below it: it stays readable here when it is in the plan no more. */
function WholeParts({
	pip,
	line: { renegotiation, parts },
}: {
	readonly pip: PipProps;
	readonly line: RenegotiationLine;
}) {
	const words = wholeWords[renegotiation.field === "added" ? "added" : "takenOut"];
	return (
		<>
			<p className="text-bold margin-bottom-0">{renegotiation.answer === "agreed" ? words.agreed : words.asked}</p>
			<ul className="usa-list">
				{parts.map((part) => (
					<li key={part.partId} className="long-text">
						<strong>{[wholePartLabels[part.partKind], part.number].filter(Boolean).join(" ")}</strong>:{" "}
						{part.statement || "No text"} {wholePartDetails(part, pip.rules.statuses).join(" ")}
					</li>
				))}
			</ul>
		</>
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
	const { values, field } = pipFields(pip.plan, key);
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
					{...field("answer", "agreed")}
					label="What came of it"
					options={RenegotiationAnswer.options.map((value) => ({ value, label: renegotiationAnswerLabels[value] }))}
				/>
				<DateField {...field("answeredOn")} label="On which day" />
				<TextField
					{...field("answeredBy")}
					label="Who agreed"
					hint="Names, of the State and of the federal agency"
					optional
				/>
				<TextField {...field("letter")} label="Letter, and where it is kept" optional />
			</PipForm>
		</details>
	);
}

function AskForm({ plan, parts }: PipProps) {
	const key = "renegotiation";
	const { values, field } = pipFields(plan, key);
	return (
		<details open={values.isBack}>
			<summary className="text-bold padding-y-05">Ask to negotiate a part anew</summary>
			<PipForm plan={plan} verb="renegotiations" formKey={key} button="Record what was asked">
				<SelectField
					{...field("part")}
					label="What is negotiated anew"
					options={parts.map((part) => ({
						value: [part.kind, part.id, part.field].join(" "),
						label: `${part.name} (now: ${shorten(shown(part.now), 60)})`,
					}))}
				/>
				<TextArea
					{...field("after")}
					label="What it should say"
					hint="The new text; for a day, month, day and year, for example 6/30/2027; for what a goal addresses, all its codes. Leave it empty where a part is taken out"
					rows={3}
				/>
				<TextArea {...field("reason")} label="Why" hint="What has changed since the plan was agreed" rows={3} />
				<DateField {...field("askedOn")} label="Asked on" />
			</PipForm>
		</details>
	);
}

function AddForm({ plan, places }: PipProps) {
	const key = "addition";
	const { values, field } = pipFields(plan, key);
	return (
		<details open={values.isBack}>
			<summary className="text-bold padding-y-05">Ask to add a goal, strategy or key activity</summary>
			<PipForm plan={plan} verb="additions" formKey={key} button="Record what was asked">
				<SelectField
					{...field("part")}
					label="What is added"
					options={places.map(({ kind, underId, name }) => ({
						value: [kind, underId ?? ""].join(" ").trim(),
						label: shorten(name, 110),
					}))}
				/>
				<TextArea {...field("after")} label="Its text" rows={3} />
				<TextField {...field("codes")} label="Of a goal: what it addresses" hint="Codes, for example S1, 1" optional />
				<TextArea {...field("rationale")} label="Of a strategy: why it should work" rows={2} optional />
				<DateField {...field("dueOn")} label="Of a key activity: projected completion" optional />
				<TextField {...field("assignedTitle")} label="Of a key activity: who is responsible" optional />
				<TextArea {...field("reason")} label="Why" hint="What has changed since the plan was agreed" rows={3} />
				<DateField {...field("askedOn")} label="Asked on" />
			</PipForm>
		</details>
	);
}
