import { formatDate } from "../../../domain/calendar/plain-date.ts";
import { MilestoneStatus } from "../../../domain/plan/plan-facts.ts";
import type { MilestoneNode } from "../../../domain/plan/plan-graph.ts";
import { DateField } from "../../forms/date-field.tsx";
import { SelectField } from "../../forms/select-field.tsx";
import { TextArea } from "../../forms/text-area.tsx";
import { TextField } from "../../forms/text-field.tsx";
import { BesideTheirs } from "./clash.tsx";
import { BlockTalk } from "./drafting/block-talk.tsx";
import { milestoneStatusWords } from "./fact-words.ts";
import { PartActions } from "./part-actions.tsx";
import { PartChecks } from "./part-checks.tsx";
import { type FormValues, formValues, type PlanContext } from "./plan-context.ts";
import { partAnchor, partPath } from "./plan-paths.ts";
import { shorten } from "./plan-words.ts";
import { PopulationField } from "./population-field.tsx";
import { SaveForm } from "./save-form.tsx";

/** Somebody to whom a milestone can be assigned. */
export type Assignee = { readonly id: string; readonly name: string; readonly title: string };

const usualTimeframes = [1, 3, 6, 9, 12, 18, 24, 30, 36];

/** One milestone: folded to a line, open to be written. */
export function MilestonePart(props: {
	readonly plan: PlanContext;
	readonly node: MilestoneNode;
	readonly people: readonly Assignee[];
	readonly first: boolean;
	readonly last: boolean;
}) {
	const { plan, node } = props;
	const { milestone } = node;
	const key = `milestone-${milestone.id}`;
	const thing = `${plan.edition.words.milestone} ${node.number}`;
	const open = plan.saved === key || plan.typed?.key === key || milestone.statement === "";
	const toFix = plan.checks.filter(
		(check) => check.place.id === milestone.id && check.severity === "error" && !check.waived,
	);
	return (
		<details className="milestone-part" id={partAnchor("milestone", milestone.id)} open={open}>
			<summary>
				<h5 className="milestone-heading">
					{thing}: {milestone.statement ? shorten(milestone.statement) : "not written yet"}
				</h5>
				<span className="milestone-line">
					{node.dueOn ? `Due ${formatDate(node.dueOn)}` : "No timeframe"}. {assignedWords(node, props.people)}.{" "}
					{milestoneStatusWords[milestone.status]}.{toFix.length > 0 ? <strong> {toFix.length} to fix.</strong> : null}
				</span>
			</summary>
			<PartChecks plan={plan} ids={[milestone.id]} />
			<BlockTalk plan={plan} about={{ aboutKind: "milestone", aboutId: milestone.id }} thing={thing} />
			{plan.mayWrite ? <MilestoneForm {...props} formKey={key} thing={thing} /> : <MilestoneText node={node} />}
		</details>
	);
}

function assignedWords({ milestone }: MilestoneNode, people: readonly Assignee[]): string {
	const person = people.find((each) => each.id === milestone.assignedPersonId)?.name;
	const who = [milestone.assignedTitle, person, milestone.assignedAgency].filter(Boolean).join(", ");
	return who ? `Assigned to ${who}` : "Not assigned";
}

function MilestoneText({ node }: { readonly node: MilestoneNode }) {
	return <p className="long-text">{node.milestone.statement}</p>;
}

