import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import { DataTable } from "../parts/data-table.tsx";

/** A column that a file of figures may have, as the reader of files knows it. */
export type FigureColumnProps = {
	readonly name: string;
	readonly headings: readonly string[];
	readonly holds: string;
	readonly needed: string;
	readonly example: string;
};

/** What a file of figures holds, made from what the reader of files knows. */
export function FiguresFilePage(props: {
	readonly frame: PageFrame;
	readonly columns: readonly FigureColumnProps[];
	readonly limits: { readonly bytes: number; readonly rows: number; readonly columns: number };
	readonly sets: readonly { readonly vintage: string; readonly title: string }[];
}) {
	const { frame, columns, limits, sets } = props;
	return (
		<Page frame={frame} title="What a file of figures holds" breadcrumbs={[{ label: "Help", href: "/help" }]}>
			<h1>What a file of figures holds</h1>
			<div className="measure-5">
				<p>
					A table in CSV or Excel (.xlsx, the first sheet): one row of headings, then one row for each figure. Start
					from the{" "}
					<a className="usa-link" href="/figures/template.csv">
						template
					</a>
					.
				</p>
				<ul className="usa-list">
					<li>
						At most {limits.bytes / 1024 / 1024} MB, {limits.rows.toLocaleString("en-US")} rows and {limits.columns}{" "}
						columns.
					</li>
					<li>
						A file is taken whole or not at all. One wrong row, and the list of problems says where and how to mend it.
					</li>
					<li>
						The same file twice changes nothing. A newer figure of the same period takes the place of the older one.
					</li>
					<li>Rows above the headings and notes below the figures are passed over.</li>
				</ul>
			</div>
			<h2>Columns</h2>
			<DataTable
				label="Columns of a file of figures"
				caption="Columns in any order; others are passed over"
				columns={[
					{ label: "Column" },
					{ label: "What it holds" },
					{ label: "Needed" },
					{ label: "Example" },
					{ label: "Also understood as" },
				]}
				rows={columns.map(({ name, holds, needed, example, headings }) => ({
					key: name,
					cells: [
						name,
						holds,
						needed,
						<code key="example">{example}</code>,
						headings.filter((each) => each !== name).join(", ") || "–",
					],
				}))}
			/>
			<h2>Sets of indicators</h2>
			<ul className="usa-list">
				{sets.map(({ vintage, title }) => (
					<li key={vintage}>
						<code>{vintage}</code>: {title}
					</li>
				))}
			</ul>
		</Page>
	);
}
