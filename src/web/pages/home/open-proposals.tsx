import { planName } from "../parts/plan-name.ts";
import { commentsPath } from "../plans/drafting/drafting-words.ts";
import { wordPath } from "../plans/plan-paths.ts";
import { count } from "../plans/plan-words.ts";
import type { HomeProps } from "./home-props.ts";

/** Changes that others propose in drafts and that I may take or leave, and comments of the State without a reply. Nothing is shown where there are none. */
export function HomeProposals({ proposals }: { readonly proposals: HomeProps["proposals"] }) {
	const all = proposals.reduce(
		(sum, { suggestions, stateComments, wordFiles }) =>
			sum + suggestions + stateComments + wordFiles.reduce((open, file) => open + file.open, 0),
		0,
	);
	if (all === 0) return null;
	return (
		<section aria-labelledby="proposals">
			<h2 id="proposals">Said on your drafts ({all})</h2>
			<ul className="usa-list">
				{proposals.flatMap((plan) => [
					...(plan.stateComments === 0
						? []
						: [
								<li key={`${plan.document.id}-state`}>
									{planName(plan)}:{" "}
									<a className="usa-link" href={`${commentsPath(plan.document.id)}#comments`}>
										{count(plan.stateComments, "comment")} of the State without a reply
									</a>
								</li>,
							]),
					...plan.wordFiles.map(({ id, fileName, open }) => (
						<li key={id}>
							{planName(plan)}:{" "}
							<a className="usa-link" href={wordPath(plan.document.id, `/${id}`)}>
								{count(open, "change")} to take or leave in {fileName}
							</a>
						</li>
					)),
					...(plan.suggestions === 0
						? []
						: [
								<li key={plan.document.id}>
									{planName(plan)}:{" "}
									<a className="usa-link" href={commentsPath(plan.document.id)}>
										{count(plan.suggestions, "suggested wording")} to take or leave
									</a>
								</li>,
							]),
				])}
			</ul>
		</section>
	);
}
