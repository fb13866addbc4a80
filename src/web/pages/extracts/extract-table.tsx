import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { DataTable } from "../parts/data-table.tsx";
import { Moment } from "../parts/moment.tsx";
import { StatusTag } from "../parts/status-tag.tsx";
import { type ExtractLoadProps, extractKindWords, loadStateWords } from "./extract-props.ts";

/** Every load of a file: what it is, who and when, what became of it and how many problems it has. */
export function ExtractTable(props: {
	readonly loads: readonly ExtractLoadProps[];
	readonly places: readonly Fact<"jurisdiction">[];
}) {
	const placeName = (id: string) => props.places.find((each) => each.id === id)?.name ?? "–";
	const number = (count: number) => count.toLocaleString("en-US");
	return (
		<DataTable
			label="All files"
			caption="All files, newest first"
			quietCaption
			columns={[
				{ label: "File" },
				{ label: "State" },
				{ label: "Place" },
				{ label: "Kind" },
				{ label: "Period" },
				{ label: "Handed in" },
				{ label: "Records", numeric: true },
				{ label: "To mend", numeric: true },
				{ label: "Worth a look", numeric: true },
			]}
			rows={props.loads.map((load) => {
				const { words, tone } = loadStateWords[load.state];
				return {
					key: load.id,
					cells: [
						<a key="file" className="usa-link text-break" href={`/extracts/${load.id}`}>
							{load.fileName}
						</a>,
						<StatusTag key="state" tone={tone}>
							{words}
						</StatusTag>,
						placeName(load.jurisdictionId),
						extractKindWords(load.extractKind),
						load.period ?? "–",
						<span key="when">
							<Moment at={load.at} /> by {load.by || "–"}
						</span>,
						number(load.records),
						number(load.mendProblems),
						number(load.lookProblems),
					],
				};
			})}
		/>
	);
}
