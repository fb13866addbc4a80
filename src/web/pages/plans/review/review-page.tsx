import { formatDate } from "../../../../domain/calendar/plain-date.ts";
import { type ChecklistItem, reviewChecklist } from "../../../../domain/review/review-checklist.ts";
import { ReviewVerdict } from "../../../../domain/review/review-facts.ts";
import { CheckboxGroup } from "../../../forms/choice-group.tsx";
import { SelectField } from "../../../forms/select-field.tsx";
import { TextArea } from "../../../forms/text-area.tsx";
import { TextField } from "../../../forms/text-field.tsx";
import { DataTable } from "../../parts/data-table.tsx";
import { StatusTag } from "../../parts/status-tag.tsx";
import { formValues } from "../plan-context.ts";
import { planPath } from "../plan-paths.ts";
import { NewRemark, RemarkList } from "./remark-parts.tsx";
import type { ReviewContext } from "./review-context.ts";
import { ReviewForm, ReviewLayout, reviewFieldId } from "./review-form.tsx";
import { verdictWords } from "./review-words.ts";

/** The State's review of a plan: who looks at it, the State's tests, its checklist, its comments. */
export function StateReviewPage(context: ReviewContext) {
	const { plan, view } = context;
	const comments = view.remarks.filter(({ remarkKind }) => remarkKind === "comment");
	const unsent = comments.filter(({ released }) => !released).length;
	return (
		<ReviewLayout plan={plan} title="State review">
			<Reviewers context={context} />
			<Tests context={context} />
			{view.mayReview && view.reviews.length > 0 ? <Checklist context={context} /> : null}
			<h2 id="comments">Comments of the State</h2>
			<RemarkList context={context} remarks={comments} empty="There is no comment of the State." />
			{unsent > 0 && view.mayReview ? (
				<ReviewForm
					plan={plan}
					verb="release"
					formKey="release-comment"
					button={unsent === 1 ? "Send 1 comment to the county" : `Send ${unsent} comments to the county`}
					hidden={{ remarkKind: "comment" }}
				/>
			) : null}
			{view.mayReview ? (
				<>
					<h3>Write a comment</h3>
					<NewRemark context={context} kind="comment" />
				</>
			) : null}
		</ReviewLayout>
	);
}

function Reviewers({ context }: { readonly context: ReviewContext }) {
	const { plan, view, review } = context;
	const current = view.reviews.at(-1);
	const values = formValues(plan.typed, "reviewers");
	const share = view.shares.find(({ endedOn }) => endedOn === null);
	if (!current && share && ["drafting", "ready", "board-approved"].includes(plan.graph.document.state)) {
		return (
			<p>
				No review has been opened. The draft is shared with the State since {formatDate(share.sharedOn)}; what both say
				on it stands under{" "}
				<a className="usa-link" href={planPath(plan.graph.document.id, "/comments")}>
					Comments and suggestions
				</a>
				.
			</p>
		);
	}
	if (!current) {
		return (
			<p>
				No review has been opened.{" "}
				{view.mayReview && plan.graph.document.state === "submitted" ? (
					<a className="usa-link" href={planPath(plan.graph.document.id, "/steps/open-review")}>
						Open the review
					</a>
				) : null}
			</p>
		);
	}
	const units = [...new Set([...(review?.units ?? []), ...current.units])];
	return (
		<section aria-labelledby="who">
			<h2 id="who">Who reviews</h2>
			<DataTable
				label="Reviews"
				caption="Reviews of this plan, one for each submission"
				quietCaption
				columns={[
					{ label: "Submission" },
					{ label: "Opened" },
					{ label: "Units" },
					{ label: "People" },
					{ label: "Closed" },
				]}
				rows={view.reviews.map((each) => ({
					key: each.id,
					cells: [
						String(each.submission),
						formatDate(each.openedOn),
						each.units.join(", ") || "No unit chosen",
						each.reviewerNames.join(", ") || "Nobody named",
						each.closedOn ? formatDate(each.closedOn) : "Open",
					],
				}))}
			/>
			{view.mayReview && current.closedOn === null ? (
				<ReviewForm
					plan={plan}
					verb="reviewers"
					formKey="reviewers"
					button="Keep units and people"
					hidden={{ reviewId: current.id, version: current.version }}
					quiet
				>
					<CheckboxGroup
						name="units"
						id={reviewFieldId("reviewers", "units")}
						label="Units of the State (SIP-105)"
						choices={units.map((value) => ({ value, label: value }))}
						values={values.list("units", current.units)}
						error={values.problem("units")}
					/>
					<TextField
						name="otherUnit"
						id={reviewFieldId("reviewers", "otherUnit")}
						label="Another unit"
						optional
						value={values.text("otherUnit", "")}
					/>
					<CheckboxGroup
						name="reviewerIds"
						id={reviewFieldId("reviewers", "reviewerIds")}
						label="People"
						choices={view.reviewers.map(({ id, name }) => ({ value: id, label: name }))}
						values={values.list("reviewerIds", current.reviewerIds)}
						error={values.problem("reviewerIds")}
					/>
				</ReviewForm>
			) : null}
		</section>
	);
}

