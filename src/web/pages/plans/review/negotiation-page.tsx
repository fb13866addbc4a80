import { formatDate } from "../../../../domain/calendar/plain-date.ts";
import { missingParties } from "../../../../domain/review/party-warnings.ts";
import { NegotiationSubject } from "../../../../domain/review/review-facts.ts";
import type { ReviewView } from "../../../../domain/review/review-view.ts";
import { Alert } from "../../../forms/alert.tsx";
import { SelectField } from "../../../forms/select-field.tsx";
import { TextArea } from "../../../forms/text-area.tsx";
import { factNames } from "../fact-names.ts";
import { formValues } from "../plan-context.ts";
import { planPath } from "../plan-paths.ts";
import { shorten } from "../plan-words.ts";
import { AssignedContents } from "./assigned-contents.tsx";
import type { ReviewContext } from "./review-context.ts";
import { ReviewForm, ReviewLayout, reviewFieldId } from "./review-form.tsx";
import { outcomeWords, sideWords, subjectWords } from "./review-words.ts";

type Negotiation = ReviewView["negotiations"][number];

/** Where county and State do not agree: what about, who talks, what each holds, how it ended, what the State then set. */
export function NegotiationPage(context: ReviewContext) {
	const { plan, view } = context;
	return (
		<ReviewLayout plan={plan} title="Negotiation">
			{view.negotiations.length === 0 ? (
				<p>
					There is no negotiation on this plan. It is opened with a step of the plan, when the two sides do not agree.
				</p>
			) : null}
			{view.negotiations.map((negotiation) => (
				<OneNegotiation key={negotiation.id} context={context} negotiation={negotiation} />
			))}
			<AssignedContents context={context} />
			{view.mayReview && plan.graph.document.state === "assigned-by-state" ? <AssignForm context={context} /> : null}
		</ReviewLayout>
	);
}

function OneNegotiation({
	context,
	negotiation,
}: {
	readonly context: ReviewContext;
	readonly negotiation: Negotiation;
}) {
	const { plan, view, review } = context;
	const open = view.mayNegotiate && plan.graph.document.state === "in-negotiation" && negotiation.outcome === "open";
	const missing = missingParties(negotiation, review?.association ?? "");
	const positions = view.positions.filter(({ negotiationId }) => negotiationId === negotiation.id);
	const rounds = [...new Set(positions.map(({ round }) => round))].sort((a, b) => a - b);
	const parties = [
		["The State", negotiation.stateParticipants],
		["Staff of the county", negotiation.countyParticipants],
		[review?.association ?? "", negotiation.associationParticipants],
	] as const;
	return (
		<section aria-labelledby={`negotiation-${negotiation.id}`}>
			<h2 id={`negotiation-${negotiation.id}`}>
				{subjectWords[negotiation.subject]}: {outcomeWords[negotiation.outcome].toLowerCase()}
			</h2>
			<p className="long-text">
				Opened {formatDate(negotiation.openedOn)}. {negotiation.matter}
			</p>
			<dl>
				{parties.map(([party, names]) => (
					<div key={party}>
						<dt>{party}</dt>
						<dd>{names.join(", ") || "Nobody named"}</dd>
					</div>
				))}
			</dl>
			{missing.length > 0 ? (
				<Alert kind="warning" title="A party is missing in the record">
					Nobody is named for {missing.join(", and for ")}. The guide wants the State, staff of the county and the
					association at the table (SIP-109). This holds nothing back.
				</Alert>
			) : null}
			{rounds.map((round) => (
				<div key={round}>
					<h3>Round {round}</h3>
					{positions
						.filter((each) => each.round === round)
						.map((each) => (
							<div key={each.id}>
								<p className="margin-bottom-05">
									<strong>{sideWords[each.side]}</strong>, {formatDate(each.statedOn)}
								</p>
								<p className="long-text margin-top-0">{each.text}</p>
							</div>
						))}
				</div>
			))}
			{negotiation.resolvedOn ? (
				<Alert kind={negotiation.outcome === "agreed" ? "success" : "info"} title={outcomeWords[negotiation.outcome]}>
					<p className="margin-top-0">{formatDate(negotiation.resolvedOn)}</p>
					<p className="long-text margin-bottom-0">{negotiation.resolution}</p>
				</Alert>
			) : null}
			{open ? <NegotiationForms context={context} negotiation={negotiation} /> : null}
		</section>
	);
}

