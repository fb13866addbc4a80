import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { DataTable } from "../parts/data-table.tsx";
import { planName } from "../parts/plan-name.ts";
import { PlanStateTag } from "../parts/plan-state-tag.tsx";
import type { PlanProps } from "./home-props.ts";

/** The counties and Tribes of somebody who works with several, each with its outcomes and plans. */
export function HomePlaces(props: {
	readonly places: readonly Fact<"jurisdiction">[];
	readonly plans: readonly PlanProps[];
}) {
	const { places, plans } = props;
	if (places.length === 0) {
		return (
			<p>
				You have no role yet that shows you figures or plans. Ask the administrator of your agency for one. What each
				role may do stands in the{" "}
				<a className="usa-link" href="/help#roles">
					help
				</a>
				.
			</p>
		);
	}
	return (
		<section aria-labelledby="places">
			<h2 id="places">Counties and Tribes</h2>
			<p>
				<a className="usa-link" href="/counties">
					Where each is in its cycle, and what is late
				</a>
			</p>
			<p>
				<a className="usa-link" href="/shared-goals">
					Goals of the State, and who has adopted them
				</a>
			</p>
			<DataTable
				label="Counties and Tribes"
				caption="Counties and Tribes with their outcomes and plans"
				quietCaption
				columns={[{ label: "Place" }, { label: "Outcomes" }, { label: "Plans" }]}
				rows={[...places]
					.sort((a, b) => a.name.localeCompare(b.name, "en"))
					.map((place) => ({
						key: place.id,
						cells: [
							place.name,
							<a key="outcomes" className="usa-link" href={`/outcomes/${place.id}`}>
								Outcomes<span className="usa-sr-only"> of {place.name}</span>
							</a>,
							<PlanLinks key="plans" plans={plans.filter((each) => each.jurisdiction.id === place.id)} />,
						],
					}))}
			/>
		</section>
	);
}

function PlanLinks({ plans }: { readonly plans: readonly PlanProps[] }) {
	if (plans.length === 0) return <>–</>;
	return (
		<ul className="usa-list usa-list--unstyled">
			{plans.map((plan) => (
				<li key={plan.document.id} className="margin-bottom-05">
					<a className="usa-link" href={`/plans/${plan.document.id}`}>
						{planName(plan)}
					</a>{" "}
					<PlanStateTag state={plan.document.state} />
				</li>
			))}
		</ul>
	);
}
