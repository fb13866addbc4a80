import { formatDate } from "../../../domain/calendar/plain-date.ts";
import {
	CommentChannel,
	CommentOutcome,
	commentChannelLabels,
	commentOutcomeLabels,
	summarizeComments,
} from "../../../domain/publication/publication-facts.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { Checkbox } from "../../forms/choice-group.tsx";
import { DateField } from "../../forms/date-field.tsx";
import { SelectField } from "../../forms/select-field.tsx";
import { TextArea } from "../../forms/text-area.tsx";
import { TextField } from "../../forms/text-field.tsx";
import { DataTable } from "../parts/data-table.tsx";
import type { PlanContext } from "./plan-context.ts";
import { PlanLayout } from "./plan-layout.tsx";
import { planPath } from "./plan-paths.ts";

type PublicProps = {
	readonly plan: PlanContext;
	readonly publications: readonly Fact<"publication">[];
	readonly comments: readonly Fact<"public-comment">[];
	readonly mayWrite: boolean;
	/** Numbers of the submissions, the newest first. */
	readonly submissions: readonly number[];
};

const stateLabels = { waiting: "Waiting to be read", shown: "Shown to the public", hidden: "Not shown" } as const;

/** Posting a plan, and what the public says of it: let through or kept back, sorted by theme, answered. */
export function PublicCommentsPage(props: PublicProps) {
	const { plan, publications, comments, mayWrite } = props;
	const base = planPath(plan.graph.document.id, "/public");
	return (
		<PlanLayout plan={plan} title="Public posting and comments">
			<h2>Posted</h2>
			{publications.length === 0 ? <p>This plan is not posted. What was submitted can be posted.</p> : null}
			{publications.map((each) => (
				<PublicationForm key={each.id} base={base} publication={each} mayWrite={mayWrite} />
			))}
			{mayWrite ? <PostForm {...props} base={base} /> : null}
			<h2>What was said</h2>
			{comments.length === 0 ? <p>No comments have come in.</p> : <Summary comments={comments} base={base} />}
			{comments.map((each) => (
				<CommentForm key={each.id} base={base} comment={each} mayWrite={mayWrite} />
			))}
			{mayWrite && publications.length > 0 ? <RecordForm {...props} base={base} /> : null}
		</PlanLayout>
	);
}

function error(plan: PlanContext, key: string, field: string): string | undefined {
	if (plan.typed?.key !== key) return undefined;
	return plan.typed.problems.find((each) => each.field === field)?.message;
}

function typed(plan: PlanContext, key: string, field: string): string | undefined {
	return plan.typed?.key === key ? plan.typed.values[field]?.[0] : undefined;
}

function PublicationForm(props: {
	readonly base: string;
	readonly publication: Fact<"publication">;
	readonly mayWrite: boolean;
}) {
	const { base, publication, mayWrite } = props;
	const { id, submission, postedOn, opensOn, closesOn, version } = publication;
	return (
		<section className="margin-bottom-3">
			<p>
				<a className="usa-link" href={`/public/${id}`}>
					Submission {submission}, posted on {formatDate(postedOn)}
				</a>
				.{" "}
				{opensOn === null
					? "Not open for comment."
					: `Comment from ${formatDate(opensOn)}${closesOn ? ` to ${formatDate(closesOn)}` : ""}.`}
			</p>
			{mayWrite ? (
				<details>
					<summary>Change the days of comment of submission {submission}, or take it down</summary>
					<form method="post" action={`${base}/${id}`} className="usa-form">
						<input type="hidden" name="version" value={version} />
						<DateField id={`opensOn-${id}`} name="opensOn" label="First day of comment" optional value={opensOn} />
						<DateField id={`closesOn-${id}`} name="closesOn" label="Last day of comment" optional value={closesOn} />
						<Checkbox id={`takeDown-${id}`} name="takeDown" label="Take it down. Comments are kept" />
						<TextField id={`reason-${id}`} name="reason" label="Reason" optional />
						<button type="submit" className="usa-button usa-button--outline">
							Save
						</button>
					</form>
				</details>
			) : null}
		</section>
	);
}

function PostForm({ plan, submissions, publications, base }: PublicProps & { readonly base: string }) {
	const open = submissions.filter((number) => !publications.some(({ submission }) => submission === number));
	if (open.length === 0) return null;
	return (
		<form method="post" action={base} className="usa-form">
			<SelectField
				name="submission"
				label="Post a submission"
				options={open.map((number) => ({ value: String(number), label: `Submission ${number}` }))}
				value={typed(plan, "post", "submission")}
				error={error(plan, "post", "submission")}
			/>
			<DateField
				name="opensOn"
				label="First day of comment"
				optional
				value={typed(plan, "post", "opensOn")}
				error={error(plan, "post", "opensOn")}
			/>
			<DateField
				name="closesOn"
				label="Last day of comment"
				optional
				value={typed(plan, "post", "closesOn")}
				error={error(plan, "post", "closesOn")}
			/>
			<button type="submit" className="usa-button">
				Post it online
			</button>
		</form>
	);
}

