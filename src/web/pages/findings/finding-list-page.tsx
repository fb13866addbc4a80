import { formatDate } from "../../../domain/calendar/plain-date.ts";
import type { Finding } from "../../../domain/finding/finding-facts.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import { DataTable } from "../parts/data-table.tsx";
import { findingStateWords, judgementWords } from "../parts/finding-state-tag.tsx";

const states: readonly Finding["state"][] = ["proposed", "confirmed", "dismissed"];

/** All findings that the reader may see: those to settle first. */
export function FindingListPage(props: {
	readonly frame: PageFrame;
	readonly findings: readonly Fact<"finding">[];
	readonly places: readonly Fact<"jurisdiction">[];
}) {
	const placeName = (id: string) => props.places.find((each) => each.id === id)?.name ?? "";
	return (
		<Page frame={props.frame} title="Findings" breadcrumbs={[{ label: "Home", href: "/" }]}>
			<h1>Findings</h1>
			{props.findings.length === 0 ? (
				<p>
					There are no findings that you may see. They are proposed when figures are loaded that fall short of a
					standard, or written down on the page of an <a href="/outcomes">outcome</a>.
				</p>
			) : null}
			{states.map((state) => {
				const findings = props.findings.filter((each) => each.state === state);
				return findings.length === 0 ? null : (
					<section key={state} aria-labelledby={`findings-${state}`}>
						<h2 id={`findings-${state}`}>
							{findingStateWords[state]} ({findings.length})
						</h2>
						<DataTable
							label={`Findings: ${findingStateWords[state].toLowerCase()}`}
							caption={`Findings: ${findingStateWords[state].toLowerCase()}`}
							quietCaption
							columns={[{ label: "About" }, { label: "Place" }, { label: "Judgement" }, { label: "Period ending" }]}
							rows={findings.map((finding) => ({
								key: finding.id,
								cells: [
									<a key="about" className="usa-link" href={`/findings/${finding.id}`}>
										{finding.subjectKind === "indicator" ? `${finding.code} ${finding.label}` : finding.label}
									</a>,
									placeName(finding.jurisdictionId),
									judgementWords[finding.judgement],
									finding.periodEnd ? formatDate(finding.periodEnd) : "–",
								],
							}))}
						/>
					</section>
				);
			})}
		</Page>
	);
}
