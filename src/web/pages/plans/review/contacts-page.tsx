import { formatDate } from "../../../../domain/calendar/plain-date.ts";
import { nextFormalSteps } from "../../../../domain/review/formal-action-steps.ts";
import { ContactChannel } from "../../../../domain/review/review-facts.ts";
import { DateField } from "../../../forms/date-field.tsx";
import { SelectField } from "../../../forms/select-field.tsx";
import { TextArea } from "../../../forms/text-area.tsx";
import { DataTable } from "../../parts/data-table.tsx";
import { formValues } from "../plan-context.ts";
import type { ReviewContext } from "./review-context.ts";
import { ReviewForm, ReviewLayout, reviewFieldId } from "./review-form.tsx";
import { channelWords } from "./review-words.ts";

/** County and State beside the review: drafts shared early, contacts, focused help, formal actions. */
export function StateContactsPage(context: ReviewContext) {
	return (
		<ReviewLayout plan={context.plan} title="Contacts with the State">
			<SharedDraft context={context} />
			<Contacts context={context} />
			{context.view.mayReview ? <FocusedHelp context={context} /> : null}
			<FormalActions context={context} />
		</ReviewLayout>
	);
}

function SharedDraft({ context }: { readonly context: ReviewContext }) {
	const { plan, view } = context;
	const values = formValues(plan.typed, "share");
	const current = view.shares.find(({ endedOn }) => endedOn === null);
	const mayShare = view.mayRespond && !view.mayReview;
	return (
		<section aria-labelledby="share">
			<h2 id="share">Draft shared with the State</h2>
			<p>
				{current
					? `The State can read the draft and comment on it since ${formatDate(current.sharedOn)}. ${current.note}`
					: "The State does not see the draft. Sharing it early is asked for where possible (SIP-98); nothing waits for it."}
			</p>
			{mayShare && current ? (
				<ReviewForm plan={plan} verb="share" formKey="share" button="Stop sharing" hidden={{ shared: "no" }} quiet />
			) : null}
			{mayShare && !current ? (
				<ReviewForm plan={plan} verb="share" formKey="share" button="Share the draft" hidden={{ shared: "yes" }} quiet>
					<TextArea
						name="note"
						id={reviewFieldId("share", "note")}
						label="A word to the State"
						optional
						rows={2}
						value={values.text("note", "")}
					/>
				</ReviewForm>
			) : null}
		</section>
	);
}

function Contacts({ context }: { readonly context: ReviewContext }) {
	const { plan, view } = context;
	const values = formValues(plan.typed, "contact");
	return (
		<section aria-labelledby="contacts">
			<h2 id="contacts">Contacts</h2>
			{view.contacts.length === 0 ? (
				<p>No contact is kept yet.</p>
			) : (
				<DataTable
					label="Contacts"
					caption="Contacts of county and State on this plan"
					quietCaption
					columns={[{ label: "Day" }, { label: "By" }, { label: "Note" }]}
					rows={view.contacts.map((each) => ({
						key: each.id,
						cells: [formatDate(each.on), channelWords[each.channel], each.note],
					}))}
				/>
			)}
			{view.mayReview || view.mayRespond ? (
				<ReviewForm plan={plan} verb="contact" formKey="contact" button="Keep the contact" quiet>
					<DateField
						name="on"
						id={reviewFieldId("contact", "on")}
						label="Day"
						value={values.text("on", "")}
						error={values.problem("on")}
					/>
					<SelectField
						name="channel"
						id={reviewFieldId("contact", "channel")}
						label="By"
						options={ContactChannel.options.map((value) => ({ value, label: channelWords[value] }))}
						value={values.text("channel", "telephone")}
					/>
					<TextArea
						name="note"
						id={reviewFieldId("contact", "note")}
						label="Note"
						rows={3}
						value={values.text("note", "")}
						error={values.problem("note")}
					/>
				</ReviewForm>
			) : null}
		</section>
	);
}

function FocusedHelp({ context }: { readonly context: ReviewContext }) {
	const { plan, view } = context;
	const values = formValues(plan.typed, "help");
	const current = view.focusedHelp.find(({ endedOn }) => endedOn === null);
	return (
		<section aria-labelledby="focused-help">
			<h2 id="focused-help">Focused help</h2>
			<p>
				{current
					? `The State gives this county focused technical assistance and training since ${formatDate(current.since)}: ${current.reason}`
					: "No focused help is marked for this county (SIP-115)."}{" "}
				Only the State sees this.
			</p>
			<ReviewForm
				plan={plan}
				verb="help"
				formKey="help"
				button={current ? "End the focused help" : "Mark focused help"}
				hidden={{ given: current ? "no" : "yes" }}
				quiet
			>
				<TextArea
					name="reason"
					id={reviewFieldId("help", "reason")}
					label="Reason"
					rows={2}
					value={values.text("reason", "")}
					error={values.problem("reason")}
				/>
			</ReviewForm>
		</section>
	);
}

function FormalActions({ context }: { readonly context: ReviewContext }) {
	const { plan, view, review } = context;
	if (!review || (view.formalActions.length === 0 && !view.mayReview)) return null;
	const { formalActions } = review;
	const values = formValues(plan.typed, "formal");
	const next = nextFormalSteps(formalActions, view.formalActions);
	const label = (id: string) => formalActions.steps.find((step) => step.id === id)?.label ?? id;
	return (
		<section aria-labelledby="formal">
			<h2 id="formal">Formal action</h2>
			<p>
				{formalActions.authority}. {view.formalActions.length === 0 ? "No step was taken." : ""}
			</p>
			{view.formalActions.length > 0 ? (
				<DataTable
					label="Formal action"
					caption="Steps of the formal action"
					quietCaption
					columns={[{ label: "Step" }, { label: "Taken" }, { label: "Day that it sets" }, { label: "Note" }]}
					rows={view.formalActions.map((each) => ({
						key: each.id,
						cells: [
							label(each.step),
							formatDate(each.takenOn),
							each.deadline ? formatDate(each.deadline) : "–",
							each.note,
						],
					}))}
				/>
			) : null}
			{view.mayReview && next.length > 0 ? (
				<details open={values.isBack}>
					<summary className="text-bold padding-y-05">Record a step</summary>
					<ReviewForm plan={plan} verb="formal" formKey="formal" button="Record the step" quiet>
						<SelectField
							name="step"
							id={reviewFieldId("formal", "step")}
							label="Step"
							options={next.map(({ id, label: words, certain }) => ({
								value: id,
								label: certain ? words : `${words} (the text of the law was not at hand for this step)`,
							}))}
							value={values.text("step", "")}
							error={values.problem("step")}
						/>
						<DateField
							name="takenOn"
							id={reviewFieldId("formal", "takenOn")}
							label="Taken on"
							value={values.text("takenOn", "")}
							error={values.problem("takenOn")}
						/>
						<DateField
							name="deadline"
							id={reviewFieldId("formal", "deadline")}
							label="Day that it sets"
							hint="To correct by, or of the hearing, where the step sets one"
							optional
							value={values.text("deadline", "")}
							error={values.problem("deadline")}
						/>
						<TextArea
							name="note"
							id={reviewFieldId("formal", "note")}
							label="Note"
							rows={3}
							value={values.text("note", "")}
							error={values.problem("note")}
						/>
					</ReviewForm>
				</details>
			) : null}
		</section>
	);
}
