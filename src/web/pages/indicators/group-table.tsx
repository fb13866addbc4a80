import { DataTable } from "../parts/data-table.tsx";
import { recordsPath } from "./indicator-paths.ts";
import {
	type GroupingName,
	type GroupRowProps,
	groupingLabels,
	type IndicatorNameProps,
	type IndicatorWindowProps,
	type PlaceProps,
} from "./indicator-props.ts";
import { countWords, observedValue } from "./indicator-words.ts";

/** An indicator by one or two groupings, after the number of all. The order is that of codes and ages, never of the numbers. */
export function GroupTable(props: {
	readonly indicator: IndicatorNameProps;
	readonly place: PlaceProps;
	readonly by: GroupingName;
	readonly choices: { readonly by2?: GroupingName | undefined };
	readonly shown: IndicatorWindowProps;
	readonly groups: readonly GroupRowProps[];
	readonly mayReadCases: boolean;
}) {
	const { indicator, place, by, shown, groups } = props;
	if (shown.result.status !== "counted") return <p>There is no number to show by group in this window.</p>;
	const isAllMasked = groups.length > 0 && groups.every(({ observed, isMasked }) => observed === null && isMasked);
	const names = [by, ...(props.choices.by2 ? [props.choices.by2] : [])];
	const heading = names.map((each) => groupingLabels[each]);
	// Records are found by their own groups; a region is none of them.
	const hasRecords = props.mayReadCases && !names.includes("region");
	const row = (key: string, labels: readonly string[], each: Omit<GroupRowProps, "labels">) => ({
		key,
		cells: [
			...labels,
			observedValue(each, indicator.unit),
			countWords(each.numerator, each.isMasked),
			countWords(each.denominator, each.isMasked),
			...(hasRecords
				? [
						<a
							key="records"
							className="usa-link"
							href={recordsPath(indicator.id, { place: place.id, window: shown.run.window, ...each.group })}
							aria-label={`Records of ${labels.join(", ")}`}
						>
							Records
						</a>,
					]
				: []),
		],
	});
	const table = (
		<DataTable
			label="By group"
			caption={`${indicator.shortTitle} in ${place.name} by ${heading.join(" and ").toLowerCase()}, ${shown.run.window}`}
			columns={[
				...heading.map((label) => ({ label })),
				{ label: "Observed", numeric: true },
				{ label: "Numerator", numeric: true },
				{ label: "Denominator", numeric: true },
				...(hasRecords ? [{ label: "Records" }] : []),
			]}
			rows={[
				row(
					"all",
					names.map((_, index) => (index === 0 ? "All" : "–")),
					{ group: {}, ...shown.result },
				),
				...groups.map((each) =>
					row(
						JSON.stringify(each.group),
						names.map((name) => each.labels[name] ?? "–"),
						each,
					),
				),
			]}
		/>
	);
	return (
		<>
			{isAllMasked ? <p>None of these groups can be shown. Choose one grouping alone, or a larger place.</p> : null}
			{table}
		</>
	);
}
