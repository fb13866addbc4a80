import type { Evidence } from "../../../domain/finding/finding-facts.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";

/** What kind of thing a finding rests on. */
export const evidenceKindWords: Readonly<Record<Evidence["evidenceKind"], string>> = {
	observation: "Figure",
	"case-review": "Case review",
	voices: "What partners said",
	document: "Document",
	other: "Other",
};

/** The evidence of a finding, each with its kind and source. */
export function EvidenceList({ evidence }: { readonly evidence: readonly Fact<"evidence">[] }) {
	if (evidence.length === 0) return <p>There is no evidence yet.</p>;
	return (
		<ul className="usa-list">
			{evidence.map((each) => (
				<li key={each.id}>
					<strong>{evidenceKindWords[each.evidenceKind]}:</strong> <span className="long-text">{each.text}</span>
					{each.source ? <span className="display-block text-base-dark">Source: {each.source}</span> : null}
				</li>
			))}
		</ul>
	);
}
