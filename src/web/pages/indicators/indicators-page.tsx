import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { SelectField } from "../../forms/select-field.tsx";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import { DataTable } from "../parts/data-table.tsx";
import type { ResultListProps, WindowProps } from "./indicator-props.ts";
import { indicatorNames, shownCount, shownObserved, windowWords } from "./indicator-words.ts";
import { MaskingNotice } from "./masking-notice.tsx";
import { QualityTable } from "./quality-table.tsx";

/** The seven federal data indicators of a place: the newest window, and every window beside each other. */
export function IndicatorsPage(props: {
	readonly frame: PageFrame;
	readonly places: readonly Fact<"jurisdiction">[];
	readonly results: ResultListProps;
	readonly asPublic: boolean;
}) {
	const { frame, places, results, asPublic } = props;
	const { jurisdiction, windows } = results;
	const address = `/indicators?place=${jurisdiction.id}`;
	const title = `Federal data indicators of ${jurisdiction.name}`;
	const [newest] = windows;
	return (
		<Page frame={frame} title={title} breadcrumbs={[{ label: "Home", href: "/" }]}>
			<h1>{title}</h1>
			{places.length > 1 ? <PlaceChoice places={places} shown={jurisdiction.id} /> : null}
			{newest ? (
				<>
					<MaskingNotice seesUnmasked={results.seesUnmasked} asPublic={asPublic} address={address} />
					<p>
						This is observed performance, counted from the agency’s own files. It is never held against national
						performance: only the risk-standardized performance of the federal data profile may be.
					</p>
					<h2>
						{newest.run.window}: {windowWords(newest.run)}
					</h2>
					<NewestTable window={newest} place={jurisdiction.id} asPublic={asPublic} />
					<Sources window={newest} />
					{newest.quality ? (
						<details className="margin-top-2">
							<summary>Data-quality checks of {newest.run.window}</summary>
							<QualityTable quality={newest.quality} />
						</details>
					) : null}
					<h2>All windows</h2>
					<p>Windows are twelve months long and overlap by six.</p>
					<WindowTable windows={windows} />
				</>
			) : (
				<p>
					Nothing has been counted for {jurisdiction.name} yet. The indicators are counted by themselves when the AFCARS
					and NCANDS files of a window have been loaded: a data analyst loads them with the command{" "}
					<code>throughline load extract</code>.
				</p>
			)}
		</Page>
	);
}

function PlaceChoice(props: { readonly places: readonly Fact<"jurisdiction">[]; readonly shown: string }) {
	return (
		<form method="get" action="/indicators" className="usa-form">
			<SelectField
				name="place"
				label="Place"
				options={props.places.map(({ id, name }) => ({ value: id, label: name }))}
				value={props.shown}
			/>
			<button type="submit" className="usa-button usa-button--outline">
				Show
			</button>
		</form>
	);
}

function NewestTable(props: { readonly window: WindowProps; readonly place: string; readonly asPublic: boolean }) {
	const { window, place, asPublic } = props;
	return (
		<DataTable
			label={`Indicators, ${window.run.window}`}
			caption={`The indicators of ${windowWords(window.run)}`}
			quietCaption
			columns={[
				{ label: "Indicator" },
				{ label: "Numerator", numeric: true },
				{ label: "Denominator", numeric: true },
				{ label: "Observed performance", numeric: true },
				{ label: "Data quality" },
			]}
			rows={window.results.map((result) => {
				const { indicator } = result;
				const name = `${indicator} ${indicatorNames[indicator]}`;
				if (result.status !== "counted") {
					const why =
						result.status === "needs-files"
							? `Needs the files ${result.missing.join(", ")}`
							: "Not counted from April to March";
					return { key: indicator, cells: [name, "–", "–", "–", why] };
				}
				const query = `place=${place}&window=${window.run.window}${asPublic ? "&public=1" : ""}`;
				return {
					key: indicator,
					cells: [
						<a key="name" className="usa-link" href={`/indicators/${indicator}?${query}`}>
							{name}
						</a>,
						shownCount(result.numerator),
						shownCount(result.denominator),
						shownObserved(indicator, result),
						result.exceededChecks.length === 0
							? "Within the limits"
							: `Over the limit: ${result.exceededChecks.join(", ")}`,
					],
				};
			})}
		/>
	);
}

function WindowTable({ windows }: { readonly windows: readonly WindowProps[] }) {
	const inOrder = [...windows].reverse();
	return (
		<DataTable
			label="Observed performance by window"
			caption="Observed performance in every window that was counted, oldest first"
			columns={[{ label: "Indicator" }, ...inOrder.map(({ run }) => ({ label: run.window, numeric: true }))]}
			rows={Object.entries(indicatorNames).map(([indicator, name]) => ({
				key: indicator,
				cells: [
					`${indicator} ${name}`,
					...inOrder.map(({ results }) => {
						const result = results.find((each) => each.indicator === indicator);
						return result?.status === "counted" ? shownObserved(result.indicator, result) : "–";
					}),
				],
			}))}
		/>
	);
}

/** Which files the numbers came from, and by which definitions. */
function Sources({ window: { run } }: { readonly window: WindowProps }) {
	return (
		<details className="margin-top-2">
			<summary>Where the numbers of {run.window} came from</summary>
			<p>
				Data as of {run.dataAsOf}; definitions {run.definitionVersion}.
			</p>
			<ul className="usa-list">
				{run.files.map(({ loadId, system, period, fileName, sha256 }) => (
					<li key={loadId}>
						{system} {period}: <span className="text-break">{fileName}</span>, checksum{" "}
						<code>{sha256.slice(0, 12)}…</code>
					</li>
				))}
			</ul>
		</details>
	);
}
