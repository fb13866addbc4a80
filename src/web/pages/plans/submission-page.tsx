import { boardActionName } from "../../../domain/approval/approval-facts.ts";
import { attachmentKindsOf } from "../../../domain/approval/approval-state.ts";
import { formatDate } from "../../../domain/calendar/plain-date.ts";
import type { Edition } from "../../../domain/document/edition.ts";
import type { PlanGraph } from "../../../domain/plan/plan-graph.ts";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import { Moment } from "../parts/moment.tsx";
import { SentFiles } from "./attachments-page.tsx";
import { checklistFormats } from "./checklist-page.tsx";
import { planPath } from "./plan-paths.ts";
import { PaperLinks, type Submission } from "./submission-list.tsx";

/** What was sent, for everybody who may read it: its paper, its files, who signed, and its checksum, unchanged for ever. */
export function SubmissionPage(props: {
	readonly frame: PageFrame;
	readonly documentId: string;
	readonly title: string;
	readonly edition: Edition;
	readonly submission: Submission;
	readonly attachments: PlanGraph["attachments"];
	readonly signatures: PlanGraph["signatures"];
	readonly boardActions: PlanGraph["boardActions"];
	readonly consentWithdrawn: number;
}) {
	const { documentId, submission, edition } = props;
	const title = `Submission ${submission.number}`;
	const path = planPath(documentId, `/submissions/${submission.number}`);
	const kinds = attachmentKindsOf(edition);
	const labelOfRole = (role: string) => edition.approval?.signatories.find((each) => each.role === role)?.label ?? role;
	return (
		<Page
			frame={props.frame}
			title={`${title}, ${props.title}`}
			shortTitle={title}
			breadcrumbs={[
				{ label: "Home", href: "/" },
				{ label: "Plans", href: "/plans" },
			]}
		>
			<p className="margin-y-0 text-base-darker">{props.title}</p>
			<h1 className="margin-top-05">{title}</h1>
			<p>
				Submitted by {submission.takenByName} (<Moment at={submission.takenAt} />
				). It is kept as it was sent and cannot change.
			</p>
			{props.consentWithdrawn > 0 ? (
				<p className="usa-hint">
					{props.consentWithdrawn === 1
						? "One of those whose name or words it has has"
						: `${props.consentWithdrawn} of those whose name or words it has have`}{" "}
					withdrawn their consent since. Do not pass on their name or words; the draft does not have them any more.
				</p>
			) : null}
			<p>
				Read or download: <PaperLinks preview path={path} of={title.toLowerCase()} />
			</p>
			{edition.sections.some(({ fields }) => fields.some(({ item }) => item !== undefined)) ? (
				<p>
					Checklist, with document and page of each item:{" "}
					{checklistFormats.map(([format, label], i) => (
						<span key={format}>
							{i > 0 ? ", " : ""}
							<a
								className="usa-link"
								href={planPath(documentId, `/checklist.${format}?submission=${submission.number}`)}
							>
								{label}
								<span className="usa-sr-only"> of the checklist</span>
							</a>
						</span>
					))}
				</p>
			) : null}
			<p>
				Checksum (SHA-256): <code className="checksum">{submission.sha256}</code>
			</p>
			<h2>Signatures and Board</h2>
			{props.signatures.length + props.boardActions.length === 0 ? (
				<p>None were recorded with this submission.</p>
			) : null}
			<ul className="usa-list">
				{props.signatures.map((each) => (
					<li key={each.id}>
						{labelOfRole(each.signatory)}: {each.name}, {formatDate(each.signedOn)}
						{each.manner === "on-paper" ? ", on paper" : ""}
					</li>
				))}
				{props.boardActions.map((each) => (
					<li key={each.id}>
						{edition.approval?.board.name ?? "Board"}: {boardActionName(each)}, {formatDate(each.actedOn)}
					</li>
				))}
			</ul>
			<h2>Attachments ({props.attachments.length})</h2>
			{props.attachments.length === 0 ? (
				<p>No file went with this submission.</p>
			) : (
				<SentFiles
					path={path}
					attachments={props.attachments}
					labelOf={(kind) => kinds.find(({ id }) => id === kind)?.label ?? kind}
				/>
			)}
			<p>
				<a className="usa-link" href={planPath(documentId)}>
					The plan as it stands
				</a>
			</p>
		</Page>
	);
}
