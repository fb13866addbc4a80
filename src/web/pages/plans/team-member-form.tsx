import type { TeamGroup } from "../../../domain/document/edition.ts";
import type { TeamNode } from "../../../domain/plan/plan-graph.ts";
import { RadioGroup } from "../../forms/choice-group.tsx";
import { DateField } from "../../forms/date-field.tsx";
import { SelectField } from "../../forms/select-field.tsx";
import { TextField } from "../../forms/text-field.tsx";
import { BesideTheirs } from "./clash.tsx";
import { participationWords } from "./fact-words.ts";
import { type FormValues, formValues, type PlanContext } from "./plan-context.ts";
import { PlanLayout } from "./plan-layout.tsx";
import { memberPath, planPath } from "./plan-paths.ts";
import { SaveForm } from "./save-form.tsx";

const tierNames: Readonly<Record<TeamGroup["tier"], string>> = {
	core: "Core members",
	"must-consult": "Must be consulted",
	"may-consult": "May be consulted",
};

/** Adds somebody to the team: a person or a group of people, with whom they stand for. */
export function AddMemberForm({ plan, groups }: { readonly plan: PlanContext; readonly groups: readonly TeamGroup[] }) {
	const values = formValues(plan.typed, "add-member");
	return (
		<form
			method="post"
			action={planPath(plan.graph.document.id, "/team")}
			className="margin-top-5"
			aria-labelledby="add-member"
			data-guard="true"
		>
			<h2 id="add-member" tabIndex={-1}>
				Add to the team
			</h2>
			<MemberFields values={values} node={undefined} groups={groups} />
			<p>
				<button type="submit" className="usa-button">
					Add to the team
				</button>
			</p>
		</form>
	);
}

/** One member of the team to change. */
export function TeamMemberPage(props: { readonly plan: PlanContext; readonly node: TeamNode }) {
	const { plan, node } = props;
	const { member, party } = node;
	const documentId = plan.graph.document.id;
	const name = party?.name || "Member of the team";
	return (
		<PlanLayout
			plan={plan}
			title={name}
			steps={[{ label: plan.edition.words.team, href: planPath(documentId, "/team") }]}
		>
			<SaveForm
				plan={plan}
				formKey={`team-member-${member.id}`}
				action={memberPath(documentId, member.id)}
				thing={name}
				versions={{ version: member.version, partyVersion: party?.version ?? 0 }}
			>
				<MemberFields
					values={formValues(plan.typed, `team-member-${member.id}`)}
					node={node}
					groups={plan.edition.teamGroups}
				/>
			</SaveForm>
			<p>
				<a className="usa-link" href={planPath(documentId, "/team")}>
					Back to the team
				</a>
			</p>
		</PlanLayout>
	);
}

function MemberFields(props: {
	readonly values: FormValues;
	readonly node: TeamNode | undefined;
	readonly groups: readonly TeamGroup[];
}) {
	const { values, node, groups } = props;
	const text = (name: "name" | "affiliation", label: string, hint: string) => (
		<BesideTheirs values={values} name={name}>
			<TextField
				name={name}
				label={label}
				hint={hint}
				width="2xl"
				autoComplete="off"
				value={values.text(name, node?.party?.[name] ?? "")}
				error={values.problem(name)}
			/>
		</BesideTheirs>
	);
	return (
		<>
			{text("name", "Name", "Of the person, or of the group where it came as one.")}
			{text("affiliation", "Affiliation", "The agency, organization or community that they stand for.")}
			<BesideTheirs values={values} name="group">
				<SelectField
					name="group"
					label="Group"
					hint="The group of the edition's list that they stand for."
					emptyLabel="None of these"
					options={(["core", "must-consult", "may-consult"] as const)
						.map((tier) => ({
							label: tierNames[tier],
							options: groups.filter((group) => group.tier === tier).map(({ id, label }) => ({ value: id, label })),
						}))
						.filter(({ options }) => options.length > 0)}
					value={values.text("group", node?.member.group ?? "")}
					error={values.problem("group")}
				/>
			</BesideTheirs>
			<BesideTheirs values={values} name="participation">
				<RadioGroup
					name="participation"
					label="Part in the plan"
					choices={(["member", "consulted"] as const).map((value) => ({ value, label: participationWords[value] }))}
					value={values.text("participation", node?.member.participation ?? "member")}
					error={values.problem("participation")}
				/>
			</BesideTheirs>
			<BesideTheirs values={values} name="on">
				<DateField
					name="on"
					label="Consulted on"
					optional
					value={values.text("on", node?.member.on ?? "")}
					error={values.problem("on")}
				/>
			</BesideTheirs>
		</>
	);
}
