import { SectionStanding } from "../../../../domain/drafting/drafting-facts.ts";
import { isOverdue } from "../../../../domain/drafting/section-due.ts";
import { SelectField } from "../../../forms/select-field.tsx";
import { StatusTag } from "../../parts/status-tag.tsx";
import type { PlanContext } from "../plan-context.ts";
import { PlanForm, planFormFieldId } from "../plan-form.tsx";
import { planPath } from "../plan-paths.ts";
import { assignmentsPath, assignmentWords, findAssignment, standingWords } from "./drafting-words.ts";

/** On the page of a section: who writes it, until when, and the form by which its owner says how far it is. */
export function AssignmentPart(props: {
	readonly plan: PlanContext;
	readonly section: string;
	readonly focusAreaId?: string | undefined;
}) {
	const { plan, section, focusAreaId = null } = props;
	const { drafting } = plan;
	if (drafting?.side !== "county") return null;
	const documentId = plan.graph.document.id;
	const assignment = findAssignment(plan, section, focusAreaId);
	const mayMark =
		assignment !== undefined && drafting.mayComment && (plan.mayWrite || assignment.ownerId === plan.frame.person?.id);
	return (
		<div className="assignment-part">
			<p className="margin-y-0">
				<strong>Who writes it:</strong>{" "}
				{assignment ? assignmentWords(assignment, drafting.today) : "nobody was given this section"}
				{assignment && isOverdue(assignment, drafting.today) ? (
					<>
						{" "}
						<StatusTag tone="bad">Overdue</StatusTag>
					</>
				) : null}{" "}
				<a className="usa-link" href={`${assignmentsPath(documentId)}#${anchorOf(section, focusAreaId)}`}>
					{plan.mayWrite ? "Change" : "Who writes what"}
					<span className="usa-sr-only"> in this plan</span>
				</a>
			</p>
			{mayMark ? (
				<details className="margin-top-1">
					<summary>Say how far it is</summary>
					<PlanForm
						action={planPath(documentId, `/assignments/${assignment.id}/standing`)}
						formKey={`standing-${assignment.id}`}
						button="Keep"
						quiet
						hidden={{ version: assignment.version }}
					>
						<SelectField
							name="standing"
							id={planFormFieldId(`standing-${assignment.id}`, "standing")}
							label="How far it is"
							options={SectionStanding.options.map((value) => ({ value, label: standingWords[value] }))}
							value={assignment.standing}
						/>
					</PlanForm>
				</details>
			) : null}
		</div>
	);
}

/** The row of a section on the page of who writes what. */
export function anchorOf(section: string, focusAreaId: string | null): string {
	return `assign-${focusAreaId ?? section.replaceAll("/", "-")}`;
}
