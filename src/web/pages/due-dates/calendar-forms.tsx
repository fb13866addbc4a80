import { CalendarEventKind, calendarEventLabels } from "../../../domain/calendar/calendar-rule.ts";
import { formatDate } from "../../../domain/calendar/plain-date.ts";
import { WeekendPolicy, weekendPolicyLabels } from "../../../domain/calendar/weekend.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { DateField } from "../../forms/date-field.tsx";
import { findProblem } from "../../forms/form-problem.ts";
import { SelectField } from "../../forms/select-field.tsx";
import { TextField } from "../../forms/text-field.tsx";
import type { FormState } from "../parts/form-page-state.ts";
import type { DueDateListProps, DueRuleProps } from "./due-date-props.ts";

/** How the State reckons, what started clocks, and its own steps: shown to all, changed by those who may. */
export function CalendarForms(props: {
	readonly list: DueDateListProps;
	readonly rules: readonly DueRuleProps[];
	readonly mayManage: boolean;
	readonly form: FormState;
}) {
	const { list, rules, mayManage, form } = props;
	const ruleName = (id: string) => rules.find((each) => each.id === id)?.name ?? id;
	return (
		<>
			<h2>What started a clock</h2>
			{list.occasions.length === 0 ? <p>Nothing has been recorded.</p> : null}
			<ul className="usa-list">
				{list.occasions.map((each) => (
					<li key={each.id}>
						{formatDate(each.on)}: {calendarEventLabels[each.eventKind]}
						{each.note ? ` (${each.note})` : ""}
						{mayManage ? (
							<RemoveForm kind="calendar-occasion" entry={each} what={calendarEventLabels[each.eventKind]} />
						) : null}
					</li>
				))}
			</ul>
			{mayManage ? <OccasionForm list={list} form={form} /> : null}
			<h2>Steps on the way</h2>
			{list.planningSteps.length === 0 ? <p>The State has set no steps of its own.</p> : null}
			<ul className="usa-list">
				{list.planningSteps.map((each) => (
					<li key={each.id}>
						{each.daysBefore} days before {ruleName(each.ruleId)}: {each.label}
						{mayManage ? <RemoveForm kind="planning-step" entry={each} what={each.label} /> : null}
					</li>
				))}
			</ul>
			{mayManage ? <StepForm list={list} rules={rules} form={form} /> : null}
			<h2>How days are reckoned</h2>
			{mayManage ? (
				<SettingForm list={list} form={form} />
			) : (
				<p>
					On weekends, where the source says nothing: {weekendPolicyLabels[list.setting.weekendPolicy].toLowerCase()}.
					The State’s fiscal year begins on {list.setting.stateFiscalYearStart}.
				</p>
			)}
		</>
	);
}

function RemoveForm(props: {
	readonly kind: "calendar-occasion" | "planning-step";
	readonly entry: Fact<"calendar-occasion"> | Fact<"planning-step">;
	readonly what: string;
}) {
	const { kind, entry, what } = props;
	return (
		<form method="post" action={`/due-dates/${kind}/${entry.id}/remove`} className="display-inline margin-left-1">
			<input type="hidden" name="version" value={entry.version} />
			<button type="submit" className="usa-button usa-button--unstyled">
				Remove<span className="usa-sr-only"> {what}</span>
			</button>
		</form>
	);
}

type FormProps = { readonly list: DueDateListProps; readonly form: FormState };

function OccasionForm({ list, form: { values, problems } }: FormProps) {
	const error = (field: string) => findProblem(problems, field);
	return (
		<form method="post" action="/due-dates/occasions" className="usa-form">
			<input type="hidden" name="jurisdictionId" value={list.jurisdictionId} />
			<SelectField
				name="eventKind"
				label="What happened"
				emptyLabel="- Choose -"
				options={CalendarEventKind.options.map((value) => ({ value, label: calendarEventLabels[value] }))}
				value={values.eventKind}
				error={error("eventKind")}
			/>
			<DateField name="on" label="On which day" value={values.on} error={error("on")} />
			<TextField name="note" label="Note" optional value={values.note} error={error("note")} />
			<button type="submit" className="usa-button">
				Record
			</button>
		</form>
	);
}

function StepForm({ list, rules, form }: FormProps & { readonly rules: readonly DueRuleProps[] }) {
	const { values, problems } = form;
	const error = (field: string) => findProblem(problems, field);
	return (
		<form method="post" action="/due-dates/steps" className="usa-form">
			<input type="hidden" name="jurisdictionId" value={list.jurisdictionId} />
			<SelectField
				name="ruleId"
				label="Before what"
				emptyLabel="- Choose -"
				options={rules.map(({ id, name }) => ({ value: id, label: name }))}
				value={values.ruleId}
				error={error("ruleId")}
			/>
			<TextField
				name="label"
				label="Step"
				hint="For example: to the Governor’s office, to the Tribes, public comment opens"
				value={values.label}
				error={error("label")}
			/>
			<TextField
				name="daysBefore"
				label="Days before"
				inputMode="numeric"
				value={values.daysBefore}
				error={error("daysBefore")}
			/>
			<button type="submit" className="usa-button">
				Add the step
			</button>
		</form>
	);
}

function SettingForm({ list, form: { values, problems } }: FormProps) {
	const error = (field: string) => findProblem(problems, field);
	return (
		<form method="post" action="/due-dates/setting" className="usa-form">
			<input type="hidden" name="jurisdictionId" value={list.jurisdictionId} />
			<input type="hidden" name="version" value={list.setting.version} />
			<SelectField
				name="weekendPolicy"
				label="When a day falls on a weekend and the source says nothing"
				options={WeekendPolicy.options.map((value) => ({ value, label: weekendPolicyLabels[value] }))}
				value={values.weekendPolicy ?? list.setting.weekendPolicy}
				error={error("weekendPolicy")}
			/>
			<TextField
				name="stateFiscalYearStart"
				label="First day of the State’s fiscal year"
				hint="Month and day, for example 07-01"
				value={values.stateFiscalYearStart ?? list.setting.stateFiscalYearStart}
				error={error("stateFiscalYearStart")}
			/>
			<button type="submit" className="usa-button">
				Save
			</button>
		</form>
	);
}
