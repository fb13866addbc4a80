import { formatDate } from "../../../domain/calendar/plain-date.ts";
import { clockEventLabels, phaseLabels } from "../../../domain/pip/pip-clock.ts";
import type { ClockLine } from "../../../domain/pip/pip-view.ts";
import { Alert } from "../../forms/alert.tsx";
import { DateField } from "../../forms/date-field.tsx";
import { SelectField } from "../../forms/select-field.tsx";
import { TextArea } from "../../forms/text-area.tsx";
import { TextField } from "../../forms/text-field.tsx";
import { DataTable } from "../parts/data-table.tsx";
import { StatusTag } from "../parts/status-tag.tsx";
import { planPath } from "../plans/plan-paths.ts";
import { CorrectionForms } from "./correction-forms.tsx";
import { PipForm, pipFields } from "./pip-form.tsx";
import type { PipProps } from "./pip-props.ts";

/** The clocks of a PIP: where it stands, each day with its arithmetic, what moved them and why. */
export function ClockSection(pip: PipProps) {
	const { view, rules, plan, events } = pip;
	const { state } = view;
	return (
		<section aria-labelledby="clock">
			<h2 id="clock">Clock</h2>
			<p>
				<strong>{phaseLabels[state.phase]}.</strong>{" "}
				{state.noticeOn ? `Notice received ${formatDate(state.noticeOn)}. ` : ""}
				{state.submittedOn ? `Submitted ${formatDate(state.submittedOn)}. ` : ""}
				{state.resubmittedOn ? `Resubmitted ${formatDate(state.resubmittedOn)}. ` : ""}
				{state.approvedOn ? `In force since ${formatDate(state.approvedOn)}. ` : ""}
				{state.completedOn ? `Completed ${formatDate(state.completedOn)}.` : ""}
			</p>
			{view.clockFault ? (
				<Alert kind="warning" title="Something recorded does not fit" level={3}>
					{view.clockFault}
				</Alert>
			) : null}
			{view.limits.askedLate ? (
				<Alert kind="warning" title="The extension was asked for late" level={3}>
					A request must be received at least {rules.clock.extension?.askAheadDays} days ahead.
				</Alert>
			) : null}
			{view.clocks.length > 0 || view.limitLines.length > 0 ? (
				<DataTable
					caption="Days worked out, with their arithmetic"
					label="Days worked out, with their arithmetic"
					columns={[{ label: "What" }, { label: "Day" }, { label: "Arithmetic" }, { label: "How it stands" }]}
					rows={[
						...view.clocks.map((line) => ({
							key: `${line.label}-${line.clock.from}`,
							cells: [line.label, formatDate(line.dueOn), line.arithmetic, <Standing key="standing" line={line} />],
						})),
						...view.limitLines.map(({ label, on, arithmetic }) => ({
							key: label,
							cells: [label, formatDate(on), arithmetic, "–"],
						})),
						...(state.approvedOn
							? [
									{
										key: "non-overlap",
										cells: [
											"End of measurement",
											formatDate(view.nonOverlapEnd),
											`${formatDate(view.implementationEnd)} + ${pip.terms?.nonOverlapMonths ?? 0} months`,
											"Measurement only: no key activity is dated in this time.",
										],
									},
								]
							: []),
					]}
				/>
			) : null}
			<p className="measure-5 text-base-darker">
				{rules.clock.note} Source: {rules.clock.source}.
			</p>
			{events.length > 0 ? (
				<>
					<h3>What moved the clock</h3>
					<ul className="usa-list">
						{events.map((event) => (
							<li key={event.id}>
								{formatDate(event.on)}: {clockEventLabels[event.eventKind]}
								{event.months ? `, ${event.months} months` : ""}
								{event.reason ? ` (${event.reason})` : ""}
								{pip.mayWrite ? <EventCorrection plan={plan} event={event} /> : null}
							</li>
						))}
					</ul>
				</>
			) : null}
			<p>
				Submission and the federal agency’s answer are taken from the{" "}
				<a className="usa-link" href={planPath(plan.graph.document.id)}>
					steps of the plan
				</a>
				.
			</p>
			{pip.mayWrite && pip.openEvents.length > 0 ? <EventForm {...pip} /> : null}
		</section>
	);
}

function Standing({ line }: { readonly line: ClockLine }) {
	const { clock, stopped, daysLeft, late } = line;
	if (clock.doneOn) {
		return (
			<>
				Done {formatDate(clock.doneOn)} {late ? <StatusTag tone="bad">Late</StatusTag> : null}
			</>
		);
	}
	if (stopped) return <StatusTag tone="waiting">Stopped: {days(daysLeft ?? 0)} left</StatusTag>;
	if (late) return <StatusTag tone="bad">{days(-(daysLeft ?? 0))} past</StatusTag>;
	return <>{days(daysLeft ?? 0)} left</>;
}

function days(count: number): string {
	return count === 1 ? "1 day" : `${count} days`;
}

function EventCorrection({ plan, event }: Pick<PipProps, "plan"> & { readonly event: PipProps["events"][number] }) {
	const key = `event-${event.id}`;
	const { field } = pipFields(plan, key);
	return (
		<CorrectionForms
			plan={plan}
			verb={`clock/${event.id}`}
			formKey={key}
			version={event.version}
			about={`${clockEventLabels[event.eventKind]}, ${formatDate(event.on)}`}
		>
			<DateField {...field("on", event.on)} label="On which day" />
			{event.eventKind === "extension-granted" ? (
				<TextField
					{...field("months", String(event.months ?? ""))}
					label="Months granted"
					width="xs"
					inputMode="numeric"
				/>
			) : null}
			<TextArea {...field("reason", event.reason)} label="Reason" optional rows={2} />
		</CorrectionForms>
	);
}

function EventForm({ plan, openEvents }: PipProps) {
	const { values, field } = pipFields(plan, "clock");
	return (
		<details open={values.isBack}>
			<summary className="text-bold padding-y-05">Record what moves the clock</summary>
			<PipForm plan={plan} verb="clock" formKey="clock" button="Record">
				<SelectField
					{...field("eventKind")}
					label="What happened"
					options={openEvents.map((value) => ({ value, label: clockEventLabels[value] }))}
				/>
				<DateField {...field("on")} label="On which day" />
				{openEvents.includes("extension-granted") ? (
					<TextField
						{...field("months")}
						label="Months granted"
						hint="Of an extension"
						optional
						width="xs"
						inputMode="numeric"
					/>
				) : null}
				<TextArea
					{...field("reason")}
					label="Reason"
					hint="Needed wherever a clock stops, resumes or gets more time"
					optional
					rows={2}
				/>
			</PipForm>
		</details>
	);
}
