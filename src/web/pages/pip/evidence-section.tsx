import { formatDate } from "../../../domain/calendar/plain-date.ts";
import { type EvidenceLine, EvidenceManner } from "../../../domain/pip/completion-evidence.ts";
import { DateField } from "../../forms/date-field.tsx";
import { FileField } from "../../forms/file-field.tsx";
import { SelectField } from "../../forms/select-field.tsx";
import { TextField } from "../../forms/text-field.tsx";
import { attachmentsPath } from "../plans/plan-paths.ts";
import { shorten } from "../plans/plan-words.ts";
import { PipForm, pipFieldId, pipFields } from "./pip-form.tsx";
import type { PipProps } from "./pip-props.ts";

export type EvidenceFiles = {
	/** Which files are taken, in words. */
	readonly limits: string;
	readonly accept: string;
};

/** What shows that key activities were done, by the progress report in whose period it falls. */
export function EvidenceSection({ files, ...pip }: PipProps & { readonly files: EvidenceFiles }) {
	const { view, plan } = pip;
	if (!view.state.approvedOn) return null;
	const numbers = [...view.reports.map(({ number }): number | null => number), null];
	const missing = [...new Set(view.completion.flatMap(({ unshownActivities }) => unshownActivities))];
	return (
		<section aria-labelledby="evidence">
			<h2 id="evidence">Evidence of completion</h2>
			{missing.length > 0 ? (
				<p>
					Completed, and nothing shows it yet: key activity {missing.join(", ")}. Add what shows it, or say that nothing
					is kept.
				</p>
			) : null}
			{view.evidence.length === 0 ? <p>No evidence is kept yet.</p> : null}
			{numbers.map((number) => {
				const lines = view.evidence.filter(({ report }) => report === number);
				if (lines.length === 0) return null;
				const name = number === null ? "Outside the periods of the reports" : `Progress report ${number}`;
				return (
					<section key={name} aria-label={`Evidence, ${name}`}>
						<h3>{name}</h3>
						<ul className="usa-list">
							{lines.map((line) => (
								<li key={line.evidence.id} id={`evidence-${line.evidence.id}`} className="long-text">
									<Words line={line} />
									{pip.mayWrite ? <RemoveForm pip={pip} line={line} /> : null}
								</li>
							))}
						</ul>
					</section>
				);
			})}
			{pip.mayWrite && plan.graph.document.state === "accepted" ? <AddForm pip={pip} files={files} /> : null}
		</section>
	);
}

function Words({ line }: { readonly line: EvidenceLine }) {
	const { evidence, number, fileName } = line;
	const { manner, title, address, attachmentId, documentId, shownOn } = evidence;
	const before = `Key activity ${number}, ${formatDate(shownOn)}: `;
	if (manner === "none") return `${before}no evidence is kept. ${title}`;
	if (manner === "file" && fileName === null) {
		return `${before}${title}. The file waits for the scanner that looks for harmful files, or was thrown away.`;
	}
	const href = manner === "link" ? address : attachmentsPath(documentId, `/${attachmentId}`);
	return (
		<>
			{before}
			<a className="usa-link" href={href} {...(manner === "link" ? { rel: "noreferrer" } : { download: true })}>
				{title}
			</a>
			{manner === "file" && title !== fileName ? ` (${fileName})` : ""}
		</>
	);
}

function RemoveForm({ pip, line: { evidence, number } }: { readonly pip: PipProps; readonly line: EvidenceLine }) {
	const key = `evidence-${evidence.id}`;
	const { values, field } = pipFields(pip.plan, key);
	return (
		<details open={values.isBack}>
			<summary>
				Take out
				<span className="usa-sr-only">
					: {evidence.title}, key activity {number}
				</span>
			</summary>
			<PipForm
				plan={pip.plan}
				verb={`evidence/${evidence.id}/remove`}
				formKey={key}
				button="Take it out"
				hidden={{ version: evidence.version }}
			>
				<TextField
					{...field("reason")}
					label="Why it is taken out"
					hint="It stays in the history, and so does its file"
				/>
			</PipForm>
		</details>
	);
}

const mannerLabels: Readonly<Record<EvidenceManner, string>> = {
	file: "A file",
	link: "A link",
	none: "No evidence is kept",
};

function AddForm({ pip, files }: { readonly pip: PipProps; readonly files: EvidenceFiles }) {
	const key = "new-evidence";
	const { values, field } = pipFields(pip.plan, key);
	const activities = pip.plan.graph.components.flatMap(({ goals }) =>
		goals.flatMap(({ strategies }) => strategies.flatMap(({ milestones }) => milestones)),
	);
	return (
		<details open={values.isBack}>
			<summary className="text-bold padding-y-1">Add evidence of completion</summary>
			<PipForm plan={pip.plan} verb="evidence" formKey={key} button="Add the evidence" withFile>
				<SelectField
					{...field("milestoneId")}
					label="Key activity"
					options={activities.map(({ milestone, number }) => ({
						value: milestone.id,
						label: `${number} ${shorten(milestone.statement, 90)}`,
					}))}
				/>
				<SelectField
					{...field("manner")}
					label="What there is"
					options={EvidenceManner.options.map((value) => ({ value, label: mannerLabels[value] }))}
				/>
				<FileField
					name="file"
					id={pipFieldId(key, "file")}
					label="Of a file: the file"
					optional
					hint={files.limits}
					accept={files.accept}
					error={values.problem("file")}
				/>
				<TextField {...field("address")} label="Of a link: its address" optional />
				<TextField
					{...field("title")}
					label="What it is, or why nothing is kept"
					hint="Of a file, its name is taken where this is empty"
				/>
				<DateField {...field("shownOn")} label="Day of which it speaks" optional />
			</PipForm>
		</details>
	);
}
