import { formatDate } from "../../../domain/calendar/plain-date.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { ErrorSummary } from "../../forms/error-summary.tsx";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import type { FindingProps } from "../outcomes/outcome-props.ts";
import { outcomeAddress } from "../outcomes/outcome-props.ts";
import { type Clash, ClashNotice } from "../parts/clash-notice.tsx";
import { FindingStateTag, judgementWords } from "../parts/finding-state-tag.tsx";
import { type FormState, freshForm } from "../parts/form-page-state.ts";
import { type HistoryEntry, HistoryList } from "../parts/history-list.tsx";
import { EvidenceForm, type FigureChoice } from "./evidence-form.tsx";
import { EvidenceList } from "./evidence-list.tsx";
import { ConfirmForm, DismissForm } from "./settle-forms.tsx";

export type FindingPageProps = {
	readonly frame: PageFrame;
	readonly finding: FindingProps;
	readonly place: Fact<"jurisdiction"> | undefined;
	readonly mayConfirm: boolean;
	/** Figures that can be added as evidence, newest first. */
	readonly figures: readonly FigureChoice[];
	readonly history: readonly HistoryEntry[];
	/** The form that came back with something wrong, and how it was filled in. */
	readonly sent?: { readonly form: FindingForm; readonly state: FormState; readonly clashes: readonly Clash[] };
};

export type FindingForm = "evidence" | "confirm" | "dismiss";

/** A finding: what was found, on what evidence, how far it is settled, and who did what to it. */
export function FindingPage(props: FindingPageProps) {
	const { frame, finding, place, mayConfirm, sent } = props;
	const about = finding.subjectKind === "indicator" ? `${finding.code} ${finding.label}` : finding.label;
	const stateOf = (form: FindingForm) => (sent?.form === form ? sent.state : freshForm);
	return (
		<Page
			frame={frame}
			title={`Finding: ${about}`}
			breadcrumbs={[
				{ label: "Home", href: "/" },
				{ label: "Outcomes", href: "/outcomes" },
				...(place ? [{ label: place.name, href: `/outcomes/${place.id}` }] : []),
			]}
		>
			<ErrorSummary problems={sent?.state.problems} idOf={(field) => `${sent?.form}-${field}`} />
			<ClashNotice clashes={sent?.clashes ?? []} />
			<h1>
				{about}
				<span className="display-block font-sans-lg text-normal">Finding, {place?.name ?? ""}</span>
			</h1>
			<p>
				<FindingStateTag state={finding.state} /> <strong>{judgementWords[finding.judgement]}</strong>
				{finding.periodEnd ? `, on the period ending ${formatDate(finding.periodEnd)}` : ""}
			</p>
			{finding.summary ? <p className="long-text measure-5">{finding.summary}</p> : null}
			{finding.subjectKind === "indicator" && place ? (
				<p>
					<a className="usa-link" href={outcomeAddress(place.id, finding)}>
						See the figures and the plans that answer it
					</a>
				</p>
			) : null}
			<h2>Evidence</h2>
			<EvidenceList evidence={finding.evidence} />
			{mayConfirm ? (
				<>
					<EvidenceForm findingId={finding.id} figures={props.figures} form={stateOf("evidence")} />
					<h2>{finding.state === "proposed" ? "Settle the finding" : "Settle it anew"}</h2>
					<div className="grid-row grid-gap">
						<div className="tablet:grid-col-6">
							<ConfirmForm finding={finding} form={stateOf("confirm")} />
						</div>
						<div className="tablet:grid-col-6">
							<DismissForm finding={finding} form={stateOf("dismiss")} />
						</div>
					</div>
				</>
			) : null}
			<h2>History</h2>
			<HistoryList entries={props.history} />
		</Page>
	);
}
