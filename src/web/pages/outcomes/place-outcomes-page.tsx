import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { vintages } from "../../../frameworks/ca-indicators/vintages.ts";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import { FindingStateTag, judgementWords } from "../parts/finding-state-tag.tsx";
import type { OutcomeRowProps } from "./outcome-props.ts";
import { OutcomeTable, type PlanLink } from "./outcome-table.tsx";

/** How one place stands on every indicator that it has figures for, set by set, and its findings on other things. */
export function PlaceOutcomesPage(props: {
	readonly frame: PageFrame;
	readonly jurisdiction: Fact<"jurisdiction">;
	readonly rows: readonly OutcomeRowProps[];
	readonly otherFindings: readonly Fact<"finding">[];
	readonly plans: readonly PlanLink[];
	readonly mayLoad: boolean;
	readonly mayReadFindings: boolean;
	readonly mayConfirm: boolean;
}) {
	const { frame, jurisdiction, rows, otherFindings, plans, mayLoad, mayConfirm } = props;
	const title = `Outcomes of ${jurisdiction.name}`;
	const sets = [...vintages]
		.reverse()
		.map((set) => ({ ...set, rows: rows.filter((row) => row.series.indicator.vintage === set.vintage) }))
		.filter((set) => set.rows.length > 0);
	return (
		<Page
			frame={frame}
			title={title}
			breadcrumbs={[
				{ label: "Home", href: "/" },
				{ label: "Outcomes", href: "/outcomes" },
			]}
		>
			<h1>{title}</h1>
			{props.mayReadFindings ? (
				<p>
					<a className="usa-link" href={`/evidence/${jurisdiction.id}`}>
						Evidence and goals, by outcome and systemic factor of the federal review
					</a>
				</p>
			) : null}
			{sets.length === 0 ? (
				<OutcomeTable
					rows={[]}
					jurisdictionId={jurisdiction.id}
					plans={[]}
					label={title}
					empty={
						mayLoad
							? { text: "No figures have been loaded yet.", link: { label: "Load figures", href: "/figures" } }
							: { text: "No figures have been loaded yet. A data analyst or planner of the county loads them." }
					}
				/>
			) : null}
			{sets.map((set) => (
				<section key={set.vintage} aria-labelledby={`set-${set.vintage}`}>
					<h2 id={`set-${set.vintage}`}>{set.title}</h2>
					<OutcomeTable
						rows={set.rows}
						jurisdictionId={jurisdiction.id}
						plans={plans}
						label={`${set.title}, ${jurisdiction.name}`}
						empty={{ text: "" }}
					/>
				</section>
			))}
			{otherFindings.length > 0 || mayConfirm ? (
				<section aria-labelledby="other-findings">
					<h2 id="other-findings">Findings on systemic factors and other things</h2>
					{otherFindings.length === 0 ? <p>There are none yet.</p> : null}
					<ul className="usa-list">
						{otherFindings.map((finding) => (
							<li key={finding.id}>
								<a className="usa-link" href={`/findings/${finding.id}`}>
									{finding.label}
								</a>
								, {judgementWords[finding.judgement]} <FindingStateTag state={finding.state} />
							</li>
						))}
					</ul>
					{mayConfirm ? (
						<p>
							<a className="usa-link" href={`/findings/new?place=${jurisdiction.id}`}>
								Write down a finding
							</a>
						</p>
					) : null}
				</section>
			) : null}
		</Page>
	);
}
