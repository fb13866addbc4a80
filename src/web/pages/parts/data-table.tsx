import type { ReactNode } from "react";

export type TableColumn = {
	readonly label: string;
	/** Numbers stand at the right, digits below each other. */
	readonly numeric?: boolean | undefined;
};

export type TableRow = {
	readonly key: string;
	/** One for each column. The first is the row's heading. */
	readonly cells: readonly ReactNode[];
};

/**
 * A table with a caption and headings for columns and rows. On a phone each row becomes a block with the column's name
 * beside each value. Wider than its place, it scrolls in itself and can be reached by keyboard.
 */
export function DataTable(props: {
	readonly caption: ReactNode;
	/** Says the caption to screen readers only, where a heading right above says the same. */
	readonly quietCaption?: boolean | undefined;
	/** Name of the part that scrolls. */
	readonly label: string;
	readonly columns: readonly TableColumn[];
	readonly rows: readonly TableRow[];
}) {
	const { columns, rows } = props;
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by keyboard
		// biome-ignore lint/a11y/useSemanticElements: it is no fieldset, and a section would be one landmark too many
		<div className="usa-table-container--scrollable" role="group" tabIndex={0} aria-label={props.label}>
			<table className="usa-table usa-table--borderless usa-table--stacked-header data-table width-full">
				<caption className={props.quietCaption ? "usa-sr-only" : undefined}>{props.caption}</caption>
				<thead>
					<tr>
						{columns.map(({ label, numeric }) => (
							<th key={label} scope="col" className={numeric ? "text-right" : undefined}>
								{label}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{rows.map(({ key, cells }) => (
						<tr key={key}>
							{columns.map(({ label, numeric }, index) => {
								const common = { "data-label": label, className: numeric ? "data-table-number" : undefined };
								return index === 0 ? (
									<th key={label} scope="row" {...common}>
										{cells[index]}
									</th>
								) : (
									<td key={label} {...common}>
										{cells[index]}
									</td>
								);
							})}
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}
