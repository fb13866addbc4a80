import { formatDate } from "../../../domain/calendar/plain-date.ts";
import type { TeamGroup } from "../../../domain/document/edition.ts";
import { findSelfAssessment } from "../../../domain/document/self-assessment.ts";
import type { TeamNode } from "../../../domain/plan/plan-graph.ts";
import { fieldId } from "../../forms/form-problem.ts";
import { StatusTag } from "../parts/status-tag.tsx";
import { SectionSide } from "./drafting/section-side.tsx";
import { participationWords } from "./fact-words.ts";
import { PartActions } from "./part-actions.tsx";
import type { PlanContext } from "./plan-context.ts";
import { PlanLayout } from "./plan-layout.tsx";
import { memberPath, planPath } from "./plan-paths.ts";
import { AnswersForm } from "./section-page.tsx";
import { AddMemberForm } from "./team-member-form.tsx";

const tierTitles: Readonly<Record<TeamGroup["tier"], string>> = {
	core: "Core members",
	"must-consult": "Must be consulted",
	"may-consult": "May be consulted",
};

/** The team of the plan by the groups that the edition names, with the gaps shown. */
export function TeamPage({ plan }: { readonly plan: PlanContext }) {
	const { graph, edition } = plan;
	const groups = edition.teamGroups.filter(
		({ when }) => when === undefined || graph.jurisdiction[when.feature] === when.is,
	);
	const others = graph.team.filter(({ member }) => !groups.some(({ id }) => id === member.group));
	const section = edition.sections.find(({ kind }) => kind === "team");
	return (
		<PlanLayout plan={plan} title={section?.title ?? edition.words.team}>
			<p className="usa-intro">{section?.help ?? "Everyone who worked on the plan or was consulted."}</p>
			<SectionSide plan={plan} section={section} />
			<Conditions plan={plan} />
			{plan.mayWrite && section && section.fields.length > 0 ? <AnswersForm plan={plan} section={section} /> : null}
			{plan.mayWrite ? null : <ChosenBy plan={plan} />}
			<TakeOver plan={plan} />
			{(["core", "must-consult", "may-consult"] as const).map((tier) => (
				<Tier key={tier} plan={plan} tier={tier} groups={groups.filter((group) => group.tier === tier)} />
			))}
			{others.length > 0 || groups.length === 0 ? (
				<>
					<h2>{groups.length === 0 ? "Members" : "Others"}</h2>
					{others.length === 0 ? <p>Nobody is on the team yet.</p> : <Members plan={plan} nodes={others} />}
				</>
			) : null}
			{plan.mayWrite ? <AddMemberForm plan={plan} groups={groups} /> : null}
		</PlanLayout>
	);
}

const conditionWords: Readonly<Record<NonNullable<TeamGroup["when"]>["feature"], readonly [yes: string, no: string]>> =
	{
		providesAdoptions: ["runs adoptions itself", "does not run adoptions itself"],
		youthConnectionAvailable: [
			"has a chapter of the California Youth Connection",
			"has no chapter of the California Youth Connection",
		],
		tribesApplicable: ["has Tribes to consult", "has no Tribe to consult"],
	};

/** What is known of the county and decides which groups are asked for. */
function Conditions({ plan }: { readonly plan: PlanContext }) {
	const { graph, edition } = plan;
	const conditional = edition.teamGroups.flatMap(({ label, when }) => (when ? [{ label, when }] : []));
	if (conditional.length === 0) return null;
	return (
		<details className="margin-bottom-2">
			<summary>Groups that are asked for only in some counties</summary>
			<ul className="usa-list">
				{conditional.map(({ label, when }) => {
					const is = graph.jurisdiction[when.feature];
					return (
						<li key={label}>
							{label}: {is === when.is ? "asked for" : "not asked for"}, because {graph.jurisdiction.name}{" "}
							{conditionWords[when.feature][is ? 0 : 1]}.
						</li>
					);
				})}
			</ul>
		</details>
	);
}

function ChosenBy({ plan }: { readonly plan: PlanContext }) {
	const chooser = plan.graph.answers.get("team.selectedBy")?.value ?? "";
	return chooser === "" ? null : <p>Chosen and called together by {chooser}.</p>;
}

/** Members of the self-assessment's team who are not on this one (SIP-79). */
function TakeOver({ plan }: { readonly plan: PlanContext }) {
	const { graph } = plan;
	const named = findSelfAssessment(graph)?.document;
	if (!named) return null;
	const before = graph.linked.teamMembers.filter((each) => each.documentId === named.id);
	const here = new Set(graph.team.map(({ member }) => member.partyId));
	if (before.length === 0) return null;
	const missing = new Set(before.filter((each) => !here.has(each.partyId)).map((each) => each.partyId)).size;
	const shared = graph.team.filter(({ member }) => before.some((each) => each.partyId === member.partyId)).length;
	return (
		<>
			<p>
				{shared} of {graph.team.length} people and groups here were on the team of the self-assessment.
			</p>
			{plan.mayWrite && missing > 0 ? (
				<form method="post" action={planPath(graph.document.id, "/team/take-over")}>
					<button type="submit" className="usa-button usa-button--outline">
						Take over {missing} from the self-assessment's team
					</button>
				</form>
			) : null}
		</>
	);
}

function Tier(props: {
	readonly plan: PlanContext;
	readonly tier: TeamGroup["tier"];
	readonly groups: readonly TeamGroup[];
}) {
	const { plan, tier, groups } = props;
	if (groups.length === 0) return null;
	return (
		<>
			<h2>{tierTitles[tier]}</h2>
			<ul className="usa-list usa-list--unstyled">
				{groups.map((group) => {
					const nodes = plan.graph.team.filter(({ member }) => member.group === group.id);
					return (
						<li key={group.id} className="team-group" id={`group-${fieldId(group.id)}`} tabIndex={-1}>
							<h3 className="team-group__name">
								{group.label} {nodes.length === 0 ? <Gap tier={tier} /> : null}
							</h3>
							{nodes.length > 0 ? <Members plan={plan} nodes={nodes} /> : null}
							{nodes.length === 0 && plan.mayWrite ? (
								<a className="usa-link" href={planPath(plan.graph.document.id, `/team?group=${group.id}#add-member`)}>
									Add somebody<span className="usa-sr-only"> for {group.label}</span>
								</a>
							) : null}
						</li>
					);
				})}
			</ul>
		</>
	);
}

function Gap({ tier }: { readonly tier: TeamGroup["tier"] }) {
	return tier === "may-consult" ? (
		<StatusTag tone="quiet">Nobody</StatusTag>
	) : (
		<StatusTag tone="bad">Nobody yet</StatusTag>
	);
}

function Members({ plan, nodes }: { readonly plan: PlanContext; readonly nodes: readonly TeamNode[] }) {
	const documentId = plan.graph.document.id;
	return (
		<ul className="usa-list">
			{nodes.map((node) => {
				const { member, party } = node;
				const name = party?.name || "No name";
				return (
					<li key={member.id}>
						{plan.mayWrite ? (
							<a className="usa-link" href={memberPath(documentId, member.id)}>
								{name}
							</a>
						) : (
							name
						)}
						{party?.affiliation ? `, ${party.affiliation}` : ""} (
						{participationWords[member.participation].toLowerCase()}
						{member.on ? `, ${formatDate(member.on)}` : ""})
						{plan.mayWrite ? (
							<PartActions documentId={documentId} kind="team-member" id={member.id} thing={name} first last />
						) : null}
					</li>
				);
			})}
		</ul>
	);
}
