import {
	type EquityCounts,
	type EquityMeasure,
	type EquityTable,
	equityCountTexts,
	equityGroupingWords,
	equitySentence,
} from "../../../domain/measure/disparity/equity-measure.ts";
import { unitWords } from "../../../domain/measure/format-value.ts";
import { maskedMark } from "../../../domain/measure/masking.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import { DataTable } from "../parts/data-table.tsx";

export type EquityMeasureProps = {
	readonly measure: EquityMeasure;
	readonly period: string;
	/** The measure's own page. */
	readonly href: string;
};

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
	const without = measures.filter(({ measure }) => measure.tables.length === 0);
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
				Each measure by the groups that are known, with the disparity ratio of each: its rate divided by that of a
				reference group. 2 is twice as much, 1 the same.
			</p>
			<p>
				Counts of 1 to 10, and the counts that would give them away, are not shown here to anybody. The interval is the
				range that chance alone leaves open (95 percent); when it holds 1, there is not enough to say. A child of
				Hispanic origin is counted as Hispanic, of whatever race.
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
				.filter(({ measure }) => measure.tables.length > 0)
				.map((each) => (
					<MeasurePart key={`${each.measure.vintage} ${each.measure.code}`} {...each} />
				))}
			{without.length === 0 ? null : (
				<section aria-labelledby="without-groups">
					<h2 id="without-groups">Measures without groups</h2>
					<p>
						Nothing is known here of the groups of these measures. Groups by race and Hispanic origin, age, sex and
						county come from AFCARS and NCANDS files, loaded under Extracts; in a file of figures the column “population
						group” gives child welfare and probation apart.
					</p>
					<ul className="usa-list">
						{without.map(({ measure: { code, vintage, label }, href }) => (
							<li key={`${vintage} ${code}`}>
								<a className="usa-link" href={href}>
									{code} {label}
								</a>
							</li>
						))}
					</ul>
				</section>
			)}
			<section aria-labelledby="case-review">
				<h2 id="case-review">Items of the case review</h2>
				<p>
					What is kept here of a case review is how many cases of an item were a Strength, not whose cases they were. It
					holds no race, Hispanic origin, age or sex of a child, so its items cannot be told apart by groups. Where the
					reviewers saw a difference between groups, write it down as evidence of a{" "}
					<a className="usa-link" href="/findings">
						finding
					</a>
					.
				</p>
			</section>
		</Page>
	);
}

function MeasurePart({ measure, period, href }: EquityMeasureProps) {
	const { code, vintage, label, unit, total, tables } = measure;
	const id = `measure-${vintage || "counted"}-${code}`;
	return (
		<section aria-labelledby={id}>
			<h2 id={id}>
				<a className="usa-link" href={href}>
					{code} {label}
				</a>
			</h2>
			<p>
				{period}; {unit === "" ? "unit not known" : unitWords[unit]}.
			</p>
			{tables.map((table) => (
				<GroupTable key={table.by} code={code} table={table} total={total} />
			))}
		</section>
	);
}

function GroupTable(props: {
	readonly code: string;
	readonly table: EquityTable;
	readonly total: EquityCounts | null;
}) {
	const { code, table, total } = props;
	const words = equityGroupingWords[table.by];
	return (
		<DataTable
			caption={table.reference === null ? words : `${words}, compared with ${table.reference}`}
			label={`${code}: ${words}`}
			columns={[
				{ label: "Group" },
				{ label: "Numerator", numeric: true },
				{ label: "Denominator", numeric: true },
				{ label: "Value", numeric: true },
				{ label: "Ratio", numeric: true },
				{ label: "What it says" },
			]}
			rows={[
				...table.rows.map((each) => ({
					key: each.group,
					cells: [
						each.group || "Not known",
						...countCells(each),
						each.index ? each.index.estimate.toFixed(2) : "–",
						equitySentence(each, table.reference),
					],
				})),
				...(total === null ? [] : [{ key: "all children", cells: ["All children", ...countCells(total), "–", ""] }]),
			]}
		/>
	);
}

function countCells(counts: EquityCounts): readonly string[] {
	return [...equityCountTexts(counts), counts.value === null ? maskedMark : counts.value.toFixed(2)];
}
