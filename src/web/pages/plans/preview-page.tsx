import { Alert } from "../../forms/alert.tsx";
import type { PlanContext } from "./plan-context.ts";
import { PlanLayout } from "./plan-layout.tsx";
import { planPath } from "./plan-paths.ts";
import { PaperLinks } from "./submission-list.tsx";

/** The plan as it will be printed, inside the page; or a submission, as it was sent. */
export function PreviewPage(props: {
	readonly plan: PlanContext;
	readonly submission?: number | undefined;
	/** HTML made by the program's own renderer: every text in it is escaped there. */
	readonly html: string;
}) {
	const { plan, submission } = props;
	const of = submission === undefined ? "the plan as it stands" : `submission ${submission}`;
	const path = planPath(plan.graph.document.id, submission === undefined ? "" : `/submissions/${submission}`);
	return (
		<PlanLayout plan={plan} title={submission === undefined ? "Preview and download" : `Submission ${submission}`}>
			<p>
				Download {of}: <PaperLinks path={path} of={of} />
			</p>
			{submission === undefined ? null : (
				<Alert kind="info" slim>
					This is the plan as it was sent. It cannot change any more.
				</Alert>
			)}
			{/* biome-ignore lint/security/noDangerouslySetInnerHtml: made by the program's own renderer, which escapes every text */}
			<div className="paper" dangerouslySetInnerHTML={{ __html: props.html }} />
		</PlanLayout>
	);
}
