import { showTypedValue } from "../../../domain/money/typed-value.ts";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import { DataTable } from "../parts/data-table.tsx";
import type { HistoryEntry } from "../parts/history-list.tsx";
import { Moment } from "../parts/moment.tsx";
import { type BudgetCellProps, type BudgetFormProps, budgetFormName, budgetPath } from "./budget-props.ts";

/** Who changed what of a form, the newest first. */
export function BudgetHistoryPage(props: {
	readonly frame: PageFrame;
	readonly view: BudgetFormProps;
	readonly entries: readonly (HistoryEntry & { readonly subject: string })[];
	readonly nextBefore: number | null;
}) {
	const { frame, view, entries, nextBefore } = props;
	const title = "Who changed what";
	const path = budgetPath(view.form.id);
	const cells = new Map(view.cells.flatMap((cell) => (cell.entryId === null ? [] : [[cell.entryId, cell] as const])));
	return (
		<Page
			frame={frame}
			title={title}
			breadcrumbs={[
				{ label: "Home", href: "/" },
				{ label: budgetFormName(view.form), href: path },
			]}
		>
			<h1>{title}</h1>
			{entries.length === 0 ? (
				<p>There is no history that you may see.</p>
			) : (
				<DataTable
					caption="The newest first"
					label="Changes of the form"
					columns={[{ label: "What" }, { label: "Before" }, { label: "After" }, { label: "Who and when" }]}
					rows={entries.map((entry) => ({
						key: String(entry.seq),
						cells: [
							whatWords(entry, cells.get(entry.subject)),
							valueWords(entry.before, cells.get(entry.subject)),
							valueWords(entry.after, cells.get(entry.subject)),
							<span key="who">
								{entry.actorName}, <Moment at={entry.at} />
								{entry.reason ? `. Reason: ${entry.reason}` : ""}
							</span>,
						],
					}))}
				/>
			)}
			{nextBefore === null ? null : (
				<p>
					<a className="usa-link" href={`${path}/history?before=${nextBefore}`}>
						Older changes
					</a>
				</p>
			)}
		</Page>
	);
}

function whatWords({ kind, verb, after }: HistoryEntry, cell: BudgetCellProps | undefined): string {
	if (kind !== "budget-form") return cell?.name ?? "A cell of the form";
	if (after.state === "submitted") return "The form was submitted";
	return verb === "remove" ? "The form was removed" : "The form was started";
}

function valueWords(values: HistoryEntry["after"], cell: BudgetCellProps | undefined): string {
	if (!cell) return "";
	const value = values.amount ?? values.words;
	return typeof value === "number" || typeof value === "string" ? showTypedValue(cell.kind, value) : "(empty)";
}
