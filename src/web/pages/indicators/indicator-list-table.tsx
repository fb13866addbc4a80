import { unitWords } from "../../../domain/measure/format-value.ts";
import { DataTable } from "../parts/data-table.tsx";
import { StatusTag } from "../parts/status-tag.tsx";
import type { IndicatorListPageProps } from "./indicator-list-page.tsx";
import { indicatorPath } from "./indicator-paths.ts";
import type { IndicatorWindowProps } from "./indicator-props.ts";
import { countWords, earlierCountingWords, fileWords, listWords, observedNumber } from "./indicator-words.ts";
import { exceededCheckWords } from "./quality-words.ts";
import { SparkLine } from "./spark-line.tsx";
import { trendWords } from "./trend-words.ts";

type Row = IndicatorListPageProps["rows"][number];

/** One row an indicator: its newest number, how it went over the windows, and what puts it in doubt. */
export function IndicatorListTable(props: {
	readonly rows: readonly Row[];
	readonly placeId: string;
	readonly isPublic: boolean;
	readonly label: string;
	readonly caption: string;
}) {
	return (
		<DataTable
			label={props.label}
			caption={props.caption}
			columns={[
				{ label: "Indicator" },
				{ label: "Window" },
				{ label: "Observed", numeric: true },
				{ label: "Numerator", numeric: true },
				{ label: "Denominator", numeric: true },
				{ label: "Over the windows" },
				{ label: "Data quality and files" },
			]}
			rows={props.rows.map((row) => {
				const { indicator, windows } = row;
				const counted = windows.find(({ result }) => result.status === "counted");
				const path = indicatorPath(indicator.id, { place: props.placeId, isPublic: props.isPublic });
				const name = (
					<span key="name">
						<a className="usa-link" href={path}>
							{indicator.title}
						</a>
						{indicator.unit === "percent" ? null : (
							<span className="display-block text-normal">{unitWords[indicator.unit]}</span>
						)}
					</span>
				);
				const marks = <Marks key="marks" windows={windows} counted={counted} hasChecks={indicator.hasChecks} />;
				if (counted?.result.status !== "counted") {
					return { key: indicator.id, cells: [name, "None yet", "–", "–", "–", "–", marks] };
				}
				const { result, run } = counted;
				return {
					key: indicator.id,
					cells: [
						name,
						run.window,
						observedNumber(result, indicator.unit),
						countWords(result.numerator, result.isMasked),
						countWords(result.denominator, result.isMasked),
						<Trend key="trend" row={row} />,
						marks,
					],
				};
			})}
		/>
	);
}

function Trend({ row }: { readonly row: Row }) {
	const counted = row.windows.filter(({ result }) => result.status === "counted").toReversed();
	return (
		<>
			<SparkLine values={counted.map(({ result }) => (result.status === "counted" ? result.observed : null))} />
			<span className="display-block">{row.changeWords ?? trendWords(row.windows, row.indicator.unit)}</span>
		</>
	);
}

/** Checks over their limit, and the files that a newer window still needs. */
function Marks(props: {
	readonly windows: readonly IndicatorWindowProps[];
	readonly counted: IndicatorWindowProps | undefined;
	readonly hasChecks: boolean;
}) {
	const { windows, counted } = props;
	const checks = counted?.result.status === "counted" ? counted.result.exceededChecks : [];
	const earlier = counted ? earlierCountingWords(counted.run) : undefined;
	const next = windows
		.slice(0, counted ? windows.indexOf(counted) : undefined)
		.findLast(({ result }) => result.status === "needs-files");
	return (
		<>
			{checks.length > 0 ? (
				<>
					<StatusTag tone="bad">{checks.length === 1 ? "1 check" : `${checks.length} checks`} over the limit</StatusTag>
					<span className="display-block">{checks.map(exceededCheckWords).join("; ")}</span>
				</>
			) : null}
			{earlier ? <span className="display-block">From an earlier counting. {earlier}</span> : null}
			{counted && props.hasChecks && checks.length === 0 ? (
				<span className="display-block">All checks within their limits.</span>
			) : null}
			{counted && !props.hasChecks && !earlier && !next ? "–" : null}
			{next?.result.status === "needs-files" ? (
				<span className="display-block">
					{next.run.window} needs {listWords(next.result.missing.map(fileWords))}.
				</span>
			) : null}
		</>
	);
}
