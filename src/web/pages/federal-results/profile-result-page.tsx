import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { Alert } from "../../forms/alert.tsx";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import type { FigureProblem } from "../figures/figure-props.ts";
import { ProblemDownload } from "../figures/problem-download.tsx";
import { ProblemTables } from "../figures/problem-table.tsx";
import { RefusedFile } from "../figures/refused-file.tsx";
import type { FormState } from "../parts/form-page-state.ts";
import { ProfileForm } from "./profile-form.tsx";

const breadcrumbs = [
	{ label: "Home", href: "/" },
	{ label: "Federal results", href: "/federal-results" },
];

/** A profile that was taken: what it changed, and what is worth a look. */
export function ProfileTakenPage(props: {
	readonly frame: PageFrame;
	readonly fileName: string;
	readonly jurisdictionId: string;
	readonly added: number;
	readonly changed: number;
	readonly unchanged: number;
	readonly problems: readonly FigureProblem[];
}) {
	const { frame, fileName, problems } = props;
	return (
		<Page frame={frame} title="The profile was taken" breadcrumbs={breadcrumbs}>
			<h1>The profile was taken</h1>
			<Alert kind="success" slim>
				<span className="text-break">{fileName}</span>: {props.added} federal results added, {props.changed} changed,{" "}
				{props.unchanged} unchanged.
			</Alert>
			<p>
				<a className="usa-link" href={`/federal-results?place=${props.jurisdictionId}`}>
					See the federal results
				</a>
			</p>
			<ProblemTables problems={problems} />
			{problems.length > 0 ? <ProblemDownload fileName={fileName} problems={problems} /> : null}
		</Page>
	);
}

/** A profile that was not taken: what is wrong, where, and how to mend it; and the form to try again. */
export function ProfileRefusedPage(props: {
	readonly frame: PageFrame;
	readonly fileName: string;
	readonly problems: readonly FigureProblem[];
	readonly loadable: readonly Fact<"jurisdiction">[];
	readonly form: FormState;
}) {
	return (
		<Page frame={props.frame} title="The profile was not taken" breadcrumbs={breadcrumbs}>
			<h1>The profile was not taken</h1>
			<RefusedFile fileName={props.fileName} problems={props.problems} />
			<ProfileForm loadable={props.loadable} form={props.form} />
		</Page>
	);
}
