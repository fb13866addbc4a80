import { formatDate } from "../../../../domain/calendar/plain-date.ts";
import { findSelfAssessment } from "../../../../domain/document/self-assessment.ts";
import { PlanStateTag } from "../../parts/plan-state-tag.tsx";
import type { PlanContext } from "../plan-context.ts";
import { planPath } from "../plan-paths.ts";

/** The self-assessment that the plan follows: where it is, how far it is, and its summary, which goes with the plan. */
export function NamedSelfAssessmentPart({ plan }: { readonly plan: PlanContext }) {
	const named = findSelfAssessment(plan.graph);
	const documentId = plan.graph.document.id;
	return (
		<section aria-labelledby="self-assessment">
			<h2 id="self-assessment">The self-assessment</h2>
			{named?.document ? (
				<>
					<p>
						<a className="usa-link" href={planPath(named.document.id)}>
							{named.document.title}
						</a>{" "}
						<PlanStateTag state={named.document.state} />{" "}
						{named.completedOn ? `completed on ${formatDate(named.completedOn)}` : "not complete yet"}
					</p>
					<SummaryLinks documentId={named.document.id} />
				</>
			) : (
				<>
					<p>
						{named
							? `${named.reference.label}, kept elsewhere${named.completedOn ? `, completed on ${formatDate(named.completedOn)}` : ""}.`
							: "No self-assessment is named yet. A plan is sent once its self-assessment is complete."}
					</p>
					{plan.mayWrite ? (
						<form method="post" action={planPath(documentId, "/self-assessment")}>
							<button type="submit" className="usa-button usa-button--outline">
								Start the self-assessment here
							</button>
						</form>
					) : null}
				</>
			)}
		</section>
	);
}

/** The summary of a self-assessment as files. */
export function SummaryLinks({ documentId }: { readonly documentId: string }) {
	return (
		<p>
			Summary Assessment, attached to the plan once the self-assessment is sent:{" "}
			{(["html", "docx", "pdf"] as const).map((format, i) => (
				<span key={format}>
					{i > 0 ? ", " : ""}
					<a className="usa-link" href={planPath(documentId, `/summary.${format}`)}>
						{{ html: "page", docx: "Word", pdf: "PDF" }[format]}
						<span className="usa-sr-only"> of the Summary Assessment</span>
					</a>
				</span>
			))}
			.
		</p>
	);
}
