import type { Block } from "../../../../domain/drafting/drafting-facts.ts";
import { blockKey } from "../../../../domain/drafting/list-blocks.ts";
import type { PlanContext } from "../plan-context.ts";
import { count } from "../plan-words.ts";
import { commentsPath } from "./drafting-words.ts";

/** Beside a block: what is open on it, and the way to say something. Nothing for those who may not read the draft. */
export function BlockTalk(props: {
	readonly plan: PlanContext;
	readonly about: Omit<Block, "field"> & { readonly field?: string };
	/** What the block is called, for those who hear the links one by one. */
	readonly thing: string;
}) {
	const { plan, thing } = props;
	const { drafting } = plan;
	if (!drafting) return null;
	const about = { ...props.about, field: props.about.field ?? "" };
	const talk = drafting.open.find((each) => blockKey(each) === blockKey(about));
	if (!talk && !drafting.mayComment) return null;
	const open = [
		talk && talk.comments > 0 ? count(talk.comments, "comment") : "",
		talk && talk.suggestions > 0 ? count(talk.suggestions, "suggestion") : "",
	].filter(Boolean);
	return (
		<p className="block-talk">
			<a
				className={open.length > 0 ? "usa-link text-bold" : "usa-link"}
				href={commentsPath(plan.graph.document.id, about)}
			>
				{open.length > 0 ? open.join(", ") : drafting.side === "county" ? "Comment or suggest" : "Comment"}
				<span className="usa-sr-only"> on {thing}</span>
			</a>
		</p>
	);
}
