import { formatDate } from "../../../domain/calendar/plain-date.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";

/** Findings that the figures propose and that I may settle. */
export function HomeFindings(props: {
	readonly findings: readonly Fact<"finding">[];
	readonly places: readonly Fact<"jurisdiction">[];
}) {
	const { findings, places } = props;
	if (findings.length === 0) return null;
	return (
		<section aria-labelledby="findings">
			<h2 id="findings">Findings to settle ({findings.length})</h2>
			<p>These are proposed and wait for a person to confirm them on evidence, or to dismiss them with a reason.</p>
			<ul className="usa-list">
				{findings.map((finding) => (
					<li key={finding.id}>
						<a className="usa-link" href={`/findings/${finding.id}`}>
							{finding.subjectKind === "indicator" ? `${finding.code} ${finding.label}` : finding.label}
						</a>
						{places.length > 1 ? `, ${places.find((each) => each.id === finding.jurisdictionId)?.name ?? ""}` : ""}
						{finding.periodEnd ? `, period ending ${formatDate(finding.periodEnd)}` : ""}
					</li>
				))}
			</ul>
		</section>
	);
}
