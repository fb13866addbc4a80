import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import { DataTable } from "../parts/data-table.tsx";

type EquityTableProps = {
	readonly by: keyof typeof groupingWords;
	readonly reference: string | null;
	readonly rows: readonly {
		readonly group: string;
		readonly numerator: number | null;
		readonly denominator: number | null;
		readonly value: number | null;
		readonly index: { readonly estimate: number; readonly lower: number; readonly upper: number } | null;
		readonly says: keyof typeof verdictWords;
	}[];
};

export type EquityMeasureProps = {
	readonly code: string;
	readonly vintage: string;
	readonly label: string;
	readonly period: string;
	/** What a value is: "percent", "per 1,000 days in care". */
	readonly unitWords: string;
	/** The measure's own page. */
	readonly href: string;
	readonly tables: readonly EquityTableProps[];
};

const groupingWords = {
	raceEthnicity: "By race and ethnicity",
	ageGroup: "By age",
	sex: "By sex",
	county: "By county",
	agency: "By agency: child welfare and probation",
} as const;

const verdictWords = {
	reference: "Compared with",
	masked: "Not shown: a count is masked",
	"too-few": "Too few to say",
	higher: "Higher",
	lower: "Lower",
	"not-enough": "Not enough to say: chance alone could explain it",
	"not-compared": "Not compared",
} as const;

/** Every measure of a place by groups, as the public may see it, and how each group stands to a reference group. */
export function EquityPage(props: {
	readonly frame: PageFrame;
	readonly jurisdiction: Fact<"jurisdiction">;
	readonly measures: readonly EquityMeasureProps[];
	/** Only this measure is shown. */
	readonly only: string | undefined;
}) {
	const { frame, jurisdiction, measures, only } = props;
	const title = `Measures by groups, ${jurisdiction.name}`;
	const without = measures.filter(({ tables }) => tables.length === 0);
	return (
		<Page
			frame={frame}
			title={title}
			breadcrumbs={[
				{ label: "Home", href: "/" },
				{ label: "Outcomes", href: `/outcomes/${jurisdiction.id}` },
			]}
		>
			<h1>{title}</h1>
			<p className="usa-intro">
				Each measure by the groups that are known, with the rate of each group divided by that of a reference group: 2
				is twice as much, 1 the same.
			</p>
			<p>
				Counts of 1 to 10, and the counts that would give them away, are not shown here to anybody. The interval is the
				range that chance alone leaves open (95 percent); when it holds 1, there is not enough to say.
			</p>
			{only === undefined ? null : (
				<p>
					<a className="usa-link" href={`/equity/${jurisdiction.id}`}>
						All measures by groups
					</a>
				</p>
			)}
			{measures.length === 0 ? <p>No measure has been counted or loaded for {jurisdiction.name} yet.</p> : null}
			{measures
				.filter(({ tables }) => tables.length > 0)
				.map((measure) => (
					<MeasurePart key={`${measure.vintage} ${measure.code}`} measure={measure} />
				))}
			{without.length === 0 ? null : (
				<section aria-labelledby="without-groups">
					<h2 id="without-groups">Measures without groups</h2>
					<p>
						Nothing is known here of the groups of these measures. Groups by race and ethnicity, age, sex and county
						come from AFCARS and NCANDS files, loaded under Extracts; in a file of figures the column “population group”
						gives child welfare and probation apart.
					</p>
					<ul className="usa-list">
						{without.map(({ code, vintage, label, href }) => (
							<li key={`${vintage} ${code}`}>
								<a className="usa-link" href={href}>
									{code} {label}
								</a>
							</li>
						))}
					</ul>
				</section>
			)}
		</Page>
	);
}

function MeasurePart({ measure }: { readonly measure: EquityMeasureProps }) {
	const { code, vintage, label, period, unitWords, href, tables } = measure;
	const id = `measure-${vintage || "counted"}-${code}`;
	return (
		<section aria-labelledby={id}>
			<h2 id={id}>
				<a className="usa-link" href={href}>
					{code} {label}
				</a>
			</h2>
			<p>
				{period}; {unitWords}.
			</p>
			{tables.map((table) => (
				<DataTable
					key={table.by}
					caption={
						table.reference === null
							? groupingWords[table.by]
							: `${groupingWords[table.by]}, compared with ${table.reference}`
					}
					label={`${code}: ${groupingWords[table.by]}`}
					columns={[
						{ label: "Group" },
						{ label: "Numerator", numeric: true },
						{ label: "Denominator", numeric: true },
						{ label: "Value", numeric: true },
						{ label: "Index", numeric: true },
						{ label: "Interval" },
						{ label: "What it says" },
					]}
					rows={table.rows.map((each) => ({
						key: each.group,
						cells: [
							each.group || "Not known",
							count(each.numerator),
							count(each.denominator),
							each.value === null ? "*" : each.value.toFixed(2),
							each.index ? each.index.estimate.toFixed(2) : "–",
							each.index ? `${each.index.lower.toFixed(2)} to ${each.index.upper.toFixed(2)}` : "–",
							verdictWords[each.says],
						],
					}))}
				/>
			))}
		</section>
	);
}

function count(value: number | null): string {
	return value === null ? "*" : value.toLocaleString("en-US");
}