function Summary({ comments, base }: Pick<PublicProps, "comments"> & { readonly base: string }) {
	return (
		<>
			<DataTable
				caption="By theme"
				label="Comments by theme"
				columns={[
					{ label: "Theme" },
					{ label: "Comments", numeric: true },
					{ label: "Answered", numeric: true },
					{ label: "Changed the plan", numeric: true },
				]}
				rows={summarizeComments(comments).map(({ theme, comments: count, answered, changes }) => ({
					key: theme,
					cells: [theme || "No theme yet", count, answered, changes],
				}))}
			/>
			<p>
				<a className="usa-link" href={`${base}/comments.csv`}>
					Download all comments and answers (CSV)
				</a>
			</p>
		</>
	);
}

function CommentForm(props: {
	readonly base: string;
	readonly comment: Fact<"public-comment">;
	readonly mayWrite: boolean;
}) {
	const { base, comment, mayWrite } = props;
	const { id } = comment;
	return (
		<section id={`comment-${id}`} className="border-top-1px border-base-lighter padding-top-2">
			<h3 className="font-sans-sm margin-bottom-1">
				{comment.name || "Without a name"}, {formatDate(comment.receivedOn)},{" "}
				{commentChannelLabels[comment.channel].toLowerCase()}: {stateLabels[comment.state].toLowerCase()}
			</h3>
			{comment.quote ? <p className="text-base-dark margin-y-1">About: {comment.quote}</p> : null}
			<blockquote className="measure-5 margin-x-0 text-pre-wrap" lang={comment.language}>
				{comment.text}
			</blockquote>
			{comment.hiddenReason ? <p>Not shown: {comment.hiddenReason}</p> : null}
			{mayWrite ? (
				<form method="post" action={`${base}/comments/${id}`} className="usa-form">
					<input type="hidden" name="version" value={comment.version} />
					<SelectField
						id={`state-${id}`}
						name="state"
						label="Show it"
						options={Object.entries(stateLabels).map(([value, label]) => ({ value, label }))}
						value={comment.state}
					/>
					<TextField
						id={`hiddenReason-${id}`}
						name="hiddenReason"
						label="Why it is not shown"
						optional
						value={comment.hiddenReason}
					/>
					<TextField id={`theme-${id}`} name="theme" label="Theme" optional value={comment.theme} />
					<TextArea id={`answer-${id}`} name="answer" label="Answer" optional rows={3} value={comment.answer} />
					<SelectField
						id={`outcome-${id}`}
						name="outcome"
						label="What it led to"
						emptyLabel="- Choose -"
						options={CommentOutcome.options.map((value) => ({ value, label: commentOutcomeLabels[value] }))}
						value={comment.outcome ?? ""}
					/>
					<button type="submit" className="usa-button usa-button--outline">
						Save<span className="usa-sr-only"> the comment of {comment.name || "somebody without a name"}</span>
					</button>
				</form>
			) : comment.answer ? (
				<p>Answer: {comment.answer}</p>
			) : null}
		</section>
	);
}

function RecordForm({ plan, publications, base }: PublicProps & { readonly base: string }) {
	const channels = CommentChannel.options.filter((each) => each !== "web");
	return (
		<>
			<h2>Write down what somebody said</h2>
			<form method="post" action={`${base}/comments`} className="usa-form">
				<SelectField
					name="publicationId"
					label="About"
					options={publications.map(({ id, submission }) => ({ value: id, label: `Submission ${submission}` }))}
					value={typed(plan, "record", "publicationId")}
				/>
				<SelectField
					name="channel"
					label="How it came in"
					options={channels.map((value) => ({ value, label: commentChannelLabels[value] }))}
					value={typed(plan, "record", "channel")}
				/>
				<DateField
					name="receivedOn"
					label="On which day"
					value={typed(plan, "record", "receivedOn")}
					error={error(plan, "record", "receivedOn")}
				/>
				<TextField name="name" label="Who said it" optional value={typed(plan, "record", "name")} />
				<Checkbox name="showName" label="They let us show their name" />
				<TextArea
					name="text"
					label="In their words"
					value={typed(plan, "record", "text")}
					error={error(plan, "record", "text")}
				/>
				<button type="submit" className="usa-button">
					Write it down
				</button>
			</form>
		</>
	);
}
