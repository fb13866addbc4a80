import { federalStatusWords } from "../../../domain/measure/federal-status-words.ts";
import { formatValue } from "../../../domain/measure/format-value.ts";
import type { FederalSeriesProps } from "./federal-result-props.ts";

const width = 400;
const rowHeight = 34;
const [left, right, top, bottom] = [76, 104, 30, 26];
const ink = "#1b1b1b";
/** As the tags of the same statuses. */
const colours = {
	better: "#216e1f",
	"no-different": "#0b4778",
	worse: "#b21d38",
	"not-calculated": "#565c65",
} as const;

/**
 * The interval of each period as a bar with RSP as a dot, the status beside it in words, and national performance as a dashed line.
 * Observed performance is not drawn: it has no place beside national performance.
 */
export function IntervalChart({ series: { national, results } }: { readonly series: FederalSeriesProps }) {
	const { code, unit, value } = national;
	const show = (number: number) => formatValue(number, unit).replace(/ per .*/, "");
	const bounds = [
		value,
		...results.flatMap(({ lower, upper }) => (lower === null || upper === null ? [] : [lower, upper])),
	];
	const [low, high] = [Math.min(...bounds), Math.max(...bounds)];
	const margin = (high - low || value) * 0.12;
	const from = Math.max(0, low - margin);
	const across = (number: number) => round(left + ((number - from) / (high + margin - from)) * (width - left - right));
	const height = top + results.length * rowHeight + bottom;
	const line = across(value);
	const direction = national.direction === "up" ? "More is better →" : "← Less is better";
	return (
		<svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" fontSize="12" fill={ink}>
			<title>{`${code}: risk-standardized intervals and national performance`}</title>
			<desc>{describe({ national, results })}</desc>
			<line
				x1={line}
				x2={line}
				y1={top - 10}
				y2={height - bottom}
				stroke={ink}
				strokeWidth="1.5"
				strokeDasharray="6 4"
			/>
			<text x={line} y={top - 16} textAnchor="middle">{`National ${show(value)}`}</text>
			{results.map(({ id, period, status, lower, upper, riskStandardized }, index) => {
				const y = top + index * rowHeight + rowHeight / 2;
				const colour = colours[status];
				return (
					<g key={id}>
						<text x="0" y={y + 4}>
							{period}
						</text>
						{lower === null || upper === null || riskStandardized === null ? null : (
							<>
								<path
									d={`M${across(lower)} ${y - 6}v12m0 -6H${across(upper)}m0 -6v12`}
									stroke={colour}
									strokeWidth="2.5"
									fill="none"
								/>
								<circle cx={across(riskStandardized)} cy={y} r="4.5" fill={colour} />
							</>
						)}
						<text x={width - right + 8} y={y + 4} fill={colour} fontWeight="bold">
							{federalStatusWords[status]}
						</text>
					</g>
				);
			})}
			<text x={left} y={height - 8}>
				{direction}
			</text>
		</svg>
	);
}

function round(number: number): number {
	return Math.round(number * 10) / 10;
}

/** The chart in words, for those who do not see it; the table beside it has the numbers. */
function describe({ national, results }: FederalSeriesProps): string {
	const { unit, value } = national;
	const periods = results.map(({ period, status, lower, upper }) =>
		lower === null || upper === null
			? `${period}: not calculated`
			: `${period}: ${formatValue(lower, unit)} to ${formatValue(upper, unit)}, ${federalStatusWords[status].toLowerCase()}`,
	);
	return `Interval chart. National performance ${formatValue(value, unit)}. ${periods.join("; ")}.`;
}
