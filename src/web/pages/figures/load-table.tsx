import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { DataTable } from "../parts/data-table.tsx";
import { Moment } from "../parts/moment.tsx";
import type { LoadProps } from "./figure-props.ts";

/** Every load: which file, for which place, who and when, and what it changed. */
export function LoadTable(props: {
	readonly loads: readonly LoadProps[];
	readonly places: readonly Fact<"jurisdiction">[];
}) {
	const placeName = (id: string) => props.places.find((each) => each.id === id)?.name ?? "–";
	const number = (count: number) => count.toLocaleString("en-US");
	return (
		<DataTable
			label="Loads of figures"
			caption="Loads of figures, newest first"
			quietCaption
			columns={[
				{ label: "File" },
				{ label: "Place" },
				{ label: "Loaded" },
				{ label: "Figures", numeric: true },
				{ label: "Added", numeric: true },
				{ label: "Replaced", numeric: true },
				{ label: "Unchanged", numeric: true },
				{ label: "Checksum (SHA-256)" },
			]}
			rows={props.loads.map((load) => ({
				key: load.id,
				cells: [
					<a key="file" className="usa-link text-break" href={`/figures/loads/${load.id}`}>
						{load.fileName}
					</a>,
					placeName(load.jurisdictionId),
					<span key="when">
						<Moment at={load.at} /> by {load.by || "–"}
					</span>,
					number(load.rows),
					number(load.added),
					number(load.replaced),
					number(load.unchanged),
					<code key="checksum">{load.sha256.slice(0, 12)}…</code>,
				],
			}))}
		/>
	);
}
