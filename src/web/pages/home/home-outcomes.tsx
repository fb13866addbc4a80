import type { OutcomeRowProps } from "../outcomes/outcome-props.ts";
import { OutcomeTable } from "../outcomes/outcome-table.tsx";
import { planName } from "../parts/plan-name.ts";
import type { PlanProps } from "./home-props.ts";

/** The outcomes of my place that ask for something: below the standard, or with a finding that stands. The rest is one link away. */
export function HomeOutcomes(props: {
	readonly place: { readonly id: string; readonly name: string };
	readonly outcomes: readonly OutcomeRowProps[];
	readonly plans: readonly PlanProps[];
	readonly mayLoadFigures: boolean;
}) {
	const { place, outcomes, plans, mayLoadFigures } = props;
	const pressing = outcomes.filter(
		({ series, findings }) =>
			series.judgement.verdict === "below" || findings.some((finding) => finding.state !== "dismissed"),
	);
	return (
		<section aria-labelledby="outcomes">
			<h2 id="outcomes">Where {place.name} falls short</h2>
			{outcomes.length === 0 ? (
				<p>
					No figures have been loaded yet.{" "}
					{mayLoadFigures ? (
						<a className="usa-link" href="/figures">
							Load figures
						</a>
					) : (
						"A data analyst or planner of the county loads them."
					)}
				</p>
			) : (
				<>
					{pressing.length === 0 ? (
						<p>No outcome is below its standard, and there is no finding.</p>
					) : (
						<OutcomeTable
							rows={pressing}
							jurisdictionId={place.id}
							plans={plans.map((plan) => ({ id: plan.document.id, name: planName(plan) }))}
							label={`Outcomes of ${place.name} below the standard or with a finding`}
							empty={{ text: "" }}
						/>
					)}
					<p>
						<a className="usa-link" href={`/outcomes/${place.id}`}>
							All {outcomes.length} outcomes of {place.name}
						</a>
					</p>
				</>
			)}
		</section>
	);
}
