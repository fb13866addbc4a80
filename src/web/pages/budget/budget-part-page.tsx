import type { ReactNode } from "react";
import { cellId, columnsOf, lineName } from "../../../domain/money/form-cells.ts";
import type { FormPart } from "../../../domain/money/form-edition.ts";
import { ErrorSummary } from "../../forms/error-summary.tsx";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import { ClashAlert } from "../plans/clash.tsx";
import { type FormValues, formValues, type TypedForm } from "../plans/plan-context.ts";
import { BudgetCellField } from "./budget-cell-field.tsx";
import { PartList } from "./budget-form-page.tsx";
import { type BudgetFormProps, budgetFormName, budgetPath } from "./budget-props.ts";
import { Arithmetic } from "./check-tag.tsx";

type PartProps = {
	readonly frame: PageFrame;
	readonly view: BudgetFormProps;
	readonly part: FormPart;
	/** The form that came back, with what is wrong. */
	readonly typed?: TypedForm | undefined;
	readonly saved: boolean;
};

/** One part of the form: each line with its fields, and under it the arithmetic of its checks. Saves by itself where script runs. */
export function BudgetPartPage(props: PartProps) {
	const { frame, view, part, typed, saved } = props;
	const title = `${part.title}${part.id === "one" || part.id === "two" ? ` for FFY${view.years.plans}` : ""}${part.id === "three" ? ` in FFY${view.years.reports}` : ""}`;
	const path = budgetPath(view.form.id);
	const values = formValues(typed, part.id);
	return (
		<Page
			frame={frame}
			title={title}
			breadcrumbs={[
				{ label: "Home", href: "/" },
				{ label: "Forms CFS-101", href: `/budget-forms?place=${view.state.id}` },
				{ label: budgetFormName(view.form), href: path },
			]}
		>
			<ErrorSummary problems={typed?.problems} />
			<h1>{title}</h1>
			<p className="measure-5">
				{part.about} Edition: {view.edition.label}.
				{view.mayWrite ? " Amounts are dollars and cents; what is worked out cannot be typed." : ""}
			</p>
			<nav aria-label="Parts of the form">
				<PartList view={view} current={part.id} />
			</nav>
			{part.id === "two" ? <AgainstPartOne view={view} /> : null}
			{view.mayWrite ? (
				<form
					method="post"
					action={`${path}/parts/${part.id}`}
					id={`form-${part.id}`}
					className="save-form"
					data-autosave="touched"
					data-unsaved={values.isBack ? "true" : undefined}
				>
					{typed?.clashes && typed.clashes.length > 0 ? (
						<div className="clash-alert">
							<ClashAlert clashes={typed.clashes} back={`${path}/parts/${part.id}`} />
						</div>
					) : null}
					<Lines {...props} values={values} />
					<div className="save-row">
						<button type="submit" className="usa-button">
							Save<span className="usa-sr-only"> {part.title}</span>
						</button>
						<output className="save-status" data-save-status="true">
							{saved ? "Saved." : ""}
						</output>
					</div>
				</form>
			) : (
				<Lines {...props} values={values} />
			)}
			<p>
				<a className="usa-link" href={`${path}#checks`}>
					All checks of the form
				</a>
			</p>
		</Page>
	);
}

function Lines({ view, part, values }: PartProps & { readonly values: FormValues }) {
	const findings = view.checks.flatMap((each) => each.findings);
	return part.lines.map((line) => {
		const columns = columnsOf(part, line);
		const own = view.cells.filter(({ cell }) => cell.startsWith(`${part.id}.${line.id}.`));
		const fields = columns.flatMap(({ id, label }) => {
			const cell = own.find((each) => each.cell === cellId(part.id, line.id, id));
			if (!cell) return [];
			const name = columns.length > 1 ? label : lineName(line);
			return [<BudgetCellField key={id} cell={cell} label={name} values={values} mayWrite={view.mayWrite} />];
		});
		const about = findings.filter(({ cell }) => cell.startsWith(`${part.id}.${line.id}.`));
		const arithmetic = (
			<div id={lineKey(part, line.id)}>
				<Arithmetic findings={about} />
			</div>
		);
		if (part.columns.length > manyColumns && !line.sumOf) {
			const isOpen = about.some(({ outcome }) => outcome !== "met") || own.some(({ value }) => value !== null);
			const sum = own.find(({ computed }) => computed)?.typed;
			return (
				<details
					key={line.id}
					className="border-top-1px border-base-lighter padding-y-2"
					open={isOpen || values.isBack}
				>
					<summary className="text-bold">
						{lineName(line)}
						{sum ? `: $${sum}` : ""}
					</summary>
					<FieldGroup legend={lineName(line)} quiet>
						{fields}
					</FieldGroup>
					{arithmetic}
				</details>
			);
		}
		return (
			<div key={line.id} className="border-top-1px border-base-lighter padding-y-2">
				{columns.length > 1 ? <FieldGroup legend={lineName(line)}>{fields}</FieldGroup> : fields}
				{arithmetic}
			</div>
		);
	});
}

/** From so many columns on, lines with nothing in them are folded away. */
const manyColumns = 8;

function FieldGroup(props: { readonly legend: string; readonly quiet?: boolean; readonly children: ReactNode }) {
	return (
		<fieldset className="usa-fieldset">
			<legend className={props.quiet ? "usa-sr-only" : "usa-legend text-bold margin-top-0"}>{props.legend}</legend>
			<div className="budget-cells">{props.children}</div>
		</fieldset>
	);
}

/** The element that holds the arithmetic of a line, for the page's script to bring up to date. */
export const lineKey = (part: FormPart, line: string) => `arithmetic-${part.id}-${line}`;

/** What Part II plans of each program beside what Part I asks for: no rule of the list, but what a reader adds up first. */
function AgainstPartOne({ view }: { readonly view: BudgetFormProps }) {
	const pairs = [
		["6", "cws"],
		["7", "pssf"],
		["8", "visits"],
		["9", "capta"],
		["10", "chafee"],
		["11", "vouchers"],
	] as const;
	const part = view.edition.parts.find(({ id }) => id === "two");
	const at = (cell: string) => view.cells.find((each) => each.cell === cell);
	const lines = pairs.flatMap(([line, column]) => {
		const [asked, planned] = [at(`one.${line}.amount`), at(`two.total.${column}`)];
		if ((asked?.value ?? null) === null && (planned?.value ?? null) === null) return [];
		const name = part?.columns.find(({ id }) => id === column)?.label ?? column;
		const same = (asked?.value ?? 0) === (planned?.value ?? 0);
		return [
			<li key={line}>
				{name}: ${planned?.typed || "0.00"} planned here, ${asked?.typed || "0.00"} asked for in line {line} of Part I
				{same ? "." : ": they differ."}
			</li>,
		];
	});
	if (lines.length === 0) return null;
	return (
		<details>
			<summary>Beside Part I</summary>
			<ul className="usa-list">{lines}</ul>
		</details>
	);
}
