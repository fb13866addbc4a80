import { ErrorSummary } from "../../forms/error-summary.tsx";
import { FileField } from "../../forms/file-field.tsx";
import { findProblem } from "../../forms/form-problem.ts";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import { DataTable } from "../parts/data-table.tsx";
import type { FormState } from "../parts/form-page-state.ts";
import { type BudgetFormProps, budgetFormName, budgetPath } from "./budget-props.ts";

type Remark = { readonly place: string; readonly message: string };

/** What a workbook that was read says: why it is refused, or what it would change. */
export type ReadWorkbook =
	| { readonly result: "refused"; readonly problems: readonly Remark[] }
	| {
			readonly result: "previewed" | "taken";
			readonly changes: readonly {
				readonly cell: string;
				readonly name: string;
				readonly before: string;
				readonly typed: string;
				readonly version: number;
			}[];
			readonly notes: readonly Remark[];
	  };

/** Takes a workbook in: choose it, see what would change, take it. */
export function BudgetWorkbookPage(props: {
	readonly frame: PageFrame;
	readonly view: Pick<BudgetFormProps, "form" | "state" | "edition" | "years">;
	readonly fileName?: string;
	readonly read?: ReadWorkbook | undefined;
	readonly form: FormState;
}) {
	const { frame, view, read, fileName = "", form } = props;
	const path = budgetPath(view.form.id);
	const title = "Take a workbook in";
	return (
		<Page
			frame={frame}
			title={title}
			breadcrumbs={[
				{ label: "Home", href: "/" },
				{ label: budgetFormName(view.form), href: path },
			]}
		>
			<ErrorSummary problems={form.problems} />
			<h1>{title}</h1>
			{read ? <Outcome read={read} fileName={fileName} path={path} /> : null}
			{read && read.result !== "refused" ? null : (
				<>
					<p className="measure-5">
						Start from the{" "}
						<a className="usa-link" href={`${path}/form.xlsx`}>
							workbook of this form
						</a>
						, fill in its white cells with typed numbers, and leave rows, sheets and the label “{view.edition.label}”
						where they are. You see what would change before anything is kept.
					</p>
					<form
						method="post"
						action={`${path}/workbook`}
						encType="multipart/form-data"
						className="usa-form usa-form--large"
					>
						<FileField
							name="file"
							label="Workbook"
							hint="Excel (.xlsx), at most 10 MB"
							accept=".xlsx,.xlsm"
							error={findProblem(form.problems, "file")}
						/>
						<button type="submit" className="usa-button">
							Read workbook
						</button>
					</form>
				</>
			)}
		</Page>
	);
}

function Outcome(props: { readonly read: ReadWorkbook; readonly fileName: string; readonly path: string }) {
	const { read, fileName, path } = props;
	if (read.result === "refused") {
		return (
			<section aria-labelledby="refused" className="usa-alert usa-alert--error margin-bottom-3">
				<div className="usa-alert__body">
					<h2 id="refused" className="usa-alert__heading">
						“{fileName}” was not taken: {read.problems.length === 1 ? "1 problem" : `${read.problems.length} problems`}
					</h2>
					<p>Nothing was changed. Mend these cells and read the workbook again.</p>
					<ul className="usa-list">
						{read.problems.map(({ place, message }) => (
							<li key={`${place}|${message}`}>{message}</li>
						))}
					</ul>
				</div>
			</section>
		);
	}
	return (
		<section aria-labelledby="preview">
			<h2 id="preview">
				“{fileName}” would change {read.changes.length === 1 ? "1 cell" : `${read.changes.length} cells`}
			</h2>
			{read.notes.length > 0 ? (
				<>
					<p>To look at:</p>
					<ul className="usa-list">
						{read.notes.map(({ message }) => (
							<li key={message}>{message}</li>
						))}
					</ul>
				</>
			) : null}
			{read.changes.length === 0 ? (
				<p>
					The form says all of it already.{" "}
					<a className="usa-link" href={path}>
						Back to the form
					</a>
				</p>
			) : (
				<>
					<DataTable
						caption="What would change"
						quietCaption
						label="What would change"
						columns={[{ label: "Cell" }, { label: "Now" }, { label: "In the workbook" }]}
						rows={read.changes.map(({ cell, name, before, typed }) => ({
							key: cell,
							cells: [name, before || "(empty)", typed || "(emptied)"],
						}))}
					/>
					<form method="post" action={`${path}/workbook/take`}>
						<input
							type="hidden"
							name="cells"
							value={JSON.stringify(read.changes.map(({ cell, typed, version }) => ({ cell, typed, version })))}
						/>
						<button type="submit" className="usa-button">
							Take these changes
						</button>{" "}
						<a className="usa-link" href={`${path}/workbook`}>
							Leave it
						</a>
					</form>
				</>
			)}
		</section>
	);
}
