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
		<p>
			Used in{" "}
			{places.map(({ documentId, title, component, number }, i) => (
				<span key={`${documentId} ${component} ${number}`}>
					{i > 0 ? "; " : ""}
					<a className="usa-link" href={planPath(documentId)}>
						{title}
					</a>{" "}
					(part {component}, number {number})
				</span>
			))}
			.
		</p>
	);
}
