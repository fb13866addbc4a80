import { Moment } from "../parts/moment.tsx";
import { planName } from "../parts/plan-name.ts";
import { commentsPath } from "../plans/drafting/drafting-words.ts";
import { shorten } from "../plans/plan-words.ts";
import type { HomeProps } from "./home-props.ts";

/** Open comments on drafts that name me. Nothing is shown for somebody whom nobody names. */
export function HomeMentions({ mentions }: { readonly mentions: HomeProps["mentions"] }) {
	if (mentions.length === 0) return null;
	return (
		<section aria-labelledby="mentions">
			<h2 id="mentions">Who names me ({mentions.length})</h2>
			<ul className="usa-list">
				{mentions.map(({ comment, plan }) => (
					<li key={comment.id}>
						{comment.authorName}, <Moment at={comment.writtenAt} />, in {planName(plan)}:{" "}
						<a className="usa-link" href={`${commentsPath(plan.document.id, comment)}#comment-${comment.id}`}>
							{shorten(comment.text)}
						</a>
					</li>
				))}
			</ul>
		</section>
	);
}
