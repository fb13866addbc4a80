import type { AlignmentRule } from "../../../domain/document/alignment.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import { PlanStateTag } from "../parts/plan-state-tag.tsx";
import { planPath } from "../plans/plan-paths.ts";

export type AlignmentState = {
	readonly jurisdiction: Fact<"jurisdiction">;
	readonly documents: readonly Fact<"document">[];
	readonly rules: readonly AlignmentRule[];
};

/** How a State's documents stand to each other: each rule with what holds, what does not, and the way to mend it. */
export function AlignmentPage(props: {
	readonly frame: PageFrame;
	readonly states: readonly AlignmentState[];
	/** The address of the field that mends a problem. */
	readonly addressOf: (problem: AlignmentRule["problems"][number]) => string;
}) {
	const { frame, states, addressOf } = props;
	const title = "Alignment of the State’s documents";
	return (
		<Page
			frame={frame}
			title={title}
			breadcrumbs={[
				{ label: "Home", href: "/" },
				{ label: "Plans", href: "/plans" },
			]}
		>
			<h1>{title}</h1>
			<p className="usa-intro">
				Five-year plan, yearly report, Program Improvement Plan and statewide assessment are written from the same
				facts. Here stands whether they say the same.
			</p>
			{states.length === 0 ? <p>There is no State in this installation.</p> : null}
			{states.map(({ jurisdiction, documents, rules }) => (
				<section key={jurisdiction.id} aria-labelledby={`state-${jurisdiction.id}`}>
					<h2 id={`state-${jurisdiction.id}`}>{jurisdiction.name}</h2>
					{documents.length === 0 ? (
						<p>There is no current document of {jurisdiction.name} that you may read.</p>
					) : (
						<>
							<p>Looked at, whose period has not ended:</p>
							<ul className="usa-list">
								{documents.map(({ id, title: name, state }) => (
									<li key={id}>
										<a className="usa-link" href={planPath(id)}>
											{name}
										</a>{" "}
										<PlanStateTag state={state} />
									</li>
								))}
							</ul>
							{rules.map((rule) => (
								<Rule key={rule.ruleId} rule={rule} addressOf={addressOf} />
							))}
						</>
					)}
				</section>
			))}
		</Page>
	);
}

const standingWords: Readonly<Record<AlignmentRule["standing"], string>> = {
	holds: "Holds",
	"does-not-hold": "Does not hold",
	"nothing-to-check": "Nothing to check",
};

function Rule(props: {
	readonly rule: AlignmentRule;
	readonly addressOf: (problem: AlignmentRule["problems"][number]) => string;
}) {
	const { ruleId, requirement, standing, looked, problems, setAside } = props.rule;
	return (
		<>
			<h3>
				{standingWords[standing]}: {requirement}
			</h3>
			<p className="check-line__rule">
				Rule {ruleId}
				{standing === "nothing-to-check" ? "" : `. Looked at: ${looked}`}
				{setAside > 0 ? `. Set aside with a reason: ${setAside}` : ""}
			</p>
			{problems.length > 0 ? (
				<ul className="usa-list usa-list--unstyled check-list">
					{problems.map((problem) => (
						<li key={`${problem.documentId} ${problem.place.id} ${problem.message}`} className="check-line">
							<a className="usa-link" href={props.addressOf(problem)}>
								{problem.place.label}
							</a>
							<div>{problem.message}</div>
						</li>
					))}
				</ul>
			) : null}
		</>
	);
}
