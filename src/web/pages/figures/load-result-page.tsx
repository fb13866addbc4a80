import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { Alert } from "../../forms/alert.tsx";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import type { FormState } from "../parts/form-page-state.ts";
import type { FigureProblem } from "./figure-props.ts";
import { ProblemDownload } from "./problem-download.tsx";
import { ProblemTables } from "./problem-table.tsx";
import { RefusedFile } from "./refused-file.tsx";
import { UploadForm } from "./upload-form.tsx";

const breadcrumbs = [
	{ label: "Home", href: "/" },
	{ label: "Figures", href: "/figures" },
];

/** A file that was taken: what it changed, what it proposes, and what is worth a look. */
export function LoadTakenPage(props: {
	readonly frame: PageFrame;
	readonly fileName: string;
	readonly loadIds: readonly string[];
	readonly added: number;
	readonly replaced: number;
	readonly unchanged: number;
	readonly proposedFindings: number;
	readonly problems: readonly FigureProblem[];
}) {
	const { frame, fileName, loadIds, proposedFindings, problems } = props;
	return (
		<Page frame={frame} title="The figures were taken" breadcrumbs={breadcrumbs}>
			<h1>The figures were taken</h1>
			<Alert kind="success" slim>
				<span className="text-break">{fileName}</span>: {counted(props.added, "figure")} added, {props.replaced}{" "}
				replaced, {props.unchanged} unchanged.
			</Alert>
			{proposedFindings > 0 ? (
				<p>
					{proposedFindings === 1 ? "One finding is proposed" : `${proposedFindings} findings are proposed`}, because
					figures fall short of a standard.{" "}
					<a className="usa-link" href="/findings">
						See {proposedFindings === 1 ? "it" : "them"}
					</a>
					.
				</p>
			) : (
				<p>No new finding is proposed.</p>
			)}
			<ul className="usa-list">
				{loadIds.map((id, index) => (
					<li key={id}>
						<a className="usa-link" href={`/figures/loads/${id}`}>
							{loadIds.length === 1 ? "See the load" : `See load ${index + 1} of ${loadIds.length}`}
						</a>
					</li>
				))}
				<li>
					<a className="usa-link" href="/outcomes">
						See the outcomes
					</a>
				</li>
			</ul>
			<ProblemTables problems={problems} />
			{problems.length > 0 ? <ProblemDownload fileName={fileName} problems={problems} /> : null}
		</Page>
	);
}

/** A file that was not taken: what is wrong, where, and how to mend it; and the form to try again. */
export function LoadRefusedPage(props: {
	readonly frame: PageFrame;
	readonly fileName: string;
	readonly problems: readonly FigureProblem[];
	readonly loadable: readonly Fact<"jurisdiction">[];
	readonly form: FormState;
}) {
	return (
		<Page frame={props.frame} title="The file was not taken" breadcrumbs={breadcrumbs}>
			<h1>The file was not taken</h1>
			<RefusedFile fileName={props.fileName} problems={props.problems} />
			<UploadForm loadable={props.loadable} form={props.form} />
		</Page>
	);
}

function counted(count: number, thing: string): string {
	return `${count.toLocaleString("en-US")} ${thing}${count === 1 ? "" : "s"}`;
}
