import { formatDate, plainDate } from "../../../domain/calendar/plain-date.ts";
import { DataTable } from "../parts/data-table.tsx";
import type { IndicatorRunProps } from "./indicator-props.ts";
import { earlierCountingWords } from "./indicator-words.ts";
import { optionWords } from "./option-words.ts";

/** Where the numbers came from: files with checksums, the day of the data, the version of the definitions, the options. */
export function RunSources({ run }: { readonly run: IndicatorRunProps }) {
	return (
		<section aria-labelledby="sources">
			<h2 id="sources">How this was counted</h2>
			<ul className="usa-list">
				<li>Data as of {formatDate(run.dataAsOf)}.</li>
				<li>
					Counted on {formatDate(run.countedOn)} by definitions {run.definitionVersion}.
				</li>
				{run.goneFiles.length > 0 ? <li>{earlierCountingWords(run)}</li> : null}
				{run.population ? (
					<li>
						Child population of 1 July {run.population.year}
						{run.population.year === run.population.wantedYear
							? ""
							: `, the newest before 1 July ${run.population.wantedYear}`}
						: {run.population.source}, published {formatDate(plainDate(run.population.dataAsOf))}; file{" "}
						{run.population.files.map(({ fileName, sha256 }) => (
							<span key={sha256}>
								<span className="text-break">{fileName}</span>, checksum (SHA-256){" "}
								<span className="checksum">{sha256}</span>
							</span>
						))}
						.
					</li>
				) : null}
			</ul>
			<DataTable
				label="Files"
				caption={`Files that the counting of ${run.window} read`}
				columns={[{ label: "File" }, { label: "System" }, { label: "Period" }, { label: "Checksum (SHA-256)" }]}
				rows={run.files.map(({ fileName, system, period, sha256 }) => ({
					key: sha256 + fileName,
					cells: [
						<span key="name" className="text-break">
							{fileName}
						</span>,
						system,
						period,
						<span key="sum" className="checksum">
							{sha256}
						</span>,
					],
				}))}
			/>
			<details>
				<summary className="usa-link">Choices where the federal rules leave room</summary>
				<DataTable
					label="Options"
					caption="Options of this counting"
					columns={[{ label: "Option" }, { label: "Chosen" }, { label: "What it decides" }]}
					rows={Object.entries(run.options).map(([name, value]) => ({
						key: name,
						cells: [name, value, optionWords[name] ?? "–"],
					}))}
				/>
			</details>
		</section>
	);
}