function NegotiationForms({
	context,
	negotiation,
}: {
	readonly context: ReviewContext;
	readonly negotiation: Negotiation;
}) {
	const { plan, review } = context;
	const hidden = { negotiationId: negotiation.id, version: negotiation.version };
	const [about, position, outcome] = ["negotiation", "position", "outcome"].map((key) => formValues(plan.typed, key));
	if (!about || !position || !outcome) return null;
	const people = (name: "stateParticipants" | "countyParticipants" | "associationParticipants", label: string) => (
		<TextArea
			name={name}
			id={reviewFieldId("negotiation", name)}
			label={label}
			hint="One name a line"
			optional
			rows={2}
			value={about.text(name, negotiation[name].join("\n"))}
			error={about.problem(name)}
		/>
	);
	return (
		<>
			<h3>State your side's position</h3>
			<ReviewForm plan={plan} verb="position" formKey="position" button="State the position" hidden={hidden}>
				<TextArea
					name="text"
					id={reviewFieldId("position", "text")}
					label="Position"
					rows={4}
					value={position.text("text", "")}
					error={position.problem("text")}
				/>
			</ReviewForm>
			<h3>What is negotiated, and by whom</h3>
			<ReviewForm plan={plan} verb="negotiation" formKey="negotiation" button="Keep this" hidden={hidden} quiet>
				<SelectField
					name="subject"
					id={reviewFieldId("negotiation", "subject")}
					label="Subject"
					options={NegotiationSubject.options.map((value) => ({ value, label: subjectWords[value] }))}
					value={about.text("subject", negotiation.subject)}
				/>
				<TextArea
					name="matter"
					id={reviewFieldId("negotiation", "matter")}
					label="What the two sides do not agree on"
					rows={3}
					value={about.text("matter", negotiation.matter)}
					error={about.problem("matter")}
				/>
				{people("stateParticipants", "For the State")}
				{people("countyParticipants", "Staff of the county")}
				{people("associationParticipants", review?.association ?? "The association")}
			</ReviewForm>
			<h3>How it ended</h3>
			<ReviewForm plan={plan} verb="outcome" formKey="outcome" button="Record the outcome" hidden={hidden} quiet>
				<SelectField
					name="outcome"
					id={reviewFieldId("outcome", "outcome")}
					label="Outcome"
					options={(["agreed", "not-agreed"] as const).map((value) => ({ value, label: outcomeWords[value] }))}
					value={outcome.text("outcome", "agreed")}
				/>
				<TextArea
					name="resolution"
					id={reviewFieldId("outcome", "resolution")}
					label="What was agreed, or on what there is no agreement"
					rows={4}
					value={outcome.text("resolution", "")}
					error={outcome.problem("resolution")}
				/>
			</ReviewForm>
		</>
	);
}

/** The State sets a content. The choice names the version that was seen. */
function AssignForm({ context }: { readonly context: ReviewContext }) {
	const { plan } = context;
	const values = formValues(plan.typed, "assign");
	const nameOf = factNames(plan);
	const options = plan.graph.components.flatMap((component) =>
		component.goals.flatMap((goal) => [
			option("goal", goal.goal, "statement", goal.goal.statement),
			...goal.objectives.flatMap(({ target }) =>
				target ? [option("target", target, "value", String(target.value ?? ""))] : [],
			),
			...goal.strategies.flatMap((strategy) => [
				option("strategy", strategy.strategy, "statement", strategy.strategy.statement),
				...strategy.milestones.map(({ milestone }) => option("milestone", milestone, "statement", milestone.statement)),
			]),
		]),
	);
	function option(
		kind: "goal" | "target" | "strategy" | "milestone",
		fact: { readonly id: string; readonly version: number },
		field: string,
		text: string,
	) {
		return {
			value: `${kind}|${fact.id}|${field}|${fact.version}`,
			label: `${nameOf(kind, fact.id)}: ${shorten(text, 70)}`,
		};
	}
	return (
		<section aria-labelledby="assign">
			<h2 id="assign">Set a content or a degree of improvement</h2>
			<ReviewForm plan={plan} verb="assign" formKey="assign" button="Set it">
				<SelectField
					name="what"
					id={reviewFieldId("assign", "what")}
					label="What is set"
					options={options}
					value={values.text("what", "")}
					error={values.problem("field")}
				/>
				<TextArea
					name="value"
					id={reviewFieldId("assign", "value")}
					label="What is to stand there"
					hint="For a target, the number alone"
					rows={3}
					value={values.text("value", "")}
					error={values.problem("value")}
				/>
				<TextArea
					name="reason"
					id={reviewFieldId("assign", "reason")}
					label="Reason"
					hint="The county reads it word for word"
					rows={3}
					value={values.text("reason", "")}
					error={values.problem("reason")}
				/>
			</ReviewForm>
			<p>
				<a className="usa-link" href={planPath(plan.graph.document.id)}>
					Back to the plan, to accept it
				</a>
			</p>
		</section>
	);
}
