import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import { dueInWords } from "../parts/due-words.ts";
import { StatusTag } from "../parts/status-tag.tsx";
import type { HomeProps } from "./home-props.ts";

/** Milestones that those whom I supervise have left late and without a word. Nothing is shown where there is none. */
export function StaleMilestones(props: { readonly stale: HomeProps["staleMilestones"]; readonly today: PlainDate }) {
	const { stale, today } = props;
	if (stale.length === 0) return null;
	return (
		<section aria-labelledby="stale-milestones">
			<h2 id="stale-milestones">Late among those you supervise ({stale.length})</h2>
			<p>The owner was mailed and has not said how it stands since it was due.</p>
			<ul className="usa-list">
				{stale.map(({ milestone, document, word, dueOn, ownerName }) => (
					<li key={milestone.id}>
						{ownerName}, {word}:{" "}
						<a className="usa-link" href={`/plans/${document.id}/timeline#stale`}>
							{milestone.statement}
						</a>{" "}
						<StatusTag tone="bad">{dueInWords(dueOn, today)}</StatusTag>
					</li>
				))}
			</ul>
		</section>
	);
}
