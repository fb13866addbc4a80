import { type BlockText, type BlockView, findBlock } from "../../../../domain/drafting/list-blocks.ts";
import type { Fact } from "../../../../domain/workflow/fact-kinds.ts";
import { Alert } from "../../../forms/alert.tsx";
import { TextArea } from "../../../forms/text-area.tsx";
import { TextField } from "../../../forms/text-field.tsx";
import { Moment } from "../../parts/moment.tsx";
import { StatusTag } from "../../parts/status-tag.tsx";
import { formValues } from "../plan-context.ts";
import { PlanForm, planFormFieldId } from "../plan-form.tsx";
import { TextDifference } from "../text-difference.tsx";
import { AboutBlock, type CommentsContext, commentAction } from "./comment-parts.tsx";

type Suggestion = Fact<"suggestion">;

/** One suggested wording against the text as it stands, with what one can do with it. */
export function SuggestionPart({
	context,
	suggestion,
}: {
	readonly context: CommentsContext;
	readonly suggestion: Suggestion;
}) {
	const block = findBlock(suggestion, context.blocks);
	const current = block?.texts.find(({ field }) => field === suggestion.field);
	const isOpen = suggestion.standing === "open";
	const hasMoved = isOpen && current !== undefined && current.text !== suggestion.before;
	return (
		<li id={`suggestion-${suggestion.id}`} tabIndex={-1} className="talk">
			<p className="margin-y-0 text-bold">
				{context.on ? (current?.label ?? "") : <AboutBlock context={context} about={suggestion} />}
			</p>
			<p className="margin-bottom-05 margin-top-1">
				<strong>{suggestion.authorName}</strong> suggests,{" "}
				<span className="text-base-darker">
					<Moment at={suggestion.madeAt} />
				</span>
				{suggestion.origin === "word" ? ", from a Word file" : ""}
			</p>
			{suggestion.note ? <p className="long-text margin-y-05">{suggestion.note}</p> : null}
			{hasMoved ? (
				<Alert kind="warning">
					The text has changed since this was suggested. Here it is set against the text as it stands now: taking it
					puts the suggested words in the place of all of it.
				</Alert>
			) : null}
			<TextDifference from={hasMoved ? current.text : suggestion.before} to={suggestion.after} />
			{hasMoved ? (
				<details className="margin-top-1">
					<summary>As it was suggested, against the text of that time</summary>
					<TextDifference from={suggestion.before} to={suggestion.after} />
				</details>
			) : null}
			{isOpen ? (
				<SettleForms context={context} suggestion={suggestion} current={current} />
			) : (
				<p className="margin-y-05">
					<StatusTag tone={suggestion.standing === "taken" ? "good" : "quiet"}>
						{suggestion.standing === "taken" ? "Taken" : "Left"}
					</StatusTag>{" "}
					by {suggestion.settledByName}
					{suggestion.settledReason ? `: ${suggestion.settledReason}` : ""}
				</p>
			)}
		</li>
	);
}

function SettleForms(props: {
	readonly context: CommentsContext;
	readonly suggestion: Suggestion;
	readonly current: BlockText | undefined;
}) {
	const { context, suggestion, current } = props;
	const { plan } = context;
	const hidden = { suggestionId: suggestion.id, version: suggestion.version };
	const isMine = suggestion.authorId === plan.frame.person?.id;
	const mayLeave = context.mayComment && plan.mayWrite;
	return (
		<>
			{mayLeave && current ? <TakeForms {...props} current={current} hidden={hidden} /> : null}
			{mayLeave ? <LeaveForm context={context} suggestion={suggestion} hidden={hidden} /> : null}
			{isMine && context.mayComment ? (
				<PlanForm
					action={commentAction(context, "remove-suggestion")}
					formKey={`back-${suggestion.id}`}
					hidden={hidden}
					quiet
					button="Take the suggestion back"
				/>
			) : null}
		</>
	);
}

type Hidden = Readonly<Record<string, string | number>>;

function TakeForms(props: {
	readonly context: CommentsContext;
	readonly suggestion: Suggestion;
	readonly current: BlockText;
	readonly hidden: Hidden;
}) {
	const { context, suggestion, current } = props;
	const hidden = { ...props.hidden, textVersion: current.version };
	const key = `take-${suggestion.id}`;
	const values = formValues(context.plan.typed, key);
	return (
		<>
			<PlanForm
				action={commentAction(context, "take")}
				formKey={`take-all-${suggestion.id}`}
				hidden={hidden}
				button="Take it"
			/>
			<details open={values.isBack}>
				<summary className="padding-y-05">Take it with other words</summary>
				<PlanForm action={commentAction(context, "take")} formKey={key} hidden={hidden} quiet button="Save these words">
					<TextArea
						name="words"
						id={planFormFieldId(key, "words")}
						label={current.label}
						rows={6}
						value={values.text("words", suggestion.after)}
						error={values.problem("words")}
					/>
				</PlanForm>
			</details>
		</>
	);
}

function LeaveForm(props: {
	readonly context: CommentsContext;
	readonly suggestion: Suggestion;
	readonly hidden: Hidden;
}) {
	const key = `leave-${props.suggestion.id}`;
	const values = formValues(props.context.plan.typed, key);
	return (
		<details open={values.isBack}>
			<summary className="padding-y-05">Leave it</summary>
			<PlanForm
				action={commentAction(props.context, "leave")}
				formKey={key}
				hidden={props.hidden}
				quiet
				button="Leave it"
			>
				<TextField
					name="reason"
					id={planFormFieldId(key, "reason")}
					label="Why"
					optional
					value={values.text("reason", "")}
					error={values.problem("reason")}
				/>
			</PlanForm>
		</details>
	);
}

/** The form to propose other words for one text of the block. */
export function SuggestForm(props: {
	readonly context: CommentsContext;
	readonly block: BlockView;
	readonly text: BlockText;
}) {
	const { context, block, text } = props;
	const key = `suggest-${text.field}`;
	const values = formValues(context.plan.typed, key);
	return (
		<details open={values.isBack}>
			<summary className="text-bold padding-y-05">Suggest other words: {text.label}</summary>
			<PlanForm
				action={commentAction(context, "suggest")}
				formKey={key}
				hidden={{
					about: `${block.aboutKind}:${block.aboutId}:${text.field}`,
					before: text.text,
					fromVersion: text.version,
				}}
				quiet
				button="Suggest it"
			>
				<TextArea
					name="after"
					id={planFormFieldId(key, "after")}
					label={text.label}
					hint="Change the words as you would have them."
					rows={6}
					value={values.text("after", text.text)}
					error={values.problem("after")}
				/>
				<TextField
					name="note"
					id={planFormFieldId(key, "note")}
					label="Why"
					optional
					value={values.text("note", "")}
					error={values.problem("note")}
				/>
			</PlanForm>
		</details>
	);
}
