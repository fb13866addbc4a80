import { PlanStateTag } from "../parts/plan-state-tag.tsx";
import type { ReviewTurnProps } from "./home-props.ts";

/** Questions, recommendations and negotiations that wait for words of mine. Nothing is shown where none does. */
export function ReviewTurns({ turns }: { readonly turns: readonly ReviewTurnProps[] }) {
	if (turns.length === 0) return null;
	return (
		<section aria-labelledby="review-turns">
			<h2 id="review-turns">Yours to answer ({turns.length})</h2>
			<ul className="usa-collection">
				{turns.map((turn) => (
					<Turn key={turn.document.id} turn={turn} />
				))}
			</ul>
		</section>
	);
}

function Turn({ turn }: { readonly turn: ReviewTurnProps }) {
	const { document, jurisdiction, negotiation } = turn;
	const asked = askedWords(turn);
	const page = asked ? "questions" : "negotiation";
	return (
		<li className="usa-collection__item">
			<div className="usa-collection__body">
				<h3 className="usa-collection__heading">
					<a className="usa-link" href={`/plans/${document.id}/review/${page}`}>
						{document.title}
					</a>
				</h3>
				<p className="usa-collection__description">
					{jurisdiction.name} <PlanStateTag state={document.state} />
				</p>
				{asked ? <p className="usa-collection__description">{asked}</p> : null}
				{negotiation ? (
					<p className="usa-collection__description">
						{negotiation.turn === "answer"
							? `The other side has stated its position in round ${negotiation.round}. State yours.`
							: `Round ${negotiation.round} can begin: state your side's position, or record how the negotiation ended.`}
					</p>
				) : null}
			</div>
		</li>
	);
}

function askedWords({ questions, recommendations }: ReviewTurnProps): string {
	const counts = [
		questions > 0 ? `${questions} ${questions === 1 ? "question" : "questions"}` : "",
		recommendations > 0 ? `${recommendations} ${recommendations === 1 ? "recommendation" : "recommendations"}` : "",
	].filter((each) => each !== "");
	return counts.length === 0 ? "" : `${counts.join(" and ")} without a response`;
}
