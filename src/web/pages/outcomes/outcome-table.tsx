import { describePeriod } from "../../../domain/measure/describe-period.ts";
import { formatValue } from "../../../domain/measure/format-value.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { DataTable } from "../parts/data-table.tsx";
import { FindingStateTag } from "../parts/finding-state-tag.tsx";
import { VerdictTag } from "../parts/verdict-tag.tsx";
import { groupWords, type OutcomeRowProps, outcomeAddress } from "./outcome-props.ts";
import { standardInWords } from "./standard-words.ts";

/** A plan that the reader may see, by its name. */
export type PlanLink = { readonly id: string; readonly name: string };

/** One row per outcome: the newest figure, the standard, how it stands, what was found and which plans answer it. */
export function OutcomeTable(props: {
	readonly rows: readonly OutcomeRowProps[];
	readonly jurisdictionId: string;
	/** Plans that the reader may see: only these are linked. */
	readonly plans: readonly PlanLink[];
	readonly label: string;
	readonly empty: { readonly text: string; readonly link?: { readonly label: string; readonly href: string } };
}) {
	const { rows, jurisdictionId, plans, empty } = props;
	if (rows.length === 0) {
		return (
			<p>
				{empty.text}{" "}
				{empty.link ? (
					<a className="usa-link" href={empty.link.href}>
						{empty.link.label}
					</a>
				) : null}
			</p>
		);
	}
	return (
		<DataTable
			label={props.label}
			caption={`${props.label}: the newest figure of each indicator`}
			quietCaption
			columns={[
				{ label: "Outcome" },
				{ label: "Newest figure" },
				{ label: "Standard" },
				{ label: "How it stands" },
				{ label: "Findings" },
				{ label: "Plans" },
			]}
			rows={rows.map(({ series, findings, components }) => {
				const { indicator, latest, populationGroup, judgement } = series;
				return {
					key: `${indicator.vintage} ${indicator.code}`,
					cells: [
						<a key="name" className="usa-link" href={outcomeAddress(jurisdictionId, indicator)}>
							{indicator.code} {indicator.label}
						</a>,
						<span key="value">
							<strong>{indicator.unit ? formatValue(latest.value, indicator.unit) : latest.value}</strong>
							<span className="display-block text-base-dark font-body-2xs">
								{describePeriod(latest.periodStart, latest.periodEnd)}
								{populationGroup === "all" ? "" : `, ${groupWords[populationGroup].toLowerCase()}`}
							</span>
						</span>,
						standardInWords(indicator, latest.periodEnd),
						<VerdictTag key="verdict" verdict={judgement.verdict} />,
						<FindingLinks key="findings" findings={findings} />,
						<PlanLinks key="plans" components={components} plans={plans} />,
					],
				};
			})}
		/>
	);
}

function FindingLinks({ findings }: { readonly findings: readonly Fact<"finding">[] }) {
	const open = findings.filter((each) => each.state !== "dismissed");
	if (open.length === 0) return <>–</>;
	return (
		<>
			{open.map((finding) => (
				<a key={finding.id} className="usa-link display-block" href={`/findings/${finding.id}`}>
					<FindingStateTag state={finding.state} />
					<span className="usa-sr-only"> finding: {finding.label}</span>
				</a>
			))}
		</>
	);
}

function PlanLinks(props: { readonly components: readonly Fact<"focus-area">[]; readonly plans: readonly PlanLink[] }) {
	const used = props.plans.filter((plan) => props.components.some((each) => each.documentId === plan.id));
	if (used.length === 0) return <>–</>;
	return (
		<>
			{used.map((plan) => (
				<a key={plan.id} className="usa-link display-block" href={`/plans/${plan.id}`}>
					{plan.name}
				</a>
			))}
		</>
	);
}
