import { formatDate } from "../../../domain/calendar/plain-date.ts";
import { asAgreed } from "../../../domain/engagement/consent.ts";
import type { GoalTheory } from "../../../domain/plan/goal-theory.ts";
import type { GoalNode } from "../../../domain/plan/plan-graph.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { type GoalPlace, GoalPlaces } from "../parts/goal-places.tsx";
import { VoiceItem } from "../parts/voice-item.tsx";
import { InterventionPart } from "./intervention-part.tsx";
import type { PlanContext } from "./plan-context.ts";
import { PlanLayout } from "./plan-layout.tsx";
import { componentPath, theoryPath } from "./plan-paths.ts";
import { TheorySteps } from "./theory-steps.tsx";

export type TheoryPageProps = {
	readonly plan: PlanContext;
	readonly focusAreaId: string;
	readonly node: GoalNode;
	/** Kept beside the goal. */
	readonly resources: readonly { readonly title: string; readonly address: string; readonly note: string }[];
	readonly assistance: readonly Fact<"assistance-given">[];
	readonly usedIn: readonly GoalPlace[];
} & GoalTheory;

/** Resources of the library that fit a step. */
const resourceLinks = [
	{ href: "/resources?topic=data-and-evidence&phase=assess", label: "the problem and the data that shows it" },
	{ href: "/resources?topic=lived-experience", label: "hearing people with lived experience" },
	{ href: "/resources?topic=cqi&phase=plan", label: "theory of change and choosing what is done" },
	{ href: "/resources?topic=cqi&phase=implement", label: "putting it into practice" },
	{ href: "/resources?topic=cqi&phase=monitor", label: "watching and adjusting" },
] as const;

/** Why a goal should be reached, in guided steps, and what its strategies need to work as meant. */
export function TheoryPage(props: TheoryPageProps) {
	const { plan, node, focusAreaId } = props;
	const { words } = plan.edition;
	const documentId = plan.graph.document.id;
	const thing = `${words.goal} ${node.number}`;
	return (
		<PlanLayout
			plan={plan}
			title={`Theory of change: ${thing.toLowerCase()}`}
			steps={[{ label: words.component, href: componentPath(documentId, focusAreaId) }]}
		>
			<p className="long-text">{node.goal.statement || <em>The goal is not written yet.</em>}</p>
			<GoalPlaces places={props.usedIn} />
			<AnsweredFindings {...props} />
			<HeardVoices {...props} />
			<p>
				Resources that help with these steps:{" "}
				{resourceLinks.map(({ href, label }, i) => (
					<span key={href}>
						{i > 0 ? ", " : ""}
						<a className="usa-link" href={href}>
							{label}
						</a>
					</span>
				))}
				.
			</p>
			<KeptBeside {...props} />
			<p>
				This theory of change on paper, to be attached or laid before partners:{" "}
				<a className="usa-link" href={`${theoryPath(documentId, node.goal.id)}.docx`}>
					Word
				</a>
				,{" "}
				<a className="usa-link" href={`${theoryPath(documentId, node.goal.id)}.pdf`}>
					PDF
				</a>
				.
			</p>
			<TheorySteps {...props} thing={thing} />
			{node.strategies.map((strategy) => (
				<InterventionPart
					key={strategy.strategy.id}
					plan={plan}
					node={strategy}
					intervention={props.interventions.find((each) => each.strategyId === strategy.strategy.id) ?? null}
				/>
			))}
			{node.strategies.length === 0 ? (
				<p>There is no {words.strategy.toLowerCase()} yet. Add one on the page of the goal.</p>
			) : null}
		</PlanLayout>
	);
}

/** The findings that the goal's component answers: what the theory starts from (INT-06). */
function AnsweredFindings({ plan, focusAreaId }: TheoryPageProps) {
	const answers = plan.graph.findings.filter(({ answer }) => answer?.focusAreaId === focusAreaId);
	if (answers.length === 0) return <p>No finding is tied to this goal yet. Tie one under “Findings”.</p>;
	return (
		<>
			<h2>What was found</h2>
			<ul className="usa-list">
				{answers.map(({ finding }) => (
					<li key={finding.id}>
						<a className="usa-link" href={`/findings/${finding.id}`}>
							{finding.label}
						</a>
						{finding.summary ? `: ${finding.summary}` : ""}
					</li>
				))}
			</ul>
		</>
	);
}

/** What people said on it: as agreed, for the page is printed and shown to partners. */
function HeardVoices({ plan, focusAreaId }: TheoryPageProps) {
	const voices = plan.graph.entries["partner-input"].filter((each) => each.focusAreaId === focusAreaId);
	if (voices.length === 0) return null;
	return (
		<>
			<h2>What people said on it</h2>
			<ul className="usa-list">
				{voices.map((each) => (
					<VoiceItem key={each.id} voice={asAgreed(each)} />
				))}
			</ul>
		</>
	);
}

/** Resources that were kept beside the goal, and technical assistance that was given for it. */
function KeptBeside({ resources, assistance }: TheoryPageProps) {
	return (
		<>
			{resources.length === 0 ? null : (
				<>
					<h2>Resources kept beside this goal</h2>
					<ul className="usa-list">
						{resources.map(({ title, address, note }) => (
							<li key={title}>
								{address === "" ? (
									title
								) : (
									<a className="usa-link usa-link--external" href={address} rel="noreferrer noopener">
										{title}
									</a>
								)}
								{note === "" ? "" : `: ${note}`}
							</li>
						))}
					</ul>
				</>
			)}
			{assistance.length === 0 ? null : (
				<>
					<h2>Technical assistance for this goal</h2>
					<ul className="usa-list">
						{assistance.map(({ id, provider, need, startedOn, hours, result }) => (
							<li key={id}>
								{provider}, from {formatDate(startedOn)}
								{hours === null ? "" : `, ${hours.toLocaleString("en-US")} hours`}: {need}
								{result === "" ? "" : ` What came of it: ${result}`}
							</li>
						))}
					</ul>
				</>
			)}
		</>
	);
}
