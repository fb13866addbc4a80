import { EvidenceList } from "../findings/evidence-list.tsx";
import { FindingStateTag, judgementWords } from "../parts/finding-state-tag.tsx";
import type { FindingProps } from "./outcome-props.ts";

/** What was found on this outcome, with the evidence that it rests on. */
export function OutcomeFindings(props: {
	readonly findings: readonly FindingProps[];
	readonly mayConfirm: boolean;
	/** Address of the form for a finding of one's own. */
	readonly newFinding: string;
}) {
	return (
		<section aria-labelledby="findings">
			<h2 id="findings">Findings</h2>
			{props.findings.length === 0 ? <p>Nothing has been found on this outcome yet.</p> : null}
			{props.findings.map((finding) => (
				<article key={finding.id} className="finding-card">
					<h3>
						<a className="usa-link" href={`/findings/${finding.id}`}>
							{judgementWords[finding.judgement]}
						</a>{" "}
						<FindingStateTag state={finding.state} />
					</h3>
					<p className="long-text">{finding.summary}</p>
					<h4>Evidence</h4>
					<EvidenceList evidence={finding.evidence} />
				</article>
			))}
			{props.mayConfirm ? (
				<p>
					<a className="usa-link" href={props.newFinding}>
						Write down a finding on this outcome
					</a>
				</p>
			) : null}
		</section>
	);
}
