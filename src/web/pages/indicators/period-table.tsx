import { formatDate } from "../../../domain/calendar/plain-date.ts";
import { DataTable } from "../parts/data-table.tsx";
import { type IndicatorChoices, indicatorPath } from "./indicator-paths.ts";
import type { IndicatorNameProps, IndicatorWindowProps } from "./indicator-props.ts";
import {
	countWords,
	earlierCountingWords,
	fileWords,
	listWords,
	observedValue,
	windowWords,
} from "./indicator-words.ts";
import { exceededCheckWords } from "./quality-words.ts";

/** All windows of an indicator, newest first. */
export function PeriodTable(props: {
	readonly indicator: IndicatorNameProps;
	readonly choices: IndicatorChoices;
	readonly windows: readonly IndicatorWindowProps[];
}) {
	const { indicator, choices } = props;
	return (
		<DataTable
			label="By period"
			caption={`${indicator.shortTitle} by 12-month window, newest first. Windows follow each other every six months and overlap.`}
			columns={[
				{ label: "Window" },
				{ label: "Observed", numeric: true },
				{ label: "Numerator", numeric: true },
				{ label: "Denominator", numeric: true },
				{ label: "Data as of" },
				{ label: "Data quality and files" },
			]}
			rows={props.windows
				.filter(({ result }) => result.status !== "not-applicable")
				.map(({ run, result }) => {
					const name = (
						<a key="window" className="usa-link" href={indicatorPath(indicator.id, { ...choices, window: run.window })}>
							{windowWords(run)}
						</a>
					);
					const asOf = formatDate(run.dataAsOf);
					if (result.status !== "counted") {
						const missing = result.status === "needs-files" ? listWords(result.missing.map(fileWords)) : "";
						return { key: run.window, cells: [name, "–", "–", "–", asOf, `Needs ${missing}.`] };
					}
					const checks = result.exceededChecks.map(exceededCheckWords).join("; ");
					const earlier = earlierCountingWords(run);
					return {
						key: run.window,
						cells: [
							name,
							observedValue(result, indicator.unit),
							countWords(result.numerator, result.isMasked),
							countWords(result.denominator, result.isMasked),
							asOf,
							[
								...(earlier ? [`From an earlier counting. ${earlier}`] : []),
								...(checks
									? [`Over the limit: ${checks}.`]
									: indicator.hasChecks
										? ["All checks within their limits."]
										: []),
							].join(" ") || "–",
						],
					};
				})}
		/>
	);
}
