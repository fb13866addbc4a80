import type { PlanContext } from "../plan-context.ts";

/**
 * The place for the names of those who have the plan open. It is empty in the page itself, which is remembered; the server fills it in
 * with every answer (middleware/fill-here-now.ts), and the page's script keeps it up to date. The State, with whom a draft is shared, is
 * neither shown nor told.
 */
export function HereNowPlace({ plan, title }: { readonly plan: PlanContext; readonly title: string }) {
	if (plan.drafting?.side !== "county") return null;
	return <p id="here-now" className="here-now" data-document={plan.graph.document.id} data-place={title} />;
}

/** Who else is here and where; nothing when nobody is. */
export function HereNowNames({
	others,
}: {
	readonly others: readonly { readonly name: string; readonly place: string }[];
}) {
	if (others.length === 0) return null;
	return (
		<>
			<strong>Here now:</strong> {others.map(({ name, place }) => `${name} (${place})`).join(", ")}
		</>
	);
}
