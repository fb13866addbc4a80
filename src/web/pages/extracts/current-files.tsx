import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { DataTable } from "../parts/data-table.tsx";
import { type ExtractLoadProps, extractKindWords } from "./extract-props.ts";

/** The current file of each place, system and period. */
export function CurrentFiles(props: {
	readonly loads: readonly ExtractLoadProps[];
	readonly places: readonly Fact<"jurisdiction">[];
}) {
	const placeName = (id: string) => props.places.find((each) => each.id === id)?.name ?? "–";
	const system = (load: ExtractLoadProps) => (load.extractKind === "ncands" ? "NCANDS" : "AFCARS");
	const key = (load: ExtractLoadProps) =>
		`${placeName(load.jurisdictionId)} ${system(load)} ${load.period?.padStart(4, " ") ?? ""}`;
	const sorted = [...props.loads].sort((a, b) => key(a).localeCompare(key(b), "en"));
	return (
		<DataTable
			label="Files that indicators are counted from"
			caption="The current file of each place, system and period"
			quietCaption
			columns={[
				{ label: "Period" },
				{ label: "System" },
				{ label: "Place" },
				{ label: "Kind" },
				{ label: "File" },
				{ label: "Records", numeric: true },
			]}
			rows={sorted.map((load) => ({
				key: load.id,
				cells: [
					load.period ?? "–",
					system(load),
					placeName(load.jurisdictionId),
					extractKindWords(load.extractKind),
					<a key="file" className="usa-link text-break" href={`/extracts/${load.id}`}>
						{load.fileName}
					</a>,
					load.records.toLocaleString("en-US"),
				],
			}))}
		/>
	);
}
