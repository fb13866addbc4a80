import { dollars } from "../../../domain/money/cents.ts";
import type { CellValue } from "../../../domain/money/form-cells.ts";
import type { CellKind } from "../../../domain/money/form-edition.ts";
import { showTypedValue } from "../../../domain/money/typed-value.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import { DataTable } from "../parts/data-table.tsx";
import { budgetFormName, budgetPath } from "./budget-props.ts";

type ComparisonProps = {
	readonly frame: PageFrame;
	readonly form: Fact<"budget-form">;
	readonly before: Fact<"budget-form">;
	readonly changes: readonly {
		readonly cell: string;
		readonly name: string;
		readonly kind: CellKind;
		readonly before: CellValue | null;
		readonly now: CellValue | null;
		readonly difference: number | null;
	}[];
	readonly same: number;
};

/** What a form says otherwise than the form before it. */
export function BudgetComparisonPage(props: ComparisonProps) {
	const { frame, form, before, changes, same } = props;
	const shown = changes.filter(({ now }) => now !== null);
	const emptied = changes.filter(({ now }) => now === null);
	const title = `${budgetFormName(form)} compared with ${before.submissionYear}`;
	return (
		<Page
			frame={frame}
			title={title}
			breadcrumbs={[
				{ label: "Home", href: "/" },
				{ label: budgetFormName(form), href: budgetPath(form.id) },
			]}
		>
			<h1>{title}</h1>
			<p>
				{changes.length} cells differ, {same} say the same. Compared with{" "}
				<a className="usa-link" href={budgetPath(before.id)}>
					{budgetFormName(before)}
				</a>
				.
			</p>
			{shown.length > 0 ? <ChangeTable {...props} changes={shown} caption="Cells that differ" /> : null}
			{emptied.length > 0 ? (
				<details>
					<summary>
						Filled in {before.submissionYear} and empty here ({emptied.length})
					</summary>
					<ChangeTable {...props} changes={emptied} caption={`Filled in ${before.submissionYear} and empty here`} />
				</details>
			) : null}
		</Page>
	);
}

function ChangeTable(props: ComparisonProps & { readonly caption: string }) {
	const { form, before, changes, caption } = props;
	const revision = (each: Fact<"budget-form">) => (each.revision > 0 ? `, revision ${each.revision}` : "");
	return (
		<DataTable
			caption={caption}
			label={caption}
			columns={[
				{ label: "Cell" },
				{ label: `${before.submissionYear}${revision(before)}`, numeric: true },
				{ label: `${form.submissionYear}${revision(form)}`, numeric: true },
				{ label: "Difference", numeric: true },
			]}
			rows={changes.map(({ cell, name, kind, before: then, now, difference }) => ({
				key: cell,
				cells: [name, valueWords(kind, then), valueWords(kind, now), differenceWords(kind, difference)],
			}))}
		/>
	);
}

function valueWords(kind: CellKind, value: CellValue | null): string {
	if (value === null) return "(empty)";
	return kind === "dollars" && typeof value === "number" ? dollars(value) : showTypedValue(kind, value);
}

function differenceWords(kind: CellKind, difference: number | null): string {
	if (difference === null) return "";
	const sign = difference > 0 ? "+" : "";
	if (kind === "dollars") return `${sign}${dollars(difference)}`;
	if (kind === "percent") return `${sign}${difference / 100} points`;
	return `${sign}${showTypedValue(kind, difference)}`;
}
