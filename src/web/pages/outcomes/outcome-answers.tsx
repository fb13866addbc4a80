import { formatDate, type PlainDate } from "../../../domain/calendar/plain-date.ts";
import { formatValue } from "../../../domain/measure/format-value.ts";
import { milestoneStatusWords } from "../home/my-milestones.tsx";
import { dueInWords } from "../parts/due-words.ts";
import { PlanStateTag } from "../parts/plan-state-tag.tsx";
import { VoiceItem } from "../parts/voice-item.tsx";
import type { OutcomeAnswerProps, OutcomeGoalProps } from "./outcome-props.ts";

/** The plans that answer the outcome: goals, what they move, strategies and milestones, with the numbers of the plan. */
export function OutcomeAnswers(props: { readonly answers: readonly OutcomeAnswerProps[]; readonly today: PlainDate }) {
	return (
		<section aria-labelledby="answers">
			<h2 id="answers">What the plans do about it</h2>
			{props.answers.length === 0 ? <p>No plan that you may see has a component on this outcome.</p> : null}
			{props.answers.map(({ component, document, cycle, goals, voices }) => (
				<article key={component.id} className="finding-card">
					<h3>
						<a className="usa-link" href={`/plans/${document.id}`}>
							{document.title}
						</a>{" "}
						<PlanStateTag state={document.state} />
					</h3>
					<p>
						{formatDate(cycle.startsOn)} to {formatDate(cycle.endsOn)}. Component: {component.label}.
					</p>
					{goals.length === 0 ? <p>This component has no goals yet.</p> : null}
					{goals.map((goal) => (
						<Goal key={goal.goal.id} goal={goal} today={props.today} />
					))}
					{voices.length > 0 ? <Voices voices={voices} goals={goals} /> : null}
				</article>
			))}
		</section>
	);
}

/** What people said on the outcome, and what it changed in the plan. */
function Voices(props: { readonly voices: OutcomeAnswerProps["voices"]; readonly goals: readonly OutcomeGoalProps[] }) {
	const numberOf = (each: OutcomeAnswerProps["voices"][number]) =>
		props.goals.flatMap(({ strategies }) => strategies).find(({ strategy }) => strategy.id === each.strategyId)
			?.number ?? props.goals.find(({ goal }) => goal.id === each.goalId)?.number;
	return (
		<>
			<h4>You said, we did</h4>
			<ul className="usa-list">
				{props.voices.map((each) => (
					<VoiceItem key={each.id} voice={each} place={numberOf(each)} />
				))}
			</ul>
		</>
	);
}

function Goal({ goal, today }: { readonly goal: OutcomeGoalProps; readonly today: PlainDate }) {
	return (
		<>
			<h4>
				Goal {goal.number} {goal.goal.statement}
			</h4>
			{goal.measures.map(({ objective, measure, target }) =>
				target?.value != null && measure ? (
					<p key={objective.id}>
						Target: {formatValue(target.value, measure.unit)}
						{target.by ? ` by ${formatDate(target.by)}` : ""}
					</p>
				) : null,
			)}
			<ul className="usa-list usa-list--unstyled plan-thread">
				{goal.strategies.map(({ strategy, number, milestones }) => (
					<li key={strategy.id}>
						<strong>{number}</strong> {strategy.statement}
						<ul className="usa-list usa-list--unstyled plan-thread">
							{milestones.map((each) => (
								<li key={each.milestone.id}>
									<strong>{each.number}</strong> {each.milestone.statement}{" "}
									<span className="text-base-dark">({progress(each, today)})</span>
								</li>
							))}
						</ul>
					</li>
				))}
			</ul>
		</>
	);
}

function progress(
	{ milestone, dueOn }: OutcomeGoalProps["strategies"][number]["milestones"][number],
	today: PlainDate,
): string {
	const status = milestoneStatusWords[milestone.status].toLowerCase();
	if (milestone.status === "completed" || milestone.status === "dropped") return status;
	const due = dueInWords(dueOn, today);
	return `${status}, ${due.charAt(0).toLowerCase()}${due.slice(1)}`;
}
