import { DataTable } from "../parts/data-table.tsx";
import { Moment } from "../parts/moment.tsx";
import { planPath } from "./plan-paths.ts";

/** What was sent, with who and when; kept for ever as it was. */
export type Submission = {
	readonly number: number;
	/** ISO time. */
	readonly takenAt: string;
	readonly takenByName: string;
	readonly sha256: string;
};

/** Every submission of the plan with its checksum and the paper as it was sent. */
export function SubmissionList(props: { readonly documentId: string; readonly submissions: readonly Submission[] }) {
	const { documentId, submissions } = props;
	return (
		<section aria-labelledby="submissions">
			<h2 id="submissions">Submissions</h2>
			{submissions.length === 0 ? (
				<p>Nothing has been submitted yet. When the plan is submitted, it is kept here for ever as it was sent.</p>
			) : (
				<DataTable
					caption="Submissions of this plan, newest first"
					quietCaption
					label="Submissions of this plan"
					columns={[
						{ label: "Number" },
						{ label: "Submitted" },
						{ label: "By" },
						{ label: "Paper" },
						{ label: "Checksum" },
					]}
					rows={submissions.map((each) => ({
						key: String(each.number),
						cells: [
							<a key="number" className="usa-link" href={planPath(documentId, `/submissions/${each.number}`)}>
								Submission {each.number}
							</a>,
							<Moment key="at" at={each.takenAt} />,
							each.takenByName,
							<PaperLinks
								key="links"
								preview
								path={planPath(documentId, `/submissions/${each.number}`)}
								of={`submission ${each.number}`}
							/>,
							<code key="sum" className="checksum">
								{each.sha256}
							</code>,
						],
					}))}
				/>
			)}
		</section>
	);
}

/** The paper to read, and as Word and PDF. `path` is the plan's or the submission's address. */
export function PaperLinks(props: { readonly path: string; readonly of: string; readonly preview?: boolean }) {
	const { path, of } = props;
	const links = [
		...(props.preview ? [["Preview", `${path}/preview`] as const] : []),
		["Word", `${path}/plan.docx`],
		["PDF", `${path}/plan.pdf`],
		["HTML", `${path}/plan.html`],
	] as const;
	return (
		<span className="paper-links">
			{links.map(([label, href]) => (
				<a key={href} className="usa-link" href={href}>
					{label}
					<span className="usa-sr-only"> of {of}</span>
				</a>
			))}
		</span>
	);
}
