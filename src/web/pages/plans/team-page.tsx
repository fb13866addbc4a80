import { formatDate } from "../../../domain/calendar/plain-date.ts";
import type { TeamGroup } from "../../../domain/document/edition.ts";
import type { TeamNode } from "../../../domain/plan/plan-graph.ts";
import { fieldId } from "../../forms/form-problem.ts";
import { StatusTag } from "../parts/status-tag.tsx";
import { participationWords } from "./fact-words.ts";
import { PartActions } from "./part-actions.tsx";
import type { PlanContext } from "./plan-context.ts";
import { PlanLayout } from "./plan-layout.tsx";
import { memberPath, planPath } from "./plan-paths.ts";
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
