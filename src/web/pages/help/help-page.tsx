import { onlyInOwnPlace, permissionsOf, Role, roleLabels } from "../../../domain/people/roles.ts";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import { HelpAccess } from "./help-access.tsx";
import { HelpIndicators } from "./help-indicators.tsx";
import { HelpNumbers } from "./help-numbers.tsx";
import { permissionWords } from "./permission-words.ts";

const contents = [
	{ id: "what", label: "What Throughline is" },
	{ id: "thread", label: "The way from a figure to a plan" },
	{ id: "roles", label: "What each role may do" },
	{ id: "numbers", label: "How numbers are worked out" },
	{ id: "sources", label: "Where data comes from" },
	{ id: "indicators", label: "Statewide data indicators" },
	{ id: "keyboard", label: "Keyboard and accessibility" },
	{ id: "privacy", label: "Privacy and security" },
] as const;

/** Short help in plain words. Can be read without signing in. */
export function HelpPage({ frame }: { readonly frame: PageFrame }) {
	return (
		<Page frame={frame} title="Help" {...(frame.person ? { breadcrumbs: [{ label: "Home", href: "/" }] } : {})}>
			<h1>Help</h1>
			<nav aria-label="On this page">
				<ul className="usa-list">
					{contents.map(({ id, label }) => (
						<li key={id}>
							<a className="usa-link" href={`#${id}`}>
								{label}
							</a>
						</li>
					))}
					<li>
						<a className="usa-link" href="/help/figures-file">
							What a file of figures holds
						</a>
					</li>
					<li>
						<a className="usa-link" href="/help/extract-problems">
							What can be wrong with a data file
						</a>
					</li>
				</ul>
			</nav>
			<div className="measure-5">
				<h2 id="what">What Throughline is</h2>
				<p>
					Throughline helps child welfare agencies plan and report. It holds each fact once: a figure with its source, a
					finding with its evidence, a goal with its measure, a milestone with its owner. Every plan on paper is made
					from these facts.
				</p>
				<h2 id="thread">The way from a figure to a plan</h2>
				<ol className="usa-list">
					<li>A data analyst loads figures of the county.</li>
					<li>Where a figure falls short of a standard, Throughline proposes a finding.</li>
					<li>A planner confirms the finding on evidence, or dismisses it with a reason.</li>
					<li>
						A plan answers the findings with goals, strategies and milestones, which a Program Improvement Plan calls
						key activities.
					</li>
					<li>Checks say what is missing. When all are clear, the plan is marked ready.</li>
					<li>The director or the chief probation officer submits it to the State.</li>
					<li>The State accepts it, or returns it with reasons. What was submitted stays as it was.</li>
					<li>
						Those in charge of milestones get a mail before the day and say with a link how each stands. Once a year the
						update is written from the plan itself.
					</li>
				</ol>
				<h2 id="together">Writing together</h2>
				<p>
					Under "Who writes what" in a plan each section has an owner and a day. Beside each part of a draft stands
					"Comment or suggest": those who read the draft comment there, name each other with an @, and suggest other
					words, which those who write the plan take or leave. The State sees none of it.
				</p>
				<h2 id="roles">What each role may do</h2>
				<p>
					A role holds in one place and in all places below it: a role in a region holds in its counties. What is marked
					"in this place alone" does not reach below: the State's planners write the State's plans, not a county's.
				</p>
				{Role.options
					.filter((role) => role !== "installation")
					.map((role) => (
						<section key={role} aria-label={roleLabels[role]}>
							<h3>{roleLabels[role]}</h3>
							<ul className="usa-list">
								{permissionsOf[role].map((permission) => (
									<li key={permission}>
										May {permissionWords[permission]}
										{onlyInOwnPlace[role]?.includes(permission) ? ", in this place alone" : ""}.
									</li>
								))}
							</ul>
						</section>
					))}
				<HelpNumbers />
				<HelpIndicators />
				<HelpAccess />
			</div>
		</Page>
	);
}
