import type { Indicator } from "../../../domain/measure/indicator.ts";
import type { PopulationGroup } from "../../../domain/measure/measure-facts.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import { groupWords, outcomeAddress } from "../outcomes/outcome-props.ts";
import { DataTable } from "../parts/data-table.tsx";
import { Moment } from "../parts/moment.tsx";
import type { LoadProps } from "./figure-props.ts";

/** What one load holds of one indicator and group. */
export type LoadPart = {
	readonly indicator: Indicator;
	readonly populationGroup: PopulationGroup;
	readonly figures: number;
	readonly firstPeriod: string;
	readonly lastPeriod: string;
};

/** One load of figures: the file, who took it and when, and which figures came with it. */
export function LoadPage(props: {
	readonly frame: PageFrame;
	readonly load: LoadProps;
	readonly place: Fact<"jurisdiction"> | undefined;
	readonly parts: readonly LoadPart[];
}) {
	const { frame, load, place, parts } = props;
	const number = (count: number) => count.toLocaleString("en-US");
	return (
		<Page
			frame={frame}
			title={`Load of ${load.fileName}`}
			breadcrumbs={[
				{ label: "Home", href: "/" },
				{ label: "Figures", href: "/figures" },
			]}
		>
			<h1 className="text-break">{load.fileName}</h1>
			<ul className="usa-list">
				<li>Place: {place?.name ?? "–"}</li>
				<li>
					Loaded by {load.by || "–"}, <Moment at={load.at} />
				</li>
				<li>
					{number(load.rows)} figures: {number(load.added)} added, {number(load.replaced)} replaced,{" "}
					{number(load.unchanged)} unchanged
				</li>
				<li className="text-break">
					Checksum of the file (SHA-256): <code>{load.sha256}</code>
				</li>
			</ul>
			<h2>What it brought</h2>
			{parts.length === 0 ? (
				<p>All figures of this file were there already, so nothing was added or replaced.</p>
			) : (
				<DataTable
					label="Figures of this load"
					caption="Figures that this load added or replaced"
					quietCaption
					columns={[
						{ label: "Indicator" },
						{ label: "Group" },
						{ label: "Figures", numeric: true },
						{ label: "Earliest period" },
						{ label: "Latest period" },
					]}
					rows={parts.map(({ indicator, populationGroup, ...part }) => ({
						key: `${indicator.vintage} ${indicator.code} ${populationGroup}`,
						cells: [
							<a key="indicator" className="usa-link" href={outcomeAddress(load.jurisdictionId, indicator)}>
								{indicator.code} {indicator.label}
							</a>,
							groupWords[populationGroup],
							number(part.figures),
							part.firstPeriod,
							part.lastPeriod,
						],
					}))}
				/>
			)}
		</Page>
	);
}
