import { SelectField } from "../../forms/select-field.tsx";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";

/** One's calendars with their secret addresses, and the way to make and to end one. */
export function CalendarPage(props: {
	readonly frame: PageFrame;
	readonly feeds: readonly { readonly id: string; readonly name: string; readonly address: string }[];
	/** Counties and Tribes whose plans the person writes or reviews. */
	readonly places: readonly { readonly id: string; readonly name: string }[];
}) {
	const { feeds, places } = props;
	return (
		<Page frame={props.frame} title="Calendar" breadcrumbs={[{ label: "Home", href: "/" }]}>
			<h1>Calendar</h1>
			<p className="measure-5">
				See due dates in the calendar that you use anyway: milestones, yearly papers and the last day of each plan. Add
				the address there as a calendar from the web. Whoever has the address sees these dates without signing in: give
				it to nobody, and end it here when it has got about.
			</p>
			{feeds.length === 0 ? <p>You have no calendar yet.</p> : null}
			<ul className="usa-list usa-list--unstyled">
				{feeds.map(({ id, name, address }) => (
					<li key={id} className="margin-y-2">
						<strong>{name}</strong>
						<a className="usa-link display-block text-break" href={address}>
							{address}
						</a>
						<form method="post" action={`/calendar/${id}/end`}>
							<button type="submit" className="usa-button usa-button--unstyled">
								End this calendar<span className="usa-sr-only">: {name}</span>
							</button>
						</form>
					</li>
				))}
			</ul>
			<h2>Make a calendar</h2>
			<form method="post" action="/calendar" className="usa-form">
				<SelectField
					name="what"
					label="Of what"
					value="person"
					options={[
						{ value: "person", label: "What is mine: my milestones and key activities, the papers that I write" },
						...places.map(({ id, name }) => ({ value: id, label: `All of ${name}` })),
					]}
				/>
				<button type="submit" className="usa-button">
					Make the calendar
				</button>
			</form>
		</Page>
	);
}
