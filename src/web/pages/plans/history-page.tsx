import { Moment } from "../parts/moment.tsx";
import { ChangeLines } from "./change-lines.tsx";
import type { DescribedAction } from "./describe-action.ts";
import type { PlanContext } from "./plan-context.ts";
import { PlanLayout } from "./plan-layout.tsx";
import { planPath } from "./plan-paths.ts";

/** A line of the history. */
export type HistoryEntry = DescribedAction & {
	readonly seq: number;
	/** The fact's id, for its own history. */
	readonly subject: string;
	/** The fact as it stands on its page; undefined where it has none. */
	readonly href: string | undefined;
	/** A removal that can be undone by this person now. */
	readonly restorable: boolean;
};

/** All that was done in a plan, newest first. */
export function HistoryPage(props: {
	readonly plan: PlanContext;
	readonly entries: readonly HistoryEntry[];
	/** Where older entries begin; null at the end. */
	readonly nextBefore: number | null;
	readonly isFirstPage: boolean;
}) {
	const { plan, entries, nextBefore } = props;
	const documentId = plan.graph.document.id;
	return (
		<PlanLayout plan={plan} title="History">
			<p className="usa-intro">
				Who changed what, when and why. Nothing is ever deleted. To see two moments side by side,{" "}
				<a className="usa-link" href={planPath(documentId, "/compare")}>
					compare the plan with an earlier moment
				</a>
				.
			</p>
			<EntryList plan={plan} entries={entries} withFactLinks />
			<nav aria-label="Pages of the history" className="button-row">
				{props.isFirstPage ? null : (
					<a className="usa-link" href={planPath(documentId, "/history")}>
						Newest entries
					</a>
				)}
				{nextBefore === null ? null : (
					<a className="usa-link" href={planPath(documentId, `/history?before=${nextBefore}`)}>
						Older entries
					</a>
				)}
			</nav>
		</PlanLayout>
	);
}

/** The history of one fact, oldest first. */
export function FactHistoryPage(props: {
	readonly plan: PlanContext;
	readonly name: string;
	readonly entries: readonly HistoryEntry[];
}) {
	const { plan, name, entries } = props;
	const href = entries.at(-1)?.href;
	return (
		<PlanLayout
			plan={plan}
			title={`History of ${name}`}
			steps={[{ label: "History", href: planPath(plan.graph.document.id, "/history") }]}
		>
			{href ? (
				<p>
					<a className="usa-link" href={href}>
						See it as it stands
					</a>
				</p>
			) : null}
			<EntryList plan={plan} entries={entries} withFactLinks={false} />
		</PlanLayout>
	);
}

function EntryList(props: {
	readonly plan: PlanContext;
	readonly entries: readonly HistoryEntry[];
	readonly withFactLinks: boolean;
}) {
	const documentId = props.plan.graph.document.id;
	return (
		<ol className="usa-list usa-list--unstyled history-list">
			{props.entries.map((entry) => (
				<li key={entry.seq} className="history-entry">
					<p className="margin-y-0">
						<strong>{entry.who}</strong>
						{entry.role ? ` (${entry.role.toLowerCase()})` : ""} {entry.what}
					</p>
					<p className="history-entry__when">
						<Moment at={entry.at} />
						{props.withFactLinks ? (
							<>
								{" · "}
								<a className="usa-link" href={planPath(documentId, `/history/${entry.subject}`)}>
									Its own history<span className="usa-sr-only">, entry {entry.seq}</span>
								</a>
							</>
						) : null}
					</p>
					{entry.reason ? (
						<p className="margin-y-05 long-text">
							<strong>Reason:</strong> {entry.reason}
						</p>
					) : null}
					<ChangeLines changes={entry.changes} />
					{entry.restorable ? (
						<form method="post" action={planPath(documentId, `/restore/${entry.subject}`)}>
							<button type="submit" className="usa-button usa-button--outline margin-top-1">
								Bring it back<span className="usa-sr-only">, entry {entry.seq}</span>
							</button>
						</form>
					) : null}
				</li>
			))}
		</ol>
	);
}
