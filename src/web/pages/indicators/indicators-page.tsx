import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { SelectField } from "../../forms/select-field.tsx";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import { DataTable } from "../parts/data-table.tsx";
import type { ResultListProps, WindowProps } from "./indicator-props.ts";
import {
	type IndicatorName,
	indicatorIds,
	indicatorNames,
	shownCount,
	shownObserved,
	windowWords,
} from "./indicator-words.ts";
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
					<h2>The newest figure of each indicator</h2>
					<NewestTable windows={windows} place={jurisdiction.id} asPublic={asPublic} />
					<h2>All windows</h2>
					<p>Windows are twelve months long and overlap by six.</p>
					<WindowTable windows={windows} place={jurisdiction.id} asPublic={asPublic} />
					{windows.map((window) => (
						<WindowSources key={window.run.window} window={window} />
					))}
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

/** One row an indicator: the newest window in which its files are all there. */
function NewestTable(props: {
	readonly windows: readonly WindowProps[];
	readonly place: string;
	readonly asPublic: boolean;
}) {
	const { windows, place, asPublic } = props;
	return (
		<DataTable
			label="The newest figure of each indicator"
			caption="The newest window of each indicator for which all files are there"
			quietCaption
			columns={[
				{ label: "Indicator" },
				{ label: "Window" },
				{ label: "Numerator", numeric: true },
				{ label: "Denominator", numeric: true },
				{ label: "Observed performance", numeric: true },
				{ label: "Data quality" },
			]}
			rows={indicatorIds.map((indicator) => {
				const name = `${indicator} ${indicatorNames[indicator]}`;
				for (const { run, results } of windows) {
					const result = results.find((each) => each.indicator === indicator);
					if (result?.status !== "counted") continue;
					const query = `place=${place}&window=${run.window}${asPublic ? "&public=1" : ""}`;
					return {
						key: indicator,
						cells: [
							<a key="name" className="usa-link" href={`/indicators/${indicator}?${query}`}>
								{name}
							</a>,
							run.window,
							shownCount(result.numerator),
							shownCount(result.denominator),
							shownObserved(indicator, result),
							result.exceededChecks.length === 0
								? "Within the limits"
								: `Over the limit: ${result.exceededChecks.join(", ")}`,
						],
					};
				}
				return { key: indicator, cells: [name, "–", "–", "–", "–", neededWords(indicator, windows)] };
			})}
		/>
	);
}

/** Which files are missing for the newest window in which the indicator could be counted. */
function neededWords(indicator: IndicatorName, windows: readonly WindowProps[]): string {
	for (const { run, results } of windows) {
		const result = results.find((each) => each.indicator === indicator);
		if (result?.status === "needs-files") return `Needs the files ${result.missing.join(", ")} for ${run.window}`;
	}
	return "Not counted from April to March";
}

function WindowTable(props: {
	readonly windows: readonly WindowProps[];
	readonly place: string;
	readonly asPublic: boolean;
}) {
	const { place, asPublic } = props;
	const inOrder = [...props.windows].reverse();
	return (
		<DataTable
			label="Observed performance by window"
			caption="Observed performance in every window that was counted, oldest first"
			columns={[{ label: "Indicator" }, ...inOrder.map(({ run }) => ({ label: run.window, numeric: true }))]}
			rows={indicatorIds.map((indicator) => ({
				key: indicator,
				cells: [
					`${indicator} ${indicatorNames[indicator]}`,
					...inOrder.map(({ run, results }) => {
						const result = results.find((each) => each.indicator === indicator);
						if (result?.status !== "counted") return "–";
						const query = `place=${place}&window=${run.window}${asPublic ? "&public=1" : ""}`;
						return (
							<a key={run.window} className="usa-link" href={`/indicators/${indicator}?${query}`}>
								{shownObserved(indicator, result)}
								<span className="usa-sr-only">
									, {indicator} in {run.window}
								</span>
							</a>
						);
					}),
				],
			}))}
		/>
	);
}

/** Which files the numbers of a window came from, by which definitions, and how the files did in the data-quality checks. */
function WindowSources({ window: { run, quality } }: { readonly window: WindowProps }) {
	return (
		<details className="margin-top-2">
			<summary>
				{run.window}, {windowWords(run)}: files{quality ? " and data-quality checks" : ""}
			</summary>
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
			{quality ? <QualityTable quality={quality} name={run.window} /> : null}
		</details>
	);
}
