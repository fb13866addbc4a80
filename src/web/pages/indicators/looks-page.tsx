import { SelectField } from "../../forms/select-field.tsx";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import { DataTable } from "../parts/data-table.tsx";
import { Moment } from "../parts/moment.tsx";
import type { PlaceProps } from "./indicator-props.ts";

export type LookProps = {
	readonly id: string;
	readonly personName: string;
	/** ISO time. */
	readonly lookedAt: string;
	readonly indicator: string;
	/** What was asked for, by name: window, groups, from which record on. */
	readonly asked: Readonly<Record<string, string | number>>;
};

/** Who looked at case-level data of a place: all looks for those who have the log verified, one's own for others. */
export function LooksPage(props: {
	readonly frame: PageFrame;
	readonly places: readonly PlaceProps[];
	readonly place: PlaceProps;
	readonly looks: readonly LookProps[];
}) {
	const { frame, places, place, looks } = props;
	return (
		<Page
			frame={frame}
			title={`Looks at case-level data, ${place.name}`}
			shortTitle="Looks at case-level data"
			breadcrumbs={[
				{ label: "Home", href: "/" },
				{ label: "Indicators", href: "/indicators" },
			]}
		>
			<h1>
				Looks at case-level data
				<span className="display-block font-sans-lg text-normal">{place.name}</span>
			</h1>
			<p className="measure-5">
				Each look at the records behind a number is written down before anything is read. Administrators see all looks
				of their place, others their own. The last thousand are listed, the newest first.
			</p>
			{places.length > 1 ? (
				<form method="get" action="/indicators/looks" className="usa-form">
					<SelectField
						name="place"
						label="Place"
						options={places.map(({ id, name }) => ({ value: id, label: name }))}
						value={place.id}
					/>
					<button type="submit" className="usa-button usa-button--outline">
						Show
					</button>
				</form>
			) : null}
			{looks.length === 0 ? (
				<p>No look is on record that you may see.</p>
			) : (
				<DataTable
					caption="Looks, the newest first"
					quietCaption
					label="Looks at case-level data"
					columns={[{ label: "When" }, { label: "Who" }, { label: "Indicator" }, { label: "What was asked" }]}
					rows={looks.map(({ id, personName, lookedAt, indicator, asked }) => ({
						key: id,
						cells: [
							<Moment key="when" at={lookedAt} />,
							personName,
							indicator,
							Object.entries(asked)
								.map(([name, value]) => `${name} ${value}`)
								.join(", "),
						],
					}))}
				/>
			)}
		</Page>
	);
}
