import { TextArea } from "../../forms/text-area.tsx";
import type { ArrangedKind } from "./part-actions.tsx";
import type { PlanContext } from "./plan-context.ts";
import { PlanLayout } from "./plan-layout.tsx";
import { partPath } from "./plan-paths.ts";

/** Asks before a part is removed: what goes, what stays, and why. Nothing is deleted; the history can bring it back. */
export function RemovePartPage(props: {
	readonly plan: PlanContext;
	readonly kind: ArrangedKind;
	readonly id: string;
	/** "Milestone 1.1.2". */
	readonly thing: string;
	readonly text: string;
	/** What goes with it: "2 strategies and 5 milestones". Empty for nothing. */
	readonly below: string;
	/** Where to go back to without removing. */
	readonly back: string;
	/** The goal is used elsewhere in this or other plans: only its place here goes. */
	readonly staysElsewhere: boolean;
}) {
	const { plan, kind, id, thing, below } = props;
	return (
		<PlanLayout plan={plan} title={`Remove ${thing.charAt(0).toLowerCase()}${thing.slice(1)}`}>
			{props.text ? <blockquote className="quoted-text long-text">{props.text}</blockquote> : null}
			<h2>What will happen</h2>
			<ul className="usa-list">
				<li>
					{thing} leaves the plan{below ? `, and with it ${below}` : ""}. What comes after it takes its number.
				</li>
				{props.staysElsewhere ? <li>Other plans that use the goal keep it.</li> : null}
				<li>Nothing is deleted. You can bring it back from the plan's history, as it was.</li>
			</ul>
			<form method="post" action={partPath(plan.graph.document.id, kind, id, "/remove")} data-guard="true">
				<TextArea name="reason" label="Reason" hint="Those who look back will read it." rows={3} optional />
				<p className="button-row">
					<button type="submit" className="usa-button usa-button--secondary">
						Remove {thing}
					</button>
					<a className="usa-link" href={props.back}>
						Keep it
					</a>
				</p>
			</form>
		</PlanLayout>
	);
}
