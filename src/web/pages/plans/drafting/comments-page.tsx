import type { BlockView } from "../../../../domain/drafting/list-blocks.ts";
import { blockKey, inBlockOrder } from "../../../../domain/drafting/list-blocks.ts";
import { sectionAddress } from "../../../../domain/drafting/section-address.ts";
import { SelectField, type SelectOptionGroup } from "../../../forms/select-field.tsx";
import { addressOf } from "../address-of.ts";
import { formValues } from "../plan-context.ts";
import { PlanForm, planFormFieldId } from "../plan-form.tsx";
import { PlanLayout } from "../plan-layout.tsx";
import { planPath } from "../plan-paths.ts";
import { shorten } from "../plan-words.ts";
import { CommentFields, type CommentsContext, commentAction, TalkPart } from "./comment-parts.tsx";
import { commentsPath } from "./drafting-words.ts";
import { SuggestForm, SuggestionPart } from "./suggestion-parts.tsx";

/** What is said on a plan while it is written: open suggestions and comments, then what is settled; all of it, or of one block. */
export function CommentsPage(context: CommentsContext) {
	const { plan, on } = context;
	const { document } = plan.graph;
	const key = plan.typed?.key ?? "";
	const name = context.side === "county" ? "Comments and suggestions" : "Comments on the draft";
	const inOrder = inBlockOrder(context.blocks);
	const mine = <T extends Parameters<typeof blockKey>[0]>(each: T) => !on || blockKey(each) === blockKey(on);
	const suggestions = context.suggestions.filter(mine).toSorted(inOrder);
	const talks = context.talks.filter(({ first }) => mine(first)).toSorted((a, b) => inOrder(a.first, b.first));
	const openSuggestions = suggestions.filter(({ standing }) => standing === "open");
	const openTalks = talks.filter(({ first }) => first.settledOn === null);
	const settled = suggestions.length + talks.length - openSuggestions.length - openTalks.length;
	return (
		<PlanLayout
			plan={plan}
			title={on ? `Comments on ${shorten(on.name, 90)}` : name}
			steps={on ? [{ label: name, href: commentsPath(document.id) }] : []}
			idOf={(field) => planFormFieldId(key, controlOf(field))}
		>
			{on ? <OnBlock context={context} on={on} /> : <p className="usa-intro">{introOf(context)}</p>}
			{context.side === "county" ? <h2 id="suggestions">Suggested wordings ({openSuggestions.length})</h2> : null}
			{context.side === "county" && openSuggestions.length === 0 ? <p>No suggestion is open.</p> : null}
			<ul className="usa-list usa-list--unstyled">
				{openSuggestions.map((suggestion) => (
					<SuggestionPart key={suggestion.id} context={context} suggestion={suggestion} />
				))}
			</ul>
			{on && context.mayComment && context.side === "county"
				? on.texts.map((text) => <SuggestForm key={text.field} context={context} block={on} text={text} />)
				: null}
			<h2 id="comments">Comments ({openTalks.length})</h2>
			{openTalks.length === 0 ? <p>No comment is open.</p> : null}
			<ul className="usa-list usa-list--unstyled">
				{openTalks.map((talk) => (
					<TalkPart key={talk.first.id} context={context} talk={talk} />
				))}
			</ul>
			{context.mayComment ? <NewComment context={context} /> : null}
			{settled > 0 ? (
				<details className="margin-top-4">
					<summary className="text-bold padding-y-1">Settled ({settled})</summary>
					<ul className="usa-list usa-list--unstyled">
						{suggestions
							.filter(({ standing }) => standing !== "open")
							.map((suggestion) => (
								<SuggestionPart key={suggestion.id} context={context} suggestion={suggestion} />
							))}
						{talks
							.filter(({ first }) => first.settledOn !== null)
							.map((talk) => (
								<TalkPart key={talk.first.id} context={context} talk={talk} />
							))}
					</ul>
				</details>
			) : null}
		</PlanLayout>
	);
}

function introOf({ side, sharedWithState }: CommentsContext): string {
	if (side === "state") {
		return "The county shares this draft with the State. What is said here is for both sides; what the county says among itself is not shown.";
	}
	return sharedWithState
		? "What those who read the draft say about it. It stays among them, but for the comments that their writer shares with the State, with whom this draft is shared. None of it is ever printed."
		: "What those who read the draft say about it. It stays among them: the State sees none of it, and it is never printed.";
}

/** Operations name a field by their input; on the page it stands at another control. */
function controlOf(field: string): string {
	return field === "mentionIds" ? "mention" : (field.split(".")[0] ?? field);
}

/** The block itself: its texts as they stand, and the way to its place in the plan. */
function OnBlock({ context, on }: { readonly context: CommentsContext; readonly on: BlockView }) {
	const { plan } = context;
	const documentId = plan.graph.document.id;
	const section = plan.edition.sections.find(({ id }) => on.aboutKind === "section" && id === on.aboutId);
	const address =
		on.aboutKind === "section"
			? planPath(documentId, section ? sectionAddress(section) : "")
			: addressOf({ kind: on.aboutKind, id: on.aboutId, field: on.field }, plan);
	return (
		<>
			{on.texts
				.filter(({ text }) => text !== "")
				.map(({ field, label, text }) => (
					<div key={field}>
						<p className="margin-bottom-05 text-bold">{label}</p>
						<blockquote className="quoted-text long-text">{text}</blockquote>
					</div>
				))}
			<p className="button-row">
				<a className="usa-link" href={address}>
					Show it in the plan
				</a>
				<a className="usa-link" href={commentsPath(documentId)}>
					{context.side === "county" ? "All comments and suggestions" : "All comments"}
				</a>
			</p>
		</>
	);
}

function NewComment({ context }: { readonly context: CommentsContext }) {
	const { plan, on, blocks } = context;
	const key = "new-comment";
	const values = formValues(plan.typed, key);
	return (
		<section aria-labelledby="new-comment">
			<h3 id="new-comment" tabIndex={-1}>
				Write a comment
			</h3>
			<PlanForm
				action={commentAction(context, "add")}
				formKey={key}
				button="Send the comment"
				hidden={on ? { about: `${on.aboutKind}:${on.aboutId}:${on.field}` } : {}}
			>
				{on ? null : (
					<SelectField
						name="about"
						id={planFormFieldId(key, "about")}
						label="About"
						combo
						options={blockOptions(blocks)}
						value={values.text("about", `document:${plan.graph.document.id}:`)}
						error={values.problem("about")}
					/>
				)}
				<CommentFields context={context} formKey={key} label="Comment" />
			</PlanForm>
		</section>
	);
}

function blockOptions(blocks: readonly BlockView[]): readonly SelectOptionGroup[] {
	const groups = [...new Set(blocks.map(({ group }) => group))];
	return groups.map((label) => ({
		label,
		options: blocks
			.filter(({ group }) => group === label)
			.map((each) => ({ value: `${each.aboutKind}:${each.aboutId}:${each.field}`, label: shorten(each.name, 100) })),
	}));
}
