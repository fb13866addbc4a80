import { formatDate } from "../../../domain/calendar/plain-date.ts";
import { trackLabels, WorkTrack } from "../../../domain/pip/pip-rules.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { DateField } from "../../forms/date-field.tsx";
import { SelectField } from "../../forms/select-field.tsx";
import { TextArea } from "../../forms/text-area.tsx";
import { TextField } from "../../forms/text-field.tsx";
import { StatusTag } from "../parts/status-tag.tsx";
import { PipForm, pipFields } from "./pip-form.tsx";
import type { PipProps } from "./pip-props.ts";

/** The work plan on its three tracks: what is done by when and by whom, what is late, what came of it. */
export function WorkPlanSection(pip: PipProps & { readonly today: string }) {
	const { view, mayWrite } = pip;
	const steps = WorkTrack.options.flatMap((track) => view.tracks[track]);
	const done = steps.filter(({ doneOn }) => doneOn !== null).length;
	return (
		<section aria-labelledby="work-plan">
			<h2 id="work-plan">Work plan and schedule</h2>
			<p>
				{done} of {steps.length} steps are done.
			</p>
			{WorkTrack.options.map((track) => (
				<section key={track} aria-labelledby={`track-${track}`}>
					<h3 id={`track-${track}`}>{trackLabels[track]}</h3>
					{view.tracks[track].length === 0 ? <p>There is no step on this track yet.</p> : null}
					<ol className="usa-list">
						{view.tracks[track].map((step) => (
							<li key={step.id} id={`step-${step.id}`}>
								<StepWords step={step} today={pip.today} />
								{mayWrite ? <StepForm pip={pip} step={step} track={track} /> : null}
							</li>
						))}
					</ol>
				</section>
			))}
			{mayWrite ? <StepForm pip={pip} step={undefined} track="engagement" /> : null}
		</section>
	);
}

function StepWords({ step, today }: { readonly step: Fact<"work-step">; readonly today: string }) {
	const late = step.doneOn === null && step.dueOn !== null && step.dueOn < today;
	return (
		<>
			<strong>{step.label}</strong>
			<br />
			{[
				step.dueOn ? `By ${formatDate(step.dueOn)}` : "",
				step.assignedTo,
				step.doneOn ? `Done ${formatDate(step.doneOn)}` : "",
			]
				.filter(Boolean)
				.join(". ")}
			{late ? (
				<>
					{" "}
					<StatusTag tone="bad">Late</StatusTag>
				</>
			) : null}
			{step.note ? <p className="long-text margin-y-05">{step.note}</p> : null}
		</>
	);
}

function StepForm(props: {
	readonly pip: PipProps;
	readonly step: Fact<"work-step"> | undefined;
	readonly track: WorkTrack;
}) {
	const { pip, step, track } = props;
	const key = step ? `step-${step.id}` : "new-step";
	const { values, field } = pipFields(pip.plan, key);
	return (
		<details open={values.isBack}>
			<summary className={step ? "padding-y-05" : "text-bold padding-y-1"}>
				{step ? (
					<>
						Change<span className="usa-sr-only">: {step.label}</span>
					</>
				) : (
					"Add a step"
				)}
			</summary>
			<PipForm
				plan={pip.plan}
				verb="work-steps"
				formKey={key}
				button={step ? "Save the step" : "Add the step"}
				hidden={step ? { stepId: step.id, version: step.version, track } : {}}
			>
				{step ? null : (
					<SelectField
						{...field("track", track)}
						label="Track"
						options={WorkTrack.options.map((value) => ({ value, label: trackLabels[value] }))}
					/>
				)}
				<TextField {...field("label", step?.label ?? "")} label="Step" />
				<DateField {...field("dueOn", step?.dueOn ?? "")} label="Due" optional />
				<TextField {...field("assignedTo", step?.assignedTo ?? "")} label="Person responsible" optional />
				<DateField {...field("doneOn", step?.doneOn ?? "")} label="Done on" optional />
				<TextArea
					{...field("note", step?.note ?? "")}
					label="What came of it"
					hint="Who took part, what they said, where it is kept"
					optional
					rows={3}
				/>
			</PipForm>
		</details>
	);
}
