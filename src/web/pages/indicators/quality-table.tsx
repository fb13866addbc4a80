import { DataTable } from "../parts/data-table.tsx";
import type { QualityProps } from "./indicator-props.ts";

/** The data-quality checks of the files behind a window, with their limits; those over their limit first. */
export function QualityTable({ quality, name }: { readonly quality: readonly QualityProps[]; readonly name: string }) {
	const inOrder = [...quality].sort((a, b) => Number(b.exceeded) - Number(a.exceeded));
	return (
		<DataTable
			label={`Data-quality checks of ${name}`}
			caption="Data-quality checks of the files, those over their limit first"
			quietCaption
			columns={[
				{ label: "Check" },
				{ label: "File" },
				{ label: "Found", numeric: true },
				{ label: "Of", numeric: true },
				{ label: "Percent", numeric: true },
				{ label: "Limit", numeric: true },
				{ label: "State" },
			]}
			rows={inOrder.map(({ check, system, period, failed, of, percent, limit, exceeded }) => ({
				key: `${check} ${system} ${period}`,
				cells: [
					check,
					`${system} ${period}`,
					failed.toLocaleString("en-US"),
					of.toLocaleString("en-US"),
					percent === null ? "–" : `${percent.toFixed(1)}%`,
					`${limit}%`,
					exceeded ? "Over the limit" : percent === null ? "Not checked" : "Within the limit",
				],
			}))}
		/>
	);
}
