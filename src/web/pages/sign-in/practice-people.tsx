/** Somebody of the practice state, who can be signed in without a password. */
export type PracticePersonProps = {
	readonly email: string;
	readonly name: string;
	readonly title: string;
	readonly roles: string;
	readonly jurisdiction: string;
};

/** The people of the practice state by place, each a button of the form around the list. */
export function PracticePeople({ people }: { readonly people: readonly PracticePersonProps[] }) {
	const places = [...new Set(people.map((each) => each.jurisdiction))];
	return (
		<div className="practice-people">
			{places.map((place) => (
				<section key={place} aria-label={place}>
					<h3 className="margin-bottom-1">{place}</h3>
					<ul className="usa-list usa-list--unstyled">
						{people
							.filter((each) => each.jurisdiction === place)
							.map((person) => (
								<li key={person.email} className="margin-bottom-1">
									<button
										type="submit"
										name="email"
										value={person.email}
										formNoValidate
										className="usa-button usa-button--unstyled practice-person"
									>
										{person.name}
									</button>
									<span className="display-block text-base-dark">{describe(person)}</span>
								</li>
							))}
					</ul>
				</section>
			))}
		</div>
	);
}

/** Roles, and the position title where it says more. */
function describe({ roles, title }: PracticePersonProps): string {
	return title === "" || title.toLowerCase() === roles.toLowerCase() ? roles : `${roles} (${title})`;
}
