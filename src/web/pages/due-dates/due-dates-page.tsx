import { formatDate, type PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { ErrorSummary } from "../../forms/error-summary.tsx";
import { SelectField } from "../../forms/select-field.tsx";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import type { FormState } from "../parts/form-page-state.ts";
import { CalendarForms } from "./calendar-forms.tsx";
import type { DueDateListProps, DueRuleProps, ListedDueDate } from "./due-date-props.ts";
import { DueDateTable } from "./due-date-table.tsx";

/** What is due for a State: the coming twelve months, or a calendar year up to 2040. */
export function DueDatesPage(props: {
	readonly frame: PageFrame;
	readonly states: readonly Fact<"jurisdiction">[];
	readonly state: Fact<"jurisdiction"> | undefined;
	readonly list: DueDateListProps | undefined;
	/** What somebody answers for and nobody has said was done, of the twelve months before. */
	readonly late: readonly ListedDueDate[];
	readonly today: PlainDate;
	/** Rules to which steps can lead. */
	readonly rules: readonly DueRuleProps[];
	/** The calendar year asked for; "" for the coming twelve months. */
	readonly year: string;
	/** Years that can be asked for. */
	readonly years: readonly string[];
	/** The reader may say how this State's days are reckoned. */
	readonly mayManage: boolean;
	/** The reader may see how this State plans. */
	readonly mayReadPlanning: boolean;
	readonly form: FormState;
}) {
	const { frame, states, state, list, late, today, year, years, rules, mayManage, mayReadPlanning, form } = props;
	const title = state ? `Due dates of ${state.name}` : "Due dates";
	return (
		<Page frame={frame} title={title} breadcrumbs={[{ label: "Home", href: "/" }]}>
			<ErrorSummary problems={form.problems} />
			<h1>{title}</h1>
			{list && state ? (
				<>
					<p className="measure-5">
						Worked out from the authorities’ rules (version {list.rulesVersion}). No holiday is known. Where a source
						says nothing of weekends, the State’s own policy holds.
					</p>
					<p>
						<a className="usa-link" href={`/budget-forms?place=${state.id}`}>
							Forms CFS-101 of {state.name}
						</a>
					</p>
					{mayReadPlanning ? (
						<p>
							<a className="usa-link" href="/planning-year">
								The planning year of the State
							</a>
							{": who owns what, and "}
							<a className="usa-link" href="/planning-year/due-dates-met">
								what was done
							</a>
						</p>
					) : null}
					<form method="get" action="/due-dates" className="usa-form">
						{states.length > 1 ? (
							<SelectField
								name="place"
								label="State"
								options={states.map(({ id, name }) => ({ value: id, label: name }))}
								value={state.id}
							/>
						) : null}
						<SelectField
							name="year"
							label="Show"
							emptyLabel="The coming twelve months"
							options={years.map((each) => ({ value: each, label: each }))}
							value={year}
						/>
						<button type="submit" className="usa-button usa-button--outline">
							Show
						</button>
					</form>
					{late.length > 0 ? (
						<>
							<h2>Late ({late.length})</h2>
							<DueDateTable caption="What was due and is not noted as done" dueDates={late} today={today} />
						</>
					) : null}
					<h2>
						{formatDate(list.from)} to {formatDate(list.to)}
					</h2>
					<DueDateTable
						caption={`What is due from ${formatDate(list.from)} to ${formatDate(list.to)}`}
						dueDates={list.dueDates}
						today={today}
					/>
					<p>
						<a className="usa-link" href={`/due-dates/due-dates.csv?place=${state.id}&year=${year}`}>
							Download this table (CSV)
						</a>
					</p>
					<Undated undated={list.undated} />
					<CalendarForms list={list} rules={rules} mayManage={mayManage} form={form} />
				</>
			) : (
				<p>There is no State in this installation yet. An administrator adds it.</p>
			)}
		</Page>
	);
}

function Undated({ undated }: Pick<DueDateListProps, "undated">) {
	if (undated.length === 0) return null;
	return (
		<details className="margin-y-2">
			<summary>
				{undated.length} more that have no day yet: none is published, or what starts their clock has not been recorded
			</summary>
			<ul className="usa-list">
				{undated.map(({ ruleId, name, formula, source }) => (
					<li key={ruleId}>
						<strong>{name}</strong>: {formula}. Source: {source}.
					</li>
				))}
			</ul>
		</details>
	);
}
