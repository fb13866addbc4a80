import { SectionStanding } from "../../../../domain/drafting/drafting-facts.ts";
import { sectionAddress } from "../../../../domain/drafting/section-address.ts";
import { isOverdue } from "../../../../domain/drafting/section-due.ts";
import { DateField } from "../../../forms/date-field.tsx";
import { SelectField } from "../../../forms/select-field.tsx";
import { StatusTag } from "../../parts/status-tag.tsx";
import { formValues, type PlanContext } from "../plan-context.ts";
import { PlanForm, planFormFieldId } from "../plan-form.tsx";
import { PlanLayout } from "../plan-layout.tsx";
import { componentPath, planPath } from "../plan-paths.ts";
import { componentName, subjectName } from "../plan-words.ts";
import { anchorOf } from "./assignment-part.tsx";
import { assignmentsPath, assignmentWords, findAssignment, standingWords } from "./drafting-words.ts";

type Person = { readonly id: string; readonly name: string; readonly title: string };

/** Something that can be given to somebody to write. */
type Portion = {
	readonly section: string;
	readonly focusAreaId: string | null;
	readonly name: string;
	readonly href: string;
};

/** Who writes which section until when, and the forms to hand them out. */
export function AssignmentsPage(props: {
	readonly plan: PlanContext;
	readonly people: readonly Person[];
	readonly mayAssign: boolean;
}) {
	const { plan } = props;
	const key = plan.typed?.key ?? "";
	const all = portions(plan);
	const given = all.filter(({ section, focusAreaId }) => findAssignment(plan, section, focusAreaId)?.ownerId);
	return (
		<PlanLayout plan={plan} title="Who writes what" idOf={(field) => planFormFieldId(key, field)}>
			<p className="usa-intro">
				Each section has an owner, a day by which it is written, and a state. Owners are told by mail when they are
				given a section, and once more before its day.
			</p>
			<p>
				{given.length} of {all.length} are given to somebody.
			</p>
			{all.map((portion) => (
				<PortionPart key={anchorOf(portion.section, portion.focusAreaId)} {...props} portion={portion} />
			))}
		</PlanLayout>
	);
}

function portions({ graph, edition }: PlanContext): readonly Portion[] {
	const id = graph.document.id;
	return edition.sections.flatMap((section): readonly Portion[] => [
		{ section: section.id, focusAreaId: null, name: section.title, href: planPath(id, sectionAddress(section)) },
		...(section.kind === "components"
			? graph.components.map((component) => ({
					section: section.id,
					focusAreaId: component.focusArea.id,
					name: `${componentName(component, edition)}: ${subjectName(component)}`,
					href: componentPath(id, component.focusArea.id),
				}))
			: []),
	]);
}

function PortionPart(props: {
	readonly plan: PlanContext;
	readonly people: readonly Person[];
	readonly mayAssign: boolean;
	readonly portion: Portion;
}) {
	const { plan, portion } = props;
	const anchor = anchorOf(portion.section, portion.focusAreaId);
	const assignment = findAssignment(plan, portion.section, portion.focusAreaId);
	const today = plan.drafting?.today;
	return (
		<section className="finding-card" id={anchor} tabIndex={-1} aria-labelledby={`${anchor}-name`}>
			<h2 id={`${anchor}-name`} className="font-heading-md margin-top-1 margin-bottom-0">
				<a className="usa-link" href={portion.href}>
					{portion.name}
				</a>
			</h2>
			<p className="margin-y-1">
				{assignment && today ? assignmentWords(assignment, today) : "Given to nobody."}
				{assignment && today && isOverdue(assignment, today) ? (
					<>
						{" "}
						<StatusTag tone="bad">Overdue</StatusTag>
					</>
				) : null}
			</p>
			{props.mayAssign ? <PortionForm {...props} anchor={anchor} /> : null}
		</section>
	);
}

function PortionForm(props: {
	readonly plan: PlanContext;
	readonly people: readonly Person[];
	readonly portion: Portion;
	readonly anchor: string;
}) {
	const { plan, people, portion, anchor: key } = props;
	const assignment = findAssignment(plan, portion.section, portion.focusAreaId);
	const values = formValues(plan.typed, key);
	return (
		<details open={values.isBack}>
			<summary className="text-bold padding-y-05">
				{assignment ? "Change" : "Give it to somebody"}
				<span className="usa-sr-only">: {portion.name}</span>
			</summary>
			<PlanForm
				action={assignmentsPath(plan.graph.document.id)}
				formKey={key}
				button={
					<>
						Keep<span className="usa-sr-only"> who writes {portion.name}</span>
					</>
				}
				quiet
				hidden={{
					section: portion.section,
					focusAreaId: portion.focusAreaId ?? "",
					version: values.version("version", assignment?.version ?? 0),
				}}
			>
				<SelectField
					name="ownerId"
					id={planFormFieldId(key, "ownerId")}
					label="Owner"
					emptyLabel="- Nobody -"
					combo
					options={people.map(({ id, name, title }) => ({ value: id, label: title ? `${name}, ${title}` : name }))}
					value={values.text("ownerId", assignment?.ownerId ?? "")}
					error={values.problem("ownerId")}
				/>
				<DateField
					name="dueOn"
					id={planFormFieldId(key, "dueOn")}
					label="Due on"
					optional
					hint="Month/day/year."
					value={values.text("dueOn", assignment?.dueOn ?? "")}
					error={values.problem("dueOn")}
				/>
				<SelectField
					name="standing"
					id={planFormFieldId(key, "standing")}
					label="State"
					options={SectionStanding.options.map((value) => ({ value, label: standingWords[value] }))}
					value={values.text("standing", assignment?.standing ?? "not-started")}
					error={values.problem("standing")}
				/>
			</PlanForm>
		</details>
	);
}
