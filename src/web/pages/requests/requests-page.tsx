import {
	assistanceSourceWords,
	assistanceStatusWords,
	lawChangeStatusWords,
} from "../../../domain/document/entry-words.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { SelectField } from "../../forms/select-field.tsx";
import { TextArea } from "../../forms/text-area.tsx";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import { DataTable } from "../parts/data-table.tsx";

type Row<K extends "assistance-request" | "law-change"> = {
	readonly request: Fact<K>;
	readonly place: string;
	readonly plan: string;
};

export type RequestsPageProps = {
	readonly frame: PageFrame;
	readonly assistance: readonly Row<"assistance-request">[];
	readonly lawChanges: readonly Row<"law-change">[];
	/** Counties whose requests this person answers. */
	readonly answersFor: ReadonlySet<string>;
};

/** What counties ask of the State, over all plans: technical assistance and training, and changes of law. */
export function RequestsPage(props: RequestsPageProps) {
	const { frame, assistance, lawChanges } = props;
	return (
		<Page frame={frame} title="What counties ask for" breadcrumbs={[{ label: "Home", href: "/" }]}>
			<h1>What counties ask for</h1>
			<p className="usa-intro">
				Requests in the plans that you may read. A county writes them in its plan; the State answers them here.
			</p>
			<h2 id="assistance">Technical assistance and training</h2>
			{assistance.length === 0 ? (
				<p>Nothing is asked for.</p>
			) : (
				<>
					<DataTable
						caption="Technical assistance and training asked for"
						quietCaption
						label="Technical assistance and training asked for"
						columns={[
							{ label: "County" },
							{ label: "Need" },
							{ label: "Asked of" },
							{ label: "How far it is" },
							{ label: "Answer" },
						]}
						rows={assistance.map(({ request, place, plan }) => ({
							key: request.id,
							cells: [
								<PlanLink key="plan" place={place} plan={plan} documentId={request.documentId} />,
								request.need,
								[assistanceSourceWords[request.requestedFrom], request.requestedOf].filter(Boolean).join(": "),
								assistanceStatusWords[request.status],
								<Answer
									key="answer"
									{...props}
									kind="assistance-request"
									request={request}
									words={assistanceStatusWords}
								/>,
							],
						}))}
					/>
					<FileLink name="assistance" />
				</>
			)}
			<h2 id="law-changes">Changes of regulation or statute</h2>
			{lawChanges.length === 0 ? (
				<p>Nothing is asked for.</p>
			) : (
				<>
					<DataTable
						caption="Changes of regulation or statute asked for"
						quietCaption
						label="Changes of regulation or statute asked for"
						columns={[
							{ label: "County" },
							{ label: "Change" },
							{ label: "Section" },
							{ label: "How it would help" },
							{ label: "How far it is" },
							{ label: "Answer" },
						]}
						rows={lawChanges.map(({ request, place, plan }) => ({
							key: request.id,
							cells: [
								<PlanLink key="plan" place={place} plan={plan} documentId={request.documentId} />,
								request.change,
								request.citation,
								request.reason,
								lawChangeStatusWords[request.status],
								<Answer key="answer" {...props} kind="law-change" request={request} words={lawChangeStatusWords} />,
							],
						}))}
					/>
					<FileLink name="law-changes" />
				</>
			)}
		</Page>
	);
}

function PlanLink(props: { readonly place: string; readonly plan: string; readonly documentId: string }) {
	return (
		<>
			{props.place}:{" "}
			<a className="usa-link" href={`/plans/${props.documentId}`}>
				{props.plan}
			</a>
		</>
	);
}

function FileLink({ name }: { readonly name: "assistance" | "law-changes" }) {
	return (
		<p>
			<a className="usa-link" href={`/requests/${name}.csv`}>
				Download this list (CSV)
			</a>
		</p>
	);
}

function Answer(props: {
	readonly answersFor: ReadonlySet<string>;
	readonly kind: "assistance-request" | "law-change";
	readonly request: {
		readonly id: string;
		readonly version: number;
		readonly jurisdictionId: string;
		readonly status: string;
		readonly stateNote: string;
	};
	readonly words: Readonly<Record<string, string>>;
}) {
	const { kind, request, words } = props;
	if (!props.answersFor.has(request.jurisdictionId)) return <>{request.stateNote}</>;
	return (
		<details>
			<summary>{request.stateNote || "Answer"}</summary>
			<form method="post" action={`/requests/${kind}/${request.id}`} data-guard="true">
				<input type="hidden" name="version" value={request.version} />
				<SelectField
					id={`status-${request.id}`}
					name="status"
					label="How far it is"
					options={Object.entries(words).map(([value, label]) => ({ value, label }))}
					value={request.status}
				/>
				<TextArea
					id={`note-${request.id}`}
					name="note"
					label="Answer to the county"
					rows={3}
					optional
					value={request.stateNote}
				/>
				<p>
					<button type="submit" className="usa-button">
						Save the answer
					</button>
				</p>
			</form>
		</details>
	);
}
