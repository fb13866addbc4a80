import { commonAttachmentLabels } from "../../../domain/approval/approval-facts.ts";
import { attachmentKindsOf, isTaken } from "../../../domain/approval/approval-state.ts";
import type { EditionAttachment } from "../../../domain/document/edition.ts";
import type { PlanGraph } from "../../../domain/plan/plan-graph.ts";
import { editableStates } from "../../../domain/workflow/document-workflow.ts";
import { Alert } from "../../forms/alert.tsx";
import { FileField } from "../../forms/file-field.tsx";
import { SelectField } from "../../forms/select-field.tsx";
import { TextField } from "../../forms/text-field.tsx";
import { DataTable } from "../parts/data-table.tsx";
import { StatusTag } from "../parts/status-tag.tsx";
import { attachmentName, scanWords, sizeWords } from "./attachment-words.ts";
import { SectionSide } from "./drafting/section-side.tsx";
import { formValues, type PlanContext } from "./plan-context.ts";
import { PlanLayout } from "./plan-layout.tsx";
import { attachmentsPath, partAnchor } from "./plan-paths.ts";
import { componentName, subjectName } from "./plan-words.ts";

const commonLabels: Readonly<Record<string, string>> = commonAttachmentLabels;

/** The files that go with a plan: what the edition asks for, what is there, and a form to attach one. */
export function AttachmentsPage(props: {
	readonly plan: PlanContext;
	/** Which files are taken, in words. */
	readonly limits: string;
	readonly accept: string;
}) {
	const { plan } = props;
	const { attachments } = plan.graph;
	const { length: asked } = plan.edition.attachments;
	return (
		<PlanLayout plan={plan} title="Attachments">
			<p className="usa-intro">Files that go with the plan. Each submission keeps them as they were sent.</p>
			<SectionSide plan={plan} section={plan.edition.sections.find(({ kind }) => kind === "attachments")} />
			{asked > 0 ? <AskedFor plan={plan} /> : null}
			<h2 id="attached">Attached files ({attachments.length})</h2>
			{attachments.length === 0 ? <p>Nothing is attached yet.</p> : <AttachedFiles plan={plan} />}
			<AddAttachment {...props} />
		</PlanLayout>
	);
}

/** What the edition asks for, and whether it is there. */
function AskedFor({ plan }: { readonly plan: PlanContext }) {
	const { graph, edition } = plan;
	return (
		<>
			<h2>What goes with the plan</h2>
			<ul className="usa-list">
				{edition.attachments.map((kind) => {
					const { id, label, source } = kind;
					const there = graph.attachments.filter((each) => each.attachmentKind === id && isTaken(each)).length;
					return (
						<li key={id}>
							{label} <span className="text-base-darker">({source})</span>{" "}
							<AskedState there={there > 0} kind={kind} plan={plan} />
						</li>
					);
				})}
			</ul>
		</>
	);
}

function AskedState(props: { readonly there: boolean; readonly kind: EditionAttachment; readonly plan: PlanContext }) {
	const { kind, plan } = props;
	if (props.there) return <StatusTag tone="good">Attached</StatusTag>;
	if (!kind.required) return <StatusTag tone="quiet">If it applies</StatusTag>;
	const open = plan.checks.some(
		({ place, waived }) => place.field === `attachments.${kind.id}` && waived === undefined,
	);
	if (open) return <StatusTag tone="bad">Missing</StatusTag>;
	const later = kind.withApproval && editableStates.includes(plan.graph.document.state);
	return <StatusTag tone="quiet">{later ? "With the approval" : "Not needed beside the rest"}</StatusTag>;
}

