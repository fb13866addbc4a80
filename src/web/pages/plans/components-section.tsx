import { StatusTag, type Tone } from "../parts/status-tag.tsx";
import { PartActions } from "./part-actions.tsx";
import type { PlanContext } from "./plan-context.ts";
import { componentPath, partAnchor, planPath } from "./plan-paths.ts";
import { componentName, count, severalOf, subjectName } from "./plan-words.ts";
import { componentState, type SectionState, sectionStateWords } from "./section-states.ts";

const tones: Readonly<Record<SectionState, Tone>> = {
	"not-started": "quiet",
	"in-progress": "waiting",
	complete: "good",
};

/** The components of the plan in their order, with the findings that none of them answers. */
export function ComponentsSection({ plan }: { readonly plan: PlanContext }) {
	const { graph, edition } = plan;
	const documentId = graph.document.id;
	const open = graph.findings.filter(
		({ finding, component, answer }) =>
			finding.state === "confirmed" &&
			finding.judgement === "area-needing-improvement" &&
			!component &&
			answer?.disposition !== "deferred",
	);
	return (
		<>
			{graph.components.length === 0 ? (
				<p>
					There is no {edition.words.component.toLowerCase()} yet. Start from a confirmed finding, or choose a subject.
				</p>
			) : null}
			<ol className="usa-list usa-list--unstyled component-list">
				{graph.components.map((component) => {
					const name = componentName(component, edition);
					const state = componentState(component, plan);
					return (
						<li
							key={component.focusArea.id}
							className="component-card"
							id={partAnchor("focus-area", component.focusArea.id)}
							tabIndex={-1}
						>
							<h2 className="component-card__name">
								<a className="usa-link" href={componentPath(documentId, component.focusArea.id)}>
									{name}: {subjectName(component)}
								</a>
							</h2>
							<p className="margin-y-05">
								<StatusTag tone={tones[state]}>{sectionStateWords[state]}</StatusTag>{" "}
								{sizeWords(component, plan.edition)}
							</p>
							{plan.mayWrite ? (
								<PartActions
									documentId={documentId}
									kind="focus-area"
									id={component.focusArea.id}
									thing={name}
									first={component.number === 1}
									last={component.number === graph.components.length}
								/>
							) : null}
						</li>
					);
				})}
			</ol>
			{plan.mayWrite ? (
				<p>
					<a className="usa-button" id="add-component" href={planPath(documentId, "/components/new")}>
						Add a {edition.words.component.toLowerCase()}
					</a>
				</p>
			) : null}
			<h2>Findings</h2>
			<p>
				{open.length === 0
					? "Every confirmed finding is answered by a component or put off with a reason."
					: `${count(open.length, "confirmed finding has", "confirmed findings have")} no answer in this plan yet.`}{" "}
				<a className="usa-link" href={planPath(documentId, "/findings")}>
					See the findings and how the plan answers them
				</a>
				.
			</p>
		</>
	);
}

function sizeWords({ goals }: PlanContext["graph"]["components"][number], { words }: PlanContext["edition"]): string {
	const strategies = goals.flatMap((goal) => goal.strategies);
	const milestones = strategies.flatMap((strategy) => strategy.milestones);
	return [
		count(goals.length, "goal"),
		count(strategies.length, "strategy", "strategies"),
		count(milestones.length, words.milestone.toLowerCase(), severalOf(words.milestone)),
	].join(", ");
}
