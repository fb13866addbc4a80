import { roleLabels } from "../../../domain/people/roles.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import { DataTable } from "../parts/data-table.tsx";

export type PersonProps = Fact<"person"> & { readonly grants: readonly Fact<"role-grant">[] };

/** The people that an administrator looks after, by place. */
export function PeoplePage(props: {
	readonly frame: PageFrame;
	readonly people: readonly PersonProps[];
	readonly places: readonly Fact<"jurisdiction">[];
}) {
	const { frame, people, places } = props;
	const withPeople = places.filter((place) => people.some((each) => each.jurisdictionId === place.id));
	return (
		<Page frame={frame} title="People" breadcrumbs={[{ label: "Home", href: "/" }]}>
			<h1>People</h1>
			<p>
				<a className="usa-button" href="/people/new">
					Add a person
				</a>
			</p>
			{withPeople.length === 0 ? <p>There is nobody yet. Add the first person.</p> : null}
			{withPeople.map((place) => (
				<section key={place.id} aria-labelledby={`place-${place.id}`}>
					<h2 id={`place-${place.id}`}>{place.name}</h2>
					<DataTable
						label={`People of ${place.name}`}
						caption={`People of ${place.name}`}
						quietCaption
						columns={[
							{ label: "Name" },
							{ label: "Position title" },
							{ label: "E-mail address" },
							{ label: "Roles" },
							{ label: "Access" },
						]}
						rows={people
							.filter((each) => each.jurisdictionId === place.id)
							.sort((a, b) => a.name.localeCompare(b.name, "en"))
							.map((person) => ({
								key: person.id,
								cells: [
									<a key="name" className="usa-link" href={`/people/${person.id}`}>
										{person.name}
									</a>,
									person.title || "–",
									<span key="email" className="text-break">
										{person.email}
									</span>,
									person.grants.map((grant) => roleWithPlace(grant, place, places)).join(", ") || "None",
									person.active ? "May sign in" : "Ended",
								],
							}))}
					/>
				</section>
			))}
		</Page>
	);
}

function roleWithPlace(
	grant: Fact<"role-grant">,
	home: Fact<"jurisdiction">,
	places: readonly Fact<"jurisdiction">[],
): string {
	const elsewhere =
		grant.jurisdictionId === home.id ? undefined : places.find((each) => each.id === grant.jurisdictionId);
	return `${roleLabels[grant.role]}${elsewhere ? ` (${elsewhere.name})` : ""}`;
}
