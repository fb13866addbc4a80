import { formatDate } from "../../../domain/calendar/plain-date.ts";
import { BaselineKind } from "../../../domain/money/budget-facts.ts";
import { dollars } from "../../../domain/money/cents.ts";
import type { FormEdition } from "../../../domain/money/form-edition.ts";
import { yearsOfSubmission } from "../../../domain/money/form-years.ts";
import { showTypedValue } from "../../../domain/money/typed-value.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { ErrorSummary } from "../../forms/error-summary.tsx";
import { findProblem } from "../../forms/form-problem.ts";
import { SelectField } from "../../forms/select-field.tsx";
import { TextField } from "../../forms/text-field.tsx";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import { DataTable } from "../parts/data-table.tsx";
import type { FormState } from "../parts/form-page-state.ts";
import { StatusTag } from "../parts/status-tag.tsx";
import { budgetFormName, budgetPath } from "./budget-props.ts";

export type BudgetListProps = {
	readonly jurisdictionId: string;
	readonly forms: readonly {
		readonly form: Fact<"budget-form">;
		readonly years: { readonly plans: number; readonly reports: number };
	}[];
	readonly baselines: readonly Fact<"financial-baseline">[];
	readonly nextSubmissionYear: number;
	readonly mayWrite: boolean;
};

/** The forms CFS-101 of a State by year, and the earlier amounts that its spending is held against. */
export function BudgetListPage(props: {
	readonly frame: PageFrame;
	readonly states: readonly Fact<"jurisdiction">[];
	readonly state: Fact<"jurisdiction"> | undefined;
	readonly list: BudgetListProps | undefined;
	readonly edition: FormEdition;
	readonly form: FormState;
}) {
	const { frame, states, state, list, edition, form } = props;
	const title = state ? `Forms CFS-101 of ${state.name}` : "Forms CFS-101";
	return (
		<Page frame={frame} title={title} breadcrumbs={[{ label: "Home", href: "/" }]}>
			<ErrorSummary problems={form.problems} />
			<h1>{title}</h1>
			{list && state ? (
				<>
					<p className="measure-5">
						Each year by June 30 a State asks for the federal funds of the coming federal fiscal year (Parts I and II)
						and tells what it spent two submission years before (Part III).
					</p>
					{states.length > 1 ? <PlaceForm states={states} state={state} /> : null}
					<FormTable list={list} />
					{list.mayWrite ? <StartForm list={list} form={form} /> : null}
					<h2 id="baselines">Baselines of the State</h2>
					<Baselines list={list} edition={edition} />
					{list.mayWrite ? <BaselineForm list={list} edition={edition} form={form} /> : null}
				</>
			) : (
				<p>There is no State in this installation yet. An administrator adds it.</p>
			)}
		</Page>
	);
}

function PlaceForm(props: { readonly states: readonly Fact<"jurisdiction">[]; readonly state: Fact<"jurisdiction"> }) {
	return (
		<form method="get" action="/budget-forms" className="usa-form">
			<SelectField
				name="place"
				label="State"
				options={props.states.map(({ id, name }) => ({ value: id, label: name }))}
				value={props.state.id}
			/>
			<button type="submit" className="usa-button usa-button--outline">
				Show
			</button>
		</form>
	);
}

function FormTable({ list }: { readonly list: BudgetListProps }) {
	if (list.forms.length === 0) return <p>There is no form yet, or none is shared with you.</p>;
	return (
		<DataTable
			caption="Forms, the newest first"
			label="Forms CFS-101"
			columns={[{ label: "Form" }, { label: "Asks for" }, { label: "Reports" }, { label: "State of the form" }]}
			rows={list.forms.map(({ form, years }) => ({
				key: form.id,
				cells: [
					<a key="form" className="usa-link" href={budgetPath(form.id)}>
						{budgetFormName(form)}
					</a>,
					`FFY${years.plans}`,
					`FFY${years.reports}`,
					form.submittedOn ? (
						<StatusTag key="state" tone="good">
							Submitted on {formatDate(form.submittedOn)}
						</StatusTag>
					) : (
						<StatusTag key="state" tone="waiting">
							Draft
						</StatusTag>
					),
				],
			}))}
		/>
	);
}

function StartForm({ list, form }: { readonly list: BudgetListProps; readonly form: FormState }) {
	const { nextSubmissionYear: next } = list;
	const years = [next - 1, next, next + 1].filter((year) => year <= 2040);
	return (
		<form method="post" action="/budget-forms" className="usa-form">
			<input type="hidden" name="jurisdictionId" value={list.jurisdictionId} />
			<SelectField
				name="submissionYear"
				label="Start the form of a year"
				hint="Where one was sent for that year, its revision is started with all that was sent."
				options={years.map((year) => {
					const { plans, reports } = yearsOfSubmission(year);
					return { value: String(year), label: `${year}: asks for FFY${plans}, reports FFY${reports}` };
				})}
				value={form.values.submissionYear ?? String(next)}
				error={findProblem(form.problems, "submissionYear")}
			/>
			<button type="submit" className="usa-button">
				Start
			</button>
		</form>
	);
}

function baselineLabels(edition: FormEdition): ReadonlyMap<string, string> {
	const part = edition.parts.find(({ id }) => id === "base");
	return new Map(part?.lines.map(({ id, label }) => [id, label]));
}

function Baselines({ list, edition }: { readonly list: BudgetListProps; readonly edition: FormEdition }) {
	const labels = baselineLabels(edition);
	if (list.baselines.length === 0) return <p>None is kept yet. Checks C11 and C12 hold spending against them.</p>;
	return (
		<DataTable
			caption="Amounts of earlier years that spending is held against (checks C11 and C12)"
			label="Baselines"
			columns={[{ label: "Baseline" }, { label: "Amount", numeric: true }, { label: "Where it was read" }]}
			rows={list.baselines.map(({ id, baseline, cents, source }) => ({
				key: id,
				cells: [labels.get(baseline) ?? baseline, dollars(cents), source],
			}))}
		/>
	);
}

function BaselineForm(props: {
	readonly list: BudgetListProps;
	readonly edition: FormEdition;
	readonly form: FormState;
}) {
	const { list, edition, form } = props;
	const labels = baselineLabels(edition);
	const error = (field: string) => findProblem(form.problems, field);
	return (
		<form method="post" action="/budget-forms/baselines" className="usa-form usa-form--large">
			<input type="hidden" name="jurisdictionId" value={list.jurisdictionId} />
			{list.baselines.map(({ baseline, version }) => (
				<input key={baseline} type="hidden" name={`version:${baseline}`} value={version} />
			))}
			<SelectField
				name="baseline"
				label="Baseline to keep or correct"
				emptyLabel="- Choose -"
				options={BaselineKind.options.map((value) => {
					const kept = list.baselines.find(({ baseline }) => baseline === value);
					const now = kept ? ` (now ${showTypedValue("dollars", kept.cents)})` : "";
					return { value, label: `${labels.get(value) ?? value}${now}` };
				})}
				value={form.values.baseline}
				error={error("baseline")}
			/>
			<TextField
				name="amount"
				label="Amount in dollars"
				inputMode="decimal"
				value={form.values.amount}
				error={error("amount")}
			/>
			<TextField
				name="source"
				label="Where it was read"
				hint="A report, a letter, a ledger"
				value={form.values.source}
				error={error("source")}
			/>
			<button type="submit" className="usa-button usa-button--outline">
				Keep baseline
			</button>
		</form>
	);
}
