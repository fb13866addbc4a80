import { formatDate } from "../../../../domain/calendar/plain-date.ts";
import type { RemarkKind } from "../../../../domain/review/review-facts.ts";
import type { ReviewView } from "../../../../domain/review/review-view.ts";
import { SelectField } from "../../../forms/select-field.tsx";
import { TextArea } from "../../../forms/text-area.tsx";
import { StatusTag } from "../../parts/status-tag.tsx";
import { formValues } from "../plan-context.ts";
import { aboutOptions, aboutWords, type ReviewContext } from "./review-context.ts";
import { ReviewForm, reviewFieldId } from "./review-form.tsx";
import { choiceWords } from "./review-words.ts";

type Remark = ReviewView["remarks"][number];

/** Writes a remark on a part of the plan. It waits on the State's side until it is released. */
export function NewRemark({ context, kind }: { readonly context: ReviewContext; readonly kind: RemarkKind }) {
	const { plan, review } = context;
	const key = `new-${kind}`;
	const values = formValues(plan.typed, key);
	return (
		<ReviewForm plan={plan} verb="remark" formKey={key} button={`Keep the ${kind}`} hidden={{ remarkKind: kind }} quiet>
			<SelectField
				name="about"
				id={reviewFieldId(key, "about")}
				label="About"
				options={aboutOptions(plan)}
				value={values.text("about", `document:${plan.graph.document.id}`)}
				error={values.problem("aboutId")}
			/>
			<SelectField
				name="unit"
				id={reviewFieldId(key, "unit")}
				label="Unit of the State"
				optional
				emptyLabel="- No unit -"
				options={(review?.units ?? []).map((value) => ({ value, label: value }))}
				value={values.text("unit", "")}
			/>
			<TextArea
				name="text"
				id={reviewFieldId(key, "text")}
				label={kind.charAt(0).toUpperCase() + kind.slice(1)}
				rows={4}
				value={values.text("text", "")}
				error={values.problem("text")}
			/>
		</ReviewForm>
	);
}

/** Remarks with what the county said to each, and the form to say it. */
export function RemarkList(props: {
	readonly context: ReviewContext;
	readonly remarks: readonly Remark[];
	readonly empty: string;
}) {
	const { context, remarks } = props;
	if (remarks.length === 0) return <p>{props.empty}</p>;
	return (
		<ul className="usa-list usa-list--unstyled">
			{remarks.map((remark) => (
				<li
					key={remark.id}
					id={`remark-${remark.id}`}
					className="border-left-05 border-base-lighter padding-left-2 margin-bottom-3"
				>
					<OneRemark context={context} remark={remark} />
				</li>
			))}
		</ul>
	);
}

function OneRemark({ context, remark }: { readonly context: ReviewContext; readonly remark: Remark }) {
	const { plan, view } = context;
	const response = view.responses.find(({ remarkId }) => remarkId === remark.id);
	const closed = plan.graph.document.state === "accepted";
	return (
		<>
			<p className="margin-bottom-05">
				<strong>{aboutWords(remark, plan)}</strong>
				{remark.unit ? `, ${remark.unit}` : ""}{" "}
				{remark.releasedOn ? (
					<span className="text-base-darker">sent {formatDate(remark.releasedOn)}</span>
				) : (
					<StatusTag tone="quiet">Not sent: the State alone sees it</StatusTag>
				)}
			</p>
			<p className="long-text margin-y-05">{remark.text}</p>
			{response ? (
				<div className="bg-base-lightest padding-2 margin-y-1">
					<p className="margin-y-0">
						<StatusTag tone={response.choice === "decline" || response.choice === "negotiate" ? "waiting" : "good"}>
							{choiceWords[response.choice]}
						</StatusTag>{" "}
						by the county, {formatDate(response.respondedOn)}
					</p>
					<p className="long-text margin-y-1">{response.text}</p>
					{response.changed ? (
						<p className="long-text margin-y-0">
							<strong>What was changed:</strong> {response.changed}
						</p>
					) : null}
				</div>
			) : remark.released && remark.remarkKind !== "comment" ? (
				<p className="margin-y-05">
					<StatusTag tone="bad">No response yet</StatusTag>
				</p>
			) : null}
			{view.mayReview && !remark.released ? (
				<ReviewForm
					plan={plan}
					verb="remove-remark"
					formKey={`remove-${remark.id}`}
					button={`Take this ${remark.remarkKind} back`}
					hidden={{ remarkId: remark.id }}
					quiet
				/>
			) : null}
			{view.mayRespond && !view.mayReview && remark.released && !closed ? (
				<RespondForm context={context} remark={remark} response={response} />
			) : null}
		</>
	);
}

function RespondForm(props: {
	readonly context: ReviewContext;
	readonly remark: Remark;
	readonly response: ReviewView["responses"][number] | undefined;
}) {
	const { remark, response } = props;
	const { plan } = props.context;
	const key = `respond-${remark.id}`;
	const values = formValues(plan.typed, key);
	const recommended = remark.remarkKind === "recommendation";
	return (
		<details className="margin-y-1" open={values.isBack || (!response && remark.remarkKind !== "comment")}>
			<summary className="text-bold padding-y-05">
				{response ? "Change the response" : recommended ? "Respond" : "Answer"}
			</summary>
			<ReviewForm
				plan={plan}
				verb="respond"
				formKey={key}
				button={recommended ? "Send the response" : "Send the answer"}
				hidden={{
					remarkId: remark.id,
					version: response?.version ?? 0,
					...(recommended ? {} : { choice: "answer" }),
				}}
			>
				{recommended ? (
					<SelectField
						name="choice"
						id={reviewFieldId(key, "choice")}
						label="Response"
						options={(["accept", "amend", "decline", "negotiate"] as const).map((value) => ({
							value,
							label: choiceWords[value],
						}))}
						value={values.text("choice", response?.choice ?? "accept")}
						error={values.problem("choice")}
					/>
				) : null}
				<TextArea
					name="text"
					id={reviewFieldId(key, "text")}
					label={recommended ? "What the county says to it" : "Answer"}
					rows={4}
					value={values.text("text", response?.text ?? "")}
					error={values.problem("text")}
				/>
				<TextArea
					name="changed"
					id={reviewFieldId(key, "changed")}
					label="What was changed in the plan"
					optional
					rows={2}
					value={values.text("changed", response?.changed ?? "")}
					error={values.problem("changed")}
				/>
			</ReviewForm>
		</details>
	);
}
