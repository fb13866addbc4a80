import { formatDate, plainDate } from "../../../domain/calendar/plain-date.ts";
import { listCells } from "../../../domain/money/form-cells.ts";
import { spendingDeadline } from "../../../domain/money/form-years.ts";
import { ErrorSummary } from "../../forms/error-summary.tsx";
import { findProblem } from "../../forms/form-problem.ts";
import { TextField } from "../../forms/text-field.tsx";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import type { FormState } from "../parts/form-page-state.ts";
import { StatusTag } from "../parts/status-tag.tsx";
import { type BudgetFormProps, budgetFormName, budgetPath } from "./budget-props.ts";
import { CheckList, countInWords } from "./check-list.tsx";

/** One form: its years, its parts, the checks as a task list, its files, and sending it. */
export function BudgetFormPage(props: {
	readonly frame: PageFrame;
	readonly view: BudgetFormProps;
	readonly form: FormState;
}) {
	const { frame, view, form } = props;
	const { years, edition, state, checks, cells, before } = view;
	const title = budgetFormName(view.form);
	const path = budgetPath(view.form.id);
	const due = plainDate(`${view.form.submissionYear}-06-30`);
	return (
		<Page
			frame={frame}
			title={title}
			breadcrumbs={[
				{ label: "Home", href: "/" },
				{ label: "Forms CFS-101", href: `/budget-forms?place=${state.id}` },
			]}
		>
			<ErrorSummary problems={form.problems} />
			<h1>{title}</h1>
			<p>
				{state.name}.{" "}
				{view.form.submittedOn ? (
					<StatusTag tone="good">Submitted</StatusTag>
				) : (
					<StatusTag tone="waiting">Draft</StatusTag>
				)}{" "}
				{view.form.submittedOn
					? `Sent on ${formatDate(view.form.submittedOn)}; it stays as it was.`
					: `Due ${formatDate(due)}.`}
			</p>
			<ul className="usa-list measure-5">
				<li>
					Parts I and II ask for FFY{years.plans} ({view.form.submissionYear} + 1: October 1, {years.plans - 1} to
					September 30, {years.plans}).
				</li>
				<li>
					Part III reports FFY{years.reports} ({view.form.submissionYear} - 2).
				</li>
				<li>
					Funds of FFY{years.plans} for subpart 2 and Chafee are spent by {formatDate(spendingDeadline(years.plans))}.
				</li>
				<li>
					Edition: {edition.label}. Numbers of lines that stand on no form of this edition that was read are marked
					“number not confirmed”: compare them with the form you were sent.
				</li>
			</ul>
			<h2>Parts</h2>
			<PartList view={view} />
			<h2>Files</h2>
			<ul className="usa-list">
				<li>
					<a className="usa-link" href={`${path}/form.xlsx`}>
						Download the workbook (Excel)
					</a>
				</li>
				{(["pdf", "docx", "html"] as const).map((ending) => (
					<li key={ending}>
						<a className="usa-link" href={`${path}/form.${ending}`}>
							Download the form as {{ pdf: "PDF", docx: "Word", html: "HTML" }[ending]}
						</a>
					</li>
				))}
				{view.mayWrite ? (
					<li>
						<a className="usa-link" href={`${path}/workbook`}>
							Take a workbook in
						</a>
					</li>
				) : null}
				{before ? (
					<li>
						<a className="usa-link" href={`${path}/comparison`}>
							Compare with {budgetFormName(before).replace(/^Form/u, "form")}
						</a>
					</li>
				) : null}
				<li>
					<a className="usa-link" href={`${path}/history`}>
						Who changed what
					</a>
				</li>
			</ul>
			<h2 id="checks">Checks</h2>
			<p>
				<strong>{countInWords(checks)}.</strong>
			</p>
			<CheckList form={view.form} checks={checks} cells={cells} />
			{view.maySubmit ? <SubmitForm view={view} /> : null}
			{view.mayWrite ? <RemoveForm view={view} form={form} /> : null}
		</Page>
	);
}

/** The parts with how much of each is filled in. */
export function PartList({ view, current }: { readonly view: BudgetFormProps; readonly current?: string }) {
	const typed = listCells(view.edition).filter(({ computed }) => !computed);
	const filled = new Set(view.cells.filter(({ value }) => value !== null).map(({ cell }) => cell));
	return (
		<ul className="usa-list">
			{view.edition.parts
				.filter(({ id }) => id !== "base")
				.map(({ id, title }) => {
					const own = typed.filter(({ part }) => part === id);
					const done = own.filter((each) => filled.has(each.id)).length;
					return (
						<li key={id}>
							{id === current ? (
								<strong aria-current="page">{title}</strong>
							) : (
								<a className="usa-link" href={`${budgetPath(view.form.id)}/parts/${id}`}>
									{title}
								</a>
							)}{" "}
							({done} of {own.length} cells filled)
						</li>
					);
				})}
		</ul>
	);
}

function SubmitForm({ view }: { readonly view: BudgetFormProps }) {
	const errors = view.checks.filter(({ outcome }) => outcome === "error");
	return (
		<section aria-labelledby="submit">
			<h2 id="submit">Submit</h2>
			{errors.length > 0 ? (
				<p className="measure-5">
					The form can be submitted once nothing is to fix: {errors.map(({ id }) => id).join(", ")}. Warnings do not
					hold it back.
				</p>
			) : (
				<form method="post" action={`${budgetPath(view.form.id)}/submit`}>
					<input type="hidden" name="version" value={view.form.version} />
					<p className="measure-5">
						Nothing of the form can be changed afterwards; a change is a revision. Send the workbook and the signed PDF
						to the Children’s Bureau yourself: this program does not.
					</p>
					<button type="submit" className="usa-button">
						Submit form
					</button>
				</form>
			)}
		</section>
	);
}

function RemoveForm({ view, form }: { readonly view: BudgetFormProps; readonly form: FormState }) {
	return (
		<details className="margin-top-4">
			<summary>Remove this form: it was started by mistake</summary>
			<form method="post" action={`${budgetPath(view.form.id)}/remove`} className="usa-form">
				<input type="hidden" name="version" value={view.form.version} />
				<TextField
					name="reason"
					label="Why it is removed"
					value={form.values.reason}
					error={findProblem(form.problems, "reason")}
				/>
				<button type="submit" className="usa-button usa-button--secondary">
					Remove form
				</button>
			</form>
		</details>
	);
}
