import { federalStatusWords } from "../../../domain/measure/federal-status-words.ts";
import { formatValue } from "../../../domain/measure/format-value.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { DataTable } from "../parts/data-table.tsx";
import { StatusTag } from "../parts/status-tag.tsx";
import { type FederalSeriesProps, federalStatusTones } from "./federal-result-props.ts";

/** The results of one indicator by period. Only the status has a colour: observed performance is not judged. */
export function FederalResultTable({ series: { national, results } }: { readonly series: FederalSeriesProps }) {
	const { code, unit } = national;
	const show = (value: number | null) => (value === null ? "–" : formatValue(value, unit));
	const count = (value: number | null) => (value === null ? "–" : value.toLocaleString("en-US"));
	return (
		<DataTable
			label={`${code} by period`}
			caption={`${code}: results by period`}
			quietCaption
			columns={[
				{ label: "Period" },
				{ label: "RSP", numeric: true },
				{ label: "Interval", numeric: true },
				{ label: "Status" },
				{ label: "Observed", numeric: true },
				{ label: "Numerator", numeric: true },
				{ label: "Denominator", numeric: true },
				{ label: "Profile" },
			]}
			rows={results.map((result) => ({
				key: result.id,
				cells: [
					result.period,
					show(result.riskStandardized),
					result.lower === null ? "–" : `${show(result.lower)} to ${show(result.upper)}`,
					<StatusCell key="status" result={result} />,
					show(result.observed),
					count(result.numerator),
					count(result.denominator),
					<span key="profile" className="text-no-wrap">
						{result.profile}
					</span>,
				],
			}))}
		/>
	);
}

function StatusCell({ result }: { readonly result: Fact<"federal-result"> }) {
	const { status, publishedStatus, reason } = result;
	return (
		<>
			<StatusTag tone={federalStatusTones[status]}>{federalStatusWords[status]}</StatusTag>
			{reason === "" ? null : <span className="display-block">{reason}</span>}
			{publishedStatus === null || publishedStatus === status ? null : (
				<span className="display-block">The file says: {federalStatusWords[publishedStatus].toLowerCase()}</span>
			)}
		</>
	);
}
