import { formatDate } from "../../../domain/calendar/plain-date.ts";
import { describePeriod } from "../../../domain/measure/describe-period.ts";
import { formatValue } from "../../../domain/measure/format-value.ts";
import type { Observation, Unit } from "../../../domain/measure/measure-facts.ts";
import { DataTable } from "../parts/data-table.tsx";

/** The loaded figures of one indicator that a component is about. */
export type ComponentFigures = {
	readonly code: string;
	readonly vintage: string;
	readonly title: string;
	readonly unit: Unit | null;
	/** Oldest first. */
	readonly observations: readonly Observation[];
	/** How the newest stands against its standard, in a sentence. */
	readonly judgement: string;
	/** The trend, drawn by the program itself, with its words; undefined where there is nothing to draw. */
	readonly trend: { readonly svg: string; readonly altText: string; readonly sentence: string } | undefined;
	/** The outcome's own page. */
	readonly href: string;
};

/** What the figures say on a component's subject: the trend, the newest figures as a table, and where they came from. */
export function FiguresBeside({ figures }: { readonly figures: readonly ComponentFigures[] }) {
	if (figures.length === 0) return null;
	return (
		<div className="figures-beside">
			<h3>What the loaded figures say</h3>
			{figures.map((each) => (
				<IndicatorFigures key={`${each.vintage}|${each.code}`} figures={each} />
			))}
		</div>
	);
}

function IndicatorFigures({ figures }: { readonly figures: ComponentFigures }) {
	const { code, title, unit, observations, trend } = figures;
	const newest = observations.slice(-5).reverse();
	if (newest.length === 0) {
		return (
			<p>
				No figures are loaded for {code} {title}. Load them on the Figures page, or type the value with its period and
				source.
			</p>
		);
	}
	return (
		<>
			<p>{figures.judgement}</p>
			{trend ? (
				<>
					<p>{trend.sentence}</p>
					{/* biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by the program from numbers, with escaped text */}
					<div className="figure-trend" dangerouslySetInnerHTML={{ __html: trend.svg }} />
				</>
			) : null}
			<DataTable
				caption={`${code} ${title}: the newest figures`}
				label={`Figures of ${code}`}
				columns={[
					{ label: "Period" },
					{ label: "Value", numeric: true },
					{ label: "Count", numeric: true },
					{ label: "Source" },
				]}
				rows={newest.map((each) => ({
					key: each.id,
					cells: [
						describePeriod(each.periodStart, each.periodEnd),
						unit ? formatValue(each.value, unit) : String(each.value),
						each.numerator === null || each.denominator === null
							? "Not given"
							: `${each.numerator.toLocaleString("en-US")} of ${each.denominator.toLocaleString("en-US")}`,
						`${each.source}, data as of ${formatDate(each.dataAsOf)}`,
					],
				}))}
			/>
			<p>
				<a className="usa-link" href={figures.href}>
					All figures of {code}
				</a>
			</p>
		</>
	);
}
