import { formatDate } from "../../../domain/calendar/plain-date.ts";
import { Alert } from "../../forms/alert.tsx";
import { TextArea } from "../../forms/text-area.tsx";
import { formValues, type PlanContext } from "./plan-context.ts";
import { PlanLayout } from "./plan-layout.tsx";
import { planPath } from "./plan-paths.ts";
import { count } from "./plan-words.ts";

/** Searches the plan for names that the person gives; the names are not kept, that the text was searched is. */
export function NamesPage(props: {
	readonly plan: PlanContext;
	readonly found:
		| { readonly names: number; readonly places: readonly { readonly name: string; readonly line: string }[] }
		| undefined;
}) {
	const { plan, found } = props;
	const values = formValues(plan.typed, "names");
	const { document, nameScreenings } = plan.graph;
	const open = plan.checks.some(({ place }) => place.field === "names");
	return (
		<PlanLayout plan={plan} title="Names of children and families">
			<p className="usa-intro">No name of a child or family may stand in what is sent. Search for them here first.</p>
			{found ? (
				<Alert
					kind={found.places.length === 0 ? "success" : "warning"}
					title={`${count(found.places.length, "place")} found`}
				>
					<p className="margin-y-0">
						{count(found.names, "name")} looked for in the whole text as it would be printed now.{" "}
						{found.places.length === 0
							? "None of them stands there."
							: "Look at each place. Where it is a child's or family's name, take it out and search again."}
					</p>
				</Alert>
			) : null}
			{found && found.places.length > 0 ? (
				<ul className="usa-list">
					{found.places.map(({ name, line }) => (
						<li key={`${name} ${line}`} className="long-text">
							<strong>{name}</strong>: {line.length > 300 ? `${line.slice(0, 300)} …` : line}
						</li>
					))}
				</ul>
			) : null}
			<p>
				{nameScreenings.length === 0
					? "This text was not searched yet."
					: open
						? "The text has changed since it was searched."
						: "The text as it stands was searched."}
			</p>
			<form method="post" action={planPath(document.id, "/names")}>
				<TextArea
					name="names"
					label="Names to look for"
					hint="One name a line, for example from the list of open cases. Whole words are found, whatever their case and accents. The names are not kept."
					rows={8}
					value={values.text("names", "")}
					error={values.problem("names")}
				/>
				<TextArea
					name="note"
					label="Where the names are from, and what was found"
					hint="For those who come after. Write no child's name here."
					rows={3}
					optional
					value={values.text("note", "")}
					error={values.problem("note")}
				/>
				<p className="button-row">
					<button type="submit" className="usa-button">
						Search
					</button>
				</p>
			</form>
			{nameScreenings.length === 0 ? null : (
				<>
					<h2>Searches so far</h2>
					<ul className="usa-list">
						{nameScreenings.map((each) => (
							<li key={each.id}>
								{formatDate(each.screenedOn)}: {count(each.names, "name")}, {count(each.places, "place")} found.{" "}
								{each.note}
							</li>
						))}
					</ul>
				</>
			)}
		</PlanLayout>
	);
}