function Tests({ context }: { readonly context: ReviewContext }) {
	const { view } = context;
	if (view.tests.length === 0) return null;
	return (
		<section aria-labelledby="tests">
			<h2 id="tests">The State's tests</h2>
			<ul className="usa-list">
				{view.tests.map((test) => (
					<li key={test.id}>
						{test.label}:{" "}
						<StatusTag tone={test.open.length === 0 ? "good" : "bad"}>
							{test.open.length === 0 ? "Passed" : `${test.open.length} open`}
						</StatusTag>{" "}
						<span className="text-base-darker">{test.source}</span>
						{test.open.length > 0 ? (
							<ul>
								{test.open.map((check) => (
									<li key={`${check.ruleId} ${check.place.id} ${check.message}`}>
										{check.ruleId}: {check.message}
									</li>
								))}
							</ul>
						) : null}
					</li>
				))}
			</ul>
		</section>
	);
}

function Checklist({ context }: { readonly context: ReviewContext }) {
	const { plan, view } = context;
	const review = view.reviews.at(-1);
	if (!review) return null;
	const items = reviewChecklist(plan.edition);
	const answers = new Map(view.items.filter(({ reviewId }) => reviewId === review.id).map((each) => [each.item, each]));
	const values = formValues(plan.typed, "checklist");
	const name = (item: ChecklistItem) => `${item.id}${item.severity ? ` (${item.severity})` : ""}: ${item.label}`;
	return (
		<section aria-labelledby="checklist">
			<h2 id="checklist">Checklist</h2>
			<p>
				{answers.size} of {items.length} items answered. Only the State's side reads the answers. E is an error, W a
				warning, I information; items without a letter are for a person to weigh.
			</p>
			{answers.size > 0 ? (
				<DataTable
					label="Answered items"
					caption="Answered items of the checklist"
					quietCaption
					columns={[{ label: "Item" }, { label: "Answer" }, { label: "Note" }]}
					rows={items.flatMap((item) => {
						const answer = answers.get(item.id);
						return answer
							? [{ key: item.id, cells: [name(item), verdictWords[answer.verdict], answer.note || "–"] }]
							: [];
					})}
				/>
			) : null}
			<h3>Answer an item</h3>
			<ReviewForm
				plan={plan}
				verb="item"
				formKey="checklist"
				button="Keep the answer"
				hidden={{ reviewId: review.id }}
				quiet
			>
				<SelectField
					name="item"
					id={reviewFieldId("checklist", "item")}
					label="Item"
					options={items.map((item) => ({
						value: `${item.id}|${answers.get(item.id)?.version ?? 0}`,
						label: `${answers.has(item.id) ? "Answered: " : ""}${name(item)}`,
					}))}
					value={values.text("item", "")}
					error={values.problem("item")}
				/>
				<SelectField
					name="verdict"
					id={reviewFieldId("checklist", "verdict")}
					label="Answer"
					options={ReviewVerdict.options.map((value) => ({ value, label: verdictWords[value] }))}
					value={values.text("verdict", "met")}
					error={values.problem("verdict")}
				/>
				<TextArea
					name="note"
					id={reviewFieldId("checklist", "note")}
					label="Note"
					optional
					rows={3}
					value={values.text("note", "")}
					error={values.problem("note")}
				/>
			</ReviewForm>
		</section>
	);
}
