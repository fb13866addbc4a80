import { planPath } from "../plans/plan-paths.ts";

/** A document that uses a goal, with the number that the goal has in it. */
export type GoalPlace = {
	readonly documentId: string;
	readonly title: string;
	readonly component: number;
	readonly number: string;
};

/** One goal, its number in each document that uses it. */
export function GoalPlaces({ places }: { readonly places: readonly GoalPlace[] }) {
	if (places.length === 0) return null;
	return (
		<>
			<p className="margin-bottom-0">Its number in each document that uses it:</p>
			<ul className="usa-list margin-top-05">
				{places.map(({ documentId, title, component, number }) => (
					<li key={`${documentId} ${component} ${number}`}>
						<strong>{number}</strong> in part {component} of{" "}
						<a className="usa-link" href={planPath(documentId)}>
							{title}
						</a>
					</li>
				))}
			</ul>
		</>
	);
}
