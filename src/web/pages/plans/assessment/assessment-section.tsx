import type { EditionSection } from "../../../../domain/document/edition.ts";
import { indicatorsHeld, isAnalysed, ratingOf, subjectName } from "../../../../domain/document/subject-analysis.ts";
import { findIndicator } from "../../../../frameworks/ca-indicators/catalogue.ts";
import { DataTable } from "../../parts/data-table.tsx";
import { StatusTag } from "../../parts/status-tag.tsx";
import type { PlanContext } from "../plan-context.ts";
import { analysisPath, planPath } from "../plan-paths.ts";
import { performanceWords, ratingWords } from "./performance-words.ts";

/** The subjects of one section of a self-assessment: how they stand, and those that can be taken in. */
export function AssessmentSection({ plan, section }: { readonly plan: PlanContext; readonly section: EditionSection }) {
	const analyses = plan.graph.entries["subject-analysis"].filter((each) =>
		section.subjects?.includes(each.subjectKind),
	);
	const missing = missingSubjects(plan, section);
	return (
		<div id="assessment" tabIndex={-1}>
			{analyses.length === 0 ? (
				<p>No subject is taken in yet.</p>
			) : (
				<DataTable
					caption={section.title}
					quietCaption
					label={section.title}
					columns={[{ label: "Subject" }, { label: "Performance" }, { label: "Analysis" }, { label: "Rating" }]}
					rows={analyses.map((each) => ({
						key: each.id,
						cells: [
							<a key="name" className="usa-link" href={analysisPath(plan.graph.document.id, each.id)}>
								{subjectName(each)}
							</a>,
							performanceWords(plan.graph, each) || "From what the county knows",
							each.analysis.trim() === "" ? "Not written yet" : "Written",
							<RatingTag key="rating" rating={ratingOf(plan.graph, each)} />,
						],
					}))}
				/>
			)}
			{plan.mayWrite && missing.length > 0 ? (
				<form method="post" action={planPath(plan.graph.document.id, "/analyses")}>
					<input type="hidden" name="section" value={section.id} />
					<p>
						{missing.length === 1 ? "One subject is" : `${missing.length} subjects are`} not taken in yet:{" "}
						{missing.map((each) => subjectName(each)).join("; ")}.
					</p>
					<button type="submit" className="usa-button usa-button--outline">
						Take in {missing.length === 1 ? "this subject" : "these subjects"}
					</button>
				</form>
			) : null}
		</div>
	);
}

export function RatingTag({ rating }: { readonly rating: keyof typeof ratingWords | undefined }) {
	if (rating === undefined) return <StatusTag tone="quiet">Not rated yet</StatusTag>;
	return <StatusTag tone={rating === "strength" ? "good" : "bad"}>{ratingWords[rating]}</StatusTag>;
}

/** Subjects that belong into the section and are not there: indicators of which figures are held, and the edition's factors. */
export function missingSubjects({ graph, edition }: PlanContext, section: EditionSection) {
	if (section.subjects?.includes("indicator")) {
		return indicatorsHeld(graph, edition.indicatorVintages)
			.filter(({ vintage, code }) => !isAnalysed(graph, vintage, code))
			.flatMap(({ vintage, code }) => {
				const indicator = findIndicator(vintage, code);
				return indicator?.label
					? [{ subjectKind: "indicator" as const, code, vintage, label: indicator.label, domain: indicator.domain }]
					: [];
			});
	}
	return edition.systemicFactors
		.filter(({ id }) => !isAnalysed(graph, "", id))
		.map(({ id, label }) => ({
			...{ subjectKind: "systemic-factor" as const, code: id, vintage: "", label, domain: "systemic" as const },
		}));
}
