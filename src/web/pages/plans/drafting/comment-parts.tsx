import type { CommentSide } from "../../../../domain/drafting/drafting-facts.ts";
import { type BlockView, findBlock } from "../../../../domain/drafting/list-blocks.ts";
import type { Fact } from "../../../../domain/workflow/fact-kinds.ts";
import { Checkbox } from "../../../forms/choice-group.tsx";
import { SelectField } from "../../../forms/select-field.tsx";
import { TextArea } from "../../../forms/text-area.tsx";
import { Moment } from "../../parts/moment.tsx";
import { StatusTag } from "../../parts/status-tag.tsx";
import { formValues, type PlanContext } from "../plan-context.ts";
import { PlanForm, planFormFieldId } from "../plan-form.tsx";
import { shorten } from "../plan-words.ts";
import { commentsPath } from "./drafting-words.ts";

export type Talk = { readonly first: Fact<"draft-comment">; readonly replies: readonly Fact<"draft-comment">[] };

/** What the pages of comments and suggestions have at hand. */
export type CommentsContext = {
	readonly plan: PlanContext;
	readonly blocks: readonly BlockView[];
	readonly talks: readonly Talk[];
	readonly suggestions: readonly Fact<"suggestion">[];
	readonly people: readonly { readonly id: string; readonly name: string; readonly title: string }[];
	readonly mayComment: boolean;
	readonly side: CommentSide;
	/** A comment can be shared with the State now. */
	readonly sharedWithState: boolean;
	/** The one block that the page is about; all of the plan when undefined. */
	readonly on: BlockView | undefined;
};

/** Where the forms of the page are sent: back to what it is about. */
export function commentAction({ plan, on }: CommentsContext, verb: string): string {
	const path = commentsPath(plan.graph.document.id);
	const [, query] = commentsPath(plan.graph.document.id, on).split("?");
	return `${path}/${verb}${query ? `?${query}` : ""}`;
}

/** The block of a comment or suggestion as a link to its own page; in words alone once it has left the plan. */
export function AboutBlock(props: {
	readonly context: CommentsContext;
	readonly about: Parameters<typeof findBlock>[0];
}) {
	const { context, about } = props;
	const found = findBlock(about, context.blocks);
	if (!found) return <>Something that is not in the plan any more</>;
	return (
		<a className="usa-link" href={commentsPath(context.plan.graph.document.id, found)}>
			{found.name}
		</a>
	);
}

/** One comment with its replies, and what one can do with it. */
export function TalkPart({ context, talk }: { readonly context: CommentsContext; readonly talk: Talk }) {
	const { first, replies } = talk;
	return (
		<li id={`comment-${first.id}`} tabIndex={-1} className="talk">
			{context.on ? null : (
				<p className="margin-y-0 text-bold">
					<AboutBlock context={context} about={first} />
				</p>
			)}
			<CommentText comment={first} people={context.people} />
			{first.settledOn ? (
				<p className="margin-y-05">
					<StatusTag tone="good">Settled</StatusTag> by {first.settledByName}
				</p>
			) : null}
			{replies.length > 0 ? (
				<ul className="usa-list usa-list--unstyled talk-replies">
					{replies.map((reply) => (
						<li key={reply.id} id={`comment-${reply.id}`} tabIndex={-1}>
							<CommentText comment={reply} people={context.people} />
							<TakeBack context={context} comment={reply} />
						</li>
					))}
				</ul>
			) : null}
			{context.mayComment ? (
				<>
					<ReplyForm context={context} comment={first} />
					<div className="talk-actions">
						{context.side === "state" && first.side === "county" ? null : (
							<PlanForm
								action={commentAction(context, first.settledOn ? "reopen" : "settle")}
								formKey={`settle-${first.id}`}
								hidden={{ commentId: first.id, version: first.version }}
								quiet
								button={
									<>
										{first.settledOn ? "Open it again" : "Settle it"}
										<span className="usa-sr-only">: {shorten(first.text, 40)}</span>
									</>
								}
							/>
						)}
						{replies.length === 0 ? <TakeBack context={context} comment={first} /> : null}
					</div>
				</>
			) : null}
		</li>
	);
}

