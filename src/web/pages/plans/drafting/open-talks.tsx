import { findBlock, inBlockOrder, listBlocks } from "../../../../domain/drafting/list-blocks.ts";
import type { PlanContext } from "../plan-context.ts";
import { count } from "../plan-words.ts";
import { commentsPath } from "./drafting-words.ts";

/** On the page of the plan: where comments and suggestions are open. */
export function OpenTalks({ plan }: { readonly plan: PlanContext }) {
	const open = plan.drafting?.open ?? [];
	if (open.length === 0) return null;
	const blocks = listBlocks(plan.graph, plan.edition);
	const documentId = plan.graph.document.id;
	return (
		<section aria-labelledby="open-talks">
			<h2 id="open-talks">Open comments and suggestions</h2>
			<ul className="usa-list">
				{open.toSorted(inBlockOrder(blocks)).map((talk) => {
					const block = findBlock(talk, blocks);
					const words = [
						talk.comments > 0 ? count(talk.comments, "comment") : "",
						talk.suggestions > 0 ? count(talk.suggestions, "suggestion") : "",
					].filter(Boolean);
					return (
						<li key={`${talk.aboutKind}:${talk.aboutId}:${talk.field}`}>
							<a className="usa-link" href={commentsPath(documentId, block)}>
								{block?.name ?? "Something that is not in the plan any more"}
							</a>
							: {words.join(", ")}
						</li>
					);
				})}
			</ul>
		</section>
	);
}