function AttachedFiles({ plan }: { readonly plan: PlanContext }) {
	const { graph, edition } = plan;
	const kinds = new Map(attachmentKindsOf(edition).map((kind) => [kind.id, kind]));
	const documentId = graph.document.id;
	return (
		<ul className="usa-list usa-list--unstyled">
			{graph.attachments.map((each) => {
				const kind = kinds.get(each.attachmentKind);
				const removable = plan.mayWrite || (plan.mayApprove && kind?.withApproval === true);
				const name = attachmentName(each);
				return (
					<li
						key={each.id}
						id={partAnchor("attachment", each.id)}
						tabIndex={-1}
						className="border-top border-base-lighter padding-y-2"
					>
						<h3 className="margin-y-0">
							{isTaken(each) ? (
								<a className="usa-link" href={attachmentsPath(documentId, `/${each.id}`)} download>
									{name}
								</a>
							) : (
								name
							)}
						</h3>
						<p className="margin-y-05">
							{kind?.label ?? commonLabels[each.attachmentKind] ?? each.attachmentKind}
							{each.focusAreaId ? `, for ${componentOf(graph, edition, each.focusAreaId)}` : ""}
						</p>
						<p className="margin-y-05">
							{each.title ? `${each.fileName}, ` : ""}
							{sizeWords(each.size)}. {scanWords[each.scan]}
							{each.scanNote ? ` (${each.scanNote})` : ""}.
						</p>
						<p className="margin-y-05">
							Checksum: <code className="checksum">{each.sha256}</code>
						</p>
						{removable ? (
							<form method="post" action={attachmentsPath(documentId, `/${each.id}/remove`)}>
								<button type="submit" className="usa-button usa-button--unstyled part-action">
									Remove<span className="usa-sr-only"> {name}</span>
								</button>
							</form>
						) : null}
					</li>
				);
			})}
		</ul>
	);
}

function AddAttachment(props: { readonly plan: PlanContext; readonly limits: string; readonly accept: string }) {
	const { plan } = props;
	const kinds = attachmentKindsOf(plan.edition).filter(
		({ withApproval }) => plan.mayWrite || (plan.mayApprove && withApproval),
	);
	if (kinds.length === 0) {
		return (
			<Alert kind="info" slim>
				Files can be attached while the plan is drafted; signature sheets and papers of the Board also until it is
				submitted.
			</Alert>
		);
	}
	const values = formValues(plan.typed, "add-attachment");
	const { components, document } = plan.graph;
	const placed = kinds.some(({ ofComponent }) => ofComponent);
	return (
		<section aria-labelledby="add-attachment">
			<h2 id="add-attachment" tabIndex={-1}>
				Attach a file
			</h2>
			{plan.mayWrite ? null : (
				<p>The plan's text is frozen for those who sign, so only papers of the approval can be attached now.</p>
			)}
			<form
				method="post"
				action={attachmentsPath(document.id)}
				encType="multipart/form-data"
				className="usa-form usa-form--large"
			>
				<SelectField
					name="attachmentKind"
					label="What it is"
					value={values.text("attachmentKind", "")}
					emptyLabel="- Select -"
					options={kinds.map(({ id, label }) => ({ value: id, label }))}
					error={values.problem("attachmentKind")}
				/>
				{placed && components.length > 0 ? (
					<SelectField
						name="focusAreaId"
						label="Component"
						hint="For a memorandum with the partners of one component"
						value={values.text("focusAreaId", "")}
						emptyLabel="- None -"
						options={components.map((component) => ({
							value: component.focusArea.id,
							label: `${componentName(component, plan.edition)}: ${subjectName(component)}`,
						}))}
						error={values.problem("focusAreaId")}
						optional
					/>
				) : null}
				<TextField
					name="title"
					label="Title"
					hint="Where the file's own name does not say what it is"
					value={values.text("title", "")}
					maxLength={300}
					error={values.problem("title")}
					optional
				/>
				<FileField name="file" label="File" hint={props.limits} accept={props.accept} error={values.problem("file")} />
				<button type="submit" className="usa-button">
					Attach the file
				</button>
			</form>
		</section>
	);
}

function componentOf(graph: PlanGraph, edition: PlanContext["edition"], focusAreaId: string): string {
	const component = graph.components.find(({ focusArea }) => focusArea.id === focusAreaId);
	return component
		? `${componentName(component, edition).toLowerCase()}, ${subjectName(component)}`
		: "a component that is gone";
}

/** The files of a submission, as they were sent. */
export function SentFiles(props: {
	readonly path: string;
	readonly attachments: PlanGraph["attachments"];
	readonly labelOf: (kind: string) => string;
}) {
	return (
		<DataTable
			caption="Files that went with the submission"
			quietCaption
			label="Files that went with the submission"
			columns={[{ label: "File" }, { label: "What it is" }, { label: "Size" }, { label: "Checksum" }]}
			rows={props.attachments.map((each) => ({
				key: each.id,
				cells: [
					<a key="file" className="usa-link" href={`${props.path}/attachments/${each.id}`} download>
						{attachmentName(each)}
					</a>,
					props.labelOf(each.attachmentKind),
					sizeWords(each.size),
					<code key="sum" className="checksum">
						{each.sha256}
					</code>,
				],
			}))}
		/>
	);
}
