/** Goals of the State that a place of mine adopted and that ask for another look. Nothing is shown where there are none. */
export function RevisedGoals(props: {
	readonly goals: readonly {
		readonly adoptionId: string;
		readonly place: string;
		readonly statement: string;
		readonly what: "revised" | "closed";
	}[];
}) {
	const { goals } = props;
	if (goals.length === 0) return null;
	return (
		<section aria-labelledby="revised-goals">
			<h2 id="revised-goals">Goals of the State ({goals.length})</h2>
			<ul className="usa-list">
				{goals.map(({ adoptionId, place, statement, what }) => (
					<li key={adoptionId}>
						<a className="usa-link" href="/shared-goals">
							{statement}
						</a>{" "}
						{place}: the State has {what === "closed" ? "closed it." : "revised it since it was adopted."}
					</li>
				))}
			</ul>
		</section>
	);
}