function MilestoneForm(
	props: Parameters<typeof MilestonePart>[0] & { readonly formKey: string; readonly thing: string },
) {
	const { plan, node, people, thing } = props;
	const { milestone } = node;
	const { words } = plan.edition;
	const documentId = plan.graph.document.id;
	const values = formValues(plan.typed, props.formKey);
	const id = (field: string) => partAnchor("milestone", milestone.id, field);
	const line = (name: "assignedTitle" | "assignedAgency", label: string, hint: string) => (
		<BesideTheirs values={values} name={name}>
			<TextField
				name={name}
				id={id(name)}
				label={label}
				hint={hint}
				value={values.text(name, milestone[name])}
				error={values.problem(name)}
				width="2xl"
			/>
		</BesideTheirs>
	);
	return (
		<>
			<SaveForm
				plan={plan}
				formKey={props.formKey}
				action={partPath(documentId, "milestone", milestone.id)}
				thing={thing}
				versions={{ version: milestone.version }}
			>
				<BesideTheirs values={values} name="statement">
					<TextArea
						name="statement"
						id={id("statement")}
						label={words.milestone}
						hint="Word it as done, so that anyone can see whether it was reached: “Training for all intake staff completed.”"
						rows={3}
						value={values.text("statement", milestone.statement)}
						error={values.problem("statement")}
					/>
				</BesideTheirs>
				<TimeframeFields node={node} values={values} word={words.timeframe} />
				{line("assignedTitle", words.assignedTo, "The position of the person responsible, as it is to be printed.")}
				<BesideTheirs values={values} name="assignedPersonId">
					<SelectField
						name="assignedPersonId"
						id={id("assignedPersonId")}
						label="Person"
						hint={`Who sees this ${plan.edition.words.milestone.toLowerCase()} on their first page. The name is not printed.`}
						emptyLabel="Nobody in this program"
						options={people.map((each) => ({
							value: each.id,
							label: each.title ? `${each.name}, ${each.title}` : each.name,
						}))}
						value={values.text("assignedPersonId", milestone.assignedPersonId ?? "")}
						optional
					/>
				</BesideTheirs>
				{line("assignedAgency", "Agency", "The agency of that person, where it is not the county's own.")}
				<PopulationField kind="milestone" id={milestone.id} kept={milestone.population} values={values} />
				<StatusFields node={node} values={values} />
			</SaveForm>
			<PartActions
				documentId={documentId}
				kind="milestone"
				id={milestone.id}
				thing={thing}
				first={props.first}
				last={props.last}
			/>
		</>
	);
}

type FieldsProps = { readonly node: MilestoneNode; readonly values: FormValues };

function TimeframeFields({ node: { milestone }, values, word }: FieldsProps & { readonly word: string }) {
	const own = milestone.timeframeMonths;
	const months = [...new Set([...usualTimeframes, ...(own === null ? [] : [own])])].sort((a, b) => a - b);
	return (
		<>
			<BesideTheirs values={values} name="timeframeMonths">
				<SelectField
					name="timeframeMonths"
					id={partAnchor("milestone", milestone.id, "timeframeMonths")}
					label={word}
					hint="Counted from the first day of the plan. Or give a date below, which then counts."
					emptyLabel="No number of months"
					options={months.map((n) => ({ value: String(n), label: n === 1 ? "1 month" : `${n} months` }))}
					value={values.text("timeframeMonths", own === null ? "" : String(own))}
					error={values.problem("timeframeMonths")}
				/>
			</BesideTheirs>
			<BesideTheirs values={values} name="dueOn">
				<DateField
					name="dueOn"
					id={partAnchor("milestone", milestone.id, "dueOn")}
					label="Or due on a date"
					optional
					value={values.text("dueOn", milestone.dueOn ?? "")}
					error={values.problem("dueOn")}
				/>
			</BesideTheirs>
		</>
	);
}

function StatusFields({ node: { milestone }, values }: FieldsProps) {
	return (
		<>
			<BesideTheirs values={values} name="status">
				<SelectField
					name="status"
					id={partAnchor("milestone", milestone.id, "status")}
					label="How far it is"
					options={MilestoneStatus.options.map((value) => ({ value, label: milestoneStatusWords[value] }))}
					value={values.text("status", milestone.status)}
					error={values.problem("status")}
				/>
			</BesideTheirs>
			<BesideTheirs values={values} name="completedOn">
				<DateField
					name="completedOn"
					id={partAnchor("milestone", milestone.id, "completedOn")}
					label="Completed on"
					optional
					value={values.text("completedOn", milestone.completedOn ?? "")}
					error={values.problem("completedOn")}
				/>
			</BesideTheirs>
		</>
	);
}
