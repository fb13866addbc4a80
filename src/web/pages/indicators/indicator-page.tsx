import { SelectField } from "../../forms/select-field.tsx";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import { DataTable } from "../parts/data-table.tsx";
import type { Grouping, TableProps } from "./indicator-props.ts";
import { countWords, indicatorNames, shownCount, shownObserved, windowWords } from "./indicator-words.ts";
import { MaskingNotice } from "./masking-notice.tsx";

/** What groupings are called. */
const groupingWords: Readonly<Record<Grouping, string>> = {
	county: "County",
	region: "Region",
	ageGroup: "Age group",
	raceEthnicity: "Race and ethnicity",
	sex: "Sex",
};

/** One indicator of a place in one window, by one grouping or two crossed. */
export function IndicatorPage(props: {
	readonly frame: PageFrame;
	readonly table: TableProps;
	readonly asPublic: boolean;
	/** The address of this page with its query, without `public`. */
	readonly address: string;
	readonly csvAddress: string;
}) {
	const { frame, table, asPublic, address } = props;
	const { indicator, jurisdiction, run, by, total, rows } = table;
	const title = `${indicator} ${indicatorNames[indicator]}`;
	const words = countWords[indicator];
	const columns = [
		...by.map((each) => ({ label: groupingWords[each] })),
		{ label: words.numerator, numeric: true },
		{ label: words.denominator, numeric: true },
		{ label: "Observed performance", numeric: true },
	];
	const all =
		total.status === "counted" ? [{ key: "all", labels: ["All", ...by.slice(1).map(() => "")], count: total }] : [];
	const groups = rows.map((row) => ({
		key: JSON.stringify(row.group),
		labels: by.map((each) => row.labels[each] ?? ""),
		count: row,
	}));
	return (
		<Page
			frame={frame}
			title={title}
			breadcrumbs={[
				{ label: "Home", href: "/" },
				{ label: "Indicators", href: `/indicators?place=${jurisdiction.id}` },
			]}
		>
			<h1>{title}</h1>
			<p>
				{jurisdiction.name}, {run.window}: {windowWords(run)}. Data as of {run.dataAsOf}; definitions{" "}
				{run.definitionVersion}.
			</p>
			<MaskingNotice seesUnmasked={table.seesUnmasked} asPublic={asPublic} address={address} />
			{indicator === "P5" ? (
				<p>
					For AFCARS 2020 files this is a local estimate: the federal rule that turns living arrangements into moves has
					not been verified.
				</p>
			) : null}
			<GroupingChoice table={table} asPublic={asPublic} />
			<DataTable
				label={`${title} by ${by.map((each) => groupingWords[each].toLowerCase()).join(" and ")}`}
				caption={`By ${by.map((each) => groupingWords[each].toLowerCase()).join(" and ")}`}
				columns={columns}
				rows={[...all, ...groups].map(({ key, labels, count }) => ({
					key,
					cells: [
						...labels,
						shownCount(count.numerator),
						shownCount(count.denominator),
						shownObserved(indicator, count),
					],
				}))}
			/>
			<p>
				<a className="usa-link" href={props.csvAddress}>
					Download this table (CSV)
				</a>
			</p>
			<Options options={run.options} />
		</Page>
	);
}

function GroupingChoice({ table, asPublic }: { readonly table: TableProps; readonly asPublic: boolean }) {
	const [first = "county", second = ""] = table.by;
	const options = Object.entries(groupingWords).map(([value, label]) => ({ value, label }));
	return (
		<form method="get" action={`/indicators/${table.indicator}`} className="usa-form">
			<input type="hidden" name="place" value={table.jurisdiction.id} />
			<input type="hidden" name="window" value={table.run.window} />
			{asPublic ? <input type="hidden" name="public" value="1" /> : null}
			<SelectField name="by" label="By" options={options} value={first} />
			<SelectField name="by2" label="Crossed with" emptyLabel="Nothing else" options={options} value={second} />
			<button type="submit" className="usa-button usa-button--outline">
				Show
			</button>
		</form>
	);
}

/** The choices where the federal rules leave room. */
function Options({ options }: { readonly options: Readonly<Record<string, string>> }) {
	return (
		<details>
			<summary>Choices where the federal rules leave room</summary>
			<ul className="usa-list">
				{Object.entries(options).map(([name, value]) => (
					<li key={name}>
						<code>
							{name}={value}
						</code>
					</li>
				))}
			</ul>
		</details>
	);
}
