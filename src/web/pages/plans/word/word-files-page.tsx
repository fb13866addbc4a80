import type { Fact } from "../../../../domain/workflow/fact-kinds.ts";
import { Alert } from "../../../forms/alert.tsx";
import { FileField } from "../../../forms/file-field.tsx";
import { DataTable } from "../../parts/data-table.tsx";
import { Moment } from "../../parts/moment.tsx";
import { formValues, type PlanContext } from "../plan-context.ts";
import { PlanLayout } from "../plan-layout.tsx";
import { wordPath } from "../plan-paths.ts";

export type ReadFile = {
	readonly file: Fact<"word-file">;
	readonly readBy: string;
	readonly readAt: string;
	readonly open: number;
	readonly taken: number;
	readonly left: number;
};

/** The plan as a Word file to edit, and the files that came back. */
export function WordFilesPage({ plan, files }: { readonly plan: PlanContext; readonly files: readonly ReadFile[] }) {
	const { id } = plan.graph.document;
	return (
		<PlanLayout plan={plan} title="Edit in Word">
			<p className="usa-intro">
				Send the plan to people who work in Word, and bring their changes back. Each change is offered to you; nothing
				in the plan changes until you take it.
			</p>
			<h2>Word file to edit</h2>
			<p>
				<a className="usa-link" href={wordPath(id, "/plan-to-edit.docx")} download>
					Download the Word file to edit
				</a>
			</p>
			<p>
				<a className="usa-link" href={wordPath(id, "/plan-to-edit.docx?talk=yes")} download>
					Download it with the open comments and suggestions
				</a>
				<br />
				What those who write the draft say to each other stands in it as comments, and suggested wordings as tracked
				changes. Send this one to people who may read that.
			</p>
			<p>
				Track Changes is on in it, so that each change comes back with the name of who made it. What can be edited: the
				texts of the plan, its goals, strategies, rationales and milestones with their timeframes and whom they are
				assigned to, the lists, and the figures of each goal. Headings, numbers and signatures are written by the
				program.
			</p>
			<UploadForm plan={plan} />
			<h2>Files that came back</h2>
			{files.length === 0 ? <p>None yet.</p> : <FileTable plan={plan} files={files} />}
		</PlanLayout>
	);
}

function UploadForm({ plan }: { readonly plan: PlanContext }) {
	if (!plan.mayWrite) {
		return (
			<Alert kind="info" slim>
				Edited files are read back by those who write the plan, while it is drafted.
			</Alert>
		);
	}
	return (
		<section aria-labelledby="read-back">
			<h2 id="read-back">Read an edited file back</h2>
			<form
				method="post"
				action={wordPath(plan.graph.document.id)}
				encType="multipart/form-data"
				className="usa-form usa-form--large"
			>
				<FileField
					name="file"
					label="Edited Word file"
					hint="A Word document (.docx) of at most 25 MB that was downloaded here"
					accept=".docx"
					error={formValues(plan.typed, "word-file").problem("file")}
				/>
				<button type="submit" className="usa-button">
					Read the file
				</button>
			</form>
		</section>
	);
}

function FileTable({ plan, files }: { readonly plan: PlanContext; readonly files: readonly ReadFile[] }) {
	return (
		<DataTable
			caption="Files that came back"
			quietCaption
			label="Files that came back"
			columns={[
				{ label: "File" },
				{ label: "Read by" },
				{ label: "To decide", numeric: true },
				{ label: "Taken", numeric: true },
				{ label: "Left", numeric: true },
			]}
			rows={files.map(({ file, readBy, readAt, open, taken, left }) => ({
				key: file.id,
				cells: [
					<a key="file" className="usa-link" href={wordPath(plan.graph.document.id, `/${file.id}`)}>
						{file.fileName}
					</a>,
					<span key="by">
						{readBy}, <Moment at={readAt} />
					</span>,
					open,
					taken,
					left,
				],
			}))}
		/>
	);
}
