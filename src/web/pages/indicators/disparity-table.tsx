import { DataTable } from "../parts/data-table.tsx";

export type DisparityProps = {
	/** The group that the others are compared with. */
	readonly reference: string;
	readonly rows: readonly {
		readonly group: string;
		readonly index: { readonly estimate: number; readonly lower: number; readonly upper: number } | null;
		readonly reason: "" | "reference" | "masked" | "too-few";
	}[];
};

const reasonWords = {
	"": "–",
	reference: "Compared with",
	masked: "Not shown: a count is masked",
	"too-few": "Too few to say",
} as const;

/** How the rate of each group stands to that of one of them. */
export function DisparityTable({ reference, rows }: DisparityProps) {
	return (
		<section aria-labelledby="disparity">
			<h2 id="disparity">Disparity index</h2>
			<p className="measure-5">
				The observed rate of each group divided by that of {reference}: 2 is twice as much, 1 the same. The interval is
				the range that chance alone leaves open (95 percent); when it holds 1, the groups cannot be told apart.
			</p>
			<DataTable
				label="Disparity index"
				caption={`Rate of each group over that of ${reference}`}
				columns={[{ label: "Group" }, { label: "Index", numeric: true }, { label: "Interval" }]}
				rows={rows.map(({ group, index, reason }) => ({
					key: group,
					cells: [
						group,
						index ? index.estimate.toFixed(2) : "–",
						index ? `${index.lower.toFixed(2)} to ${index.upper.toFixed(2)}` : reasonWords[reason],
					],
				}))}
			/>
		</section>
	);
}
