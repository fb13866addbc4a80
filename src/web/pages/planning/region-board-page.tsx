import { formatDate } from "../../../domain/calendar/plain-date.ts";
import { DataTable } from "../parts/data-table.tsx";
import { StatusTag } from "../parts/status-tag.tsx";
import { PlanningLayout } from "./planning-layout.tsx";
import type { PlanningProps } from "./planning-props.ts";

/** What was held and formed in each region, so that none is forgotten. */
export function RegionBoardPage(props: {
	readonly planning: PlanningProps;
	readonly rows: readonly {
		readonly id: string;
		readonly name: string;
		readonly meetings: readonly { readonly kind: string; readonly title: string; readonly heldOn: string | null }[];
		readonly teams: readonly string[];
	}[];
	readonly kinds: readonly { readonly id: string; readonly name: string }[];
}) {
	const { planning, rows, kinds } = props;
	return (
		<PlanningLayout planning={planning} title="Regions">
			<p className="usa-intro">
				What was done at the State is repeated in each region. A region without a meeting stands out here.
			</p>
			{rows.length === 0 ? (
				<p>The State has no regions in this installation. An administrator adds them from the command line.</p>
			) : (
				<DataTable
					caption={`Regions in the cycle of FFY${planning.year.cycleStart}`}
					label="Regions"
					columns={[{ label: "Region" }, ...kinds.map(({ name }) => ({ label: name })), { label: "Teams in it" }]}
					rows={rows.map(({ id, name, meetings, teams }) => ({
						key: id,
						cells: [
							name,
							...kinds.map((kind) => {
								const held = meetings.find((each) => each.kind === kind.id);
								return held?.heldOn ? (
									`${held.title}, ${formatDate(held.heldOn as never)}`
								) : (
									<StatusTag key={kind.id} tone="bad">
										Nothing held
									</StatusTag>
								);
							}),
							teams.length > 0 ? (
								teams.join("; ")
							) : (
								<StatusTag key="teams" tone="bad">
									No team
								</StatusTag>
							),
						],
					}))}
				/>
			)}
			<p>
				<a className="usa-link" href="/planning-year/meetings">
					Add a meeting
				</a>
				{" or "}
				<a className="usa-link" href="/planning-year/teams">
					a team
				</a>
			</p>
		</PlanningLayout>
	);
}