function CommentText(props: { readonly comment: Fact<"draft-comment">; readonly people: CommentsContext["people"] }) {
	const { comment, people } = props;
	const mentioned = people.filter(({ id }) => comment.mentionIds.includes(id));
	return (
		<>
			<p className="margin-bottom-05 margin-top-1">
				<strong>{comment.authorName}</strong>,{" "}
				<span className="text-base-darker">
					<Moment at={comment.writtenAt} />
				</span>
			</p>
			{comment.side === "state" || comment.withState ? (
				<p className="margin-y-05">
					<StatusTag tone="waiting">{comment.side === "state" ? "From the State" : "The State reads this"}</StatusTag>
				</p>
			) : null}
			<p className="long-text margin-y-0">{comment.text}</p>
			{mentioned.length > 0 ? (
				<p className="margin-y-05 text-base-darker">To {mentioned.map(({ name }) => name).join(", ")}</p>
			) : null}
		</>
	);
}

function TakeBack({
	context,
	comment,
}: {
	readonly context: CommentsContext;
	readonly comment: Fact<"draft-comment">;
}) {
	if (!context.mayComment || comment.authorId !== context.plan.frame.person?.id) return null;
	return (
		<PlanForm
			action={commentAction(context, "remove")}
			formKey={`remove-${comment.id}`}
			hidden={{ commentId: comment.id, version: comment.version }}
			quiet
			button={
				<>
					Take back<span className="usa-sr-only">: {shorten(comment.text, 40)}</span>
				</>
			}
		/>
	);
}

function ReplyForm({
	context,
	comment,
}: {
	readonly context: CommentsContext;
	readonly comment: Fact<"draft-comment">;
}) {
	const key = `reply-${comment.id}`;
	const values = formValues(context.plan.typed, key);
	return (
		<details open={values.isBack} className="margin-top-1">
			<summary className="text-bold padding-y-05">
				Reply<span className="usa-sr-only"> to {comment.authorName}</span>
			</summary>
			<PlanForm
				action={commentAction(context, "add")}
				formKey={key}
				hidden={{ replyTo: comment.id }}
				button="Send the reply"
				quiet
			>
				<CommentFields context={context} formKey={key} label="Reply" talk={comment} />
			</PlanForm>
		</details>
	);
}

/** The text of a comment, and the people whom it names. */
export function CommentFields(props: {
	readonly context: CommentsContext;
	readonly formKey: string;
	readonly label: string;
	/** The comment that is replied to. */
	readonly talk?: Fact<"draft-comment">;
}) {
	const { context, formKey: key, label, talk } = props;
	const mayShare = context.side === "county" && (talk ? talk.withState : context.sharedWithState);
	const values = formValues(context.plan.typed, key);
	return (
		<>
			<TextArea
				name="text"
				id={planFormFieldId(key, "text")}
				label={label}
				rows={3}
				value={values.text("text", "")}
				error={values.problem("text")}
			/>
			<SelectField
				name="mention"
				id={planFormFieldId(key, "mention")}
				label="Tell somebody"
				optional
				hint="They get a mail. In the text an @ before the whole name does the same, for as many people as you like."
				emptyLabel="- Nobody -"
				combo
				options={context.people
					.filter(({ id }) => id !== context.plan.frame.person?.id)
					.map(({ id, name, title }) => ({ value: id, label: title ? `${name}, ${title}` : name }))}
				value={values.text("mention", "")}
				error={values.problem("mentionIds")}
				data={{ "data-mention": planFormFieldId(key, "text") }}
			/>
			{mayShare ? (
				<Checkbox
					name="withState"
					id={planFormFieldId(key, "withState")}
					label={talk ? "The State reads this reply too" : "The State reads this comment too"}
					checked={values.isBack ? values.text("withState", "") !== "" : talk !== undefined}
				/>
			) : null}
		</>
	);
}
