import { formatDate } from "../../../domain/calendar/plain-date.ts";
import type { Edition } from "../../../domain/document/edition.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import { DataTable } from "../parts/data-table.tsx";
import { PlanStateTag } from "../parts/plan-state-tag.tsx";
import { planPath } from "./plan-paths.ts";

export type PlanListing = {
	readonly document: Fact<"document">;
	readonly cycle: Fact<"cycle">;
	readonly jurisdiction: Fact<"jurisdiction">;
	readonly edition: Edition | undefined;
};

/** The plans that this person may see, by place. */
export function PlansPage(props: {
	readonly frame: PageFrame;
	readonly plans: readonly PlanListing[];
	/** The person may start a plan somewhere. */
	readonly mayStart: boolean;
}) {
	const { plans } = props;
	const places = [...new Map(plans.map(({ jurisdiction }) => [jurisdiction.id, jurisdiction])).values()];
	return (
		<Page frame={props.frame} title="Plans" breadcrumbs={[{ label: "Home", href: "/" }]}>
			<h1>Plans</h1>
			{props.mayStart ? (
				<p>
					<a className="usa-button" href="/plans/new">
						Start a plan
					</a>{" "}
					<a className="usa-button usa-button--outline" href="/plans/from-word">
						Start a plan from an old one in Word
					</a>
				</p>
			) : null}
			<p>
				<a className="usa-link" href="/shared-goals">
					Goals of the State, and who has adopted them
				</a>
			</p>
			<p>
				<a className="usa-link" href="/resources">
					Resources that help with planning
				</a>
			</p>
			<p>
				<a className="usa-link" href="/pips">
					Program Improvement Plans
				</a>
			</p>
			<p>
				<a className="usa-link" href="/alignment">
					Alignment of the State’s documents
				</a>
			</p>
			{plans.length === 0 ? (
				<p className="usa-intro">
					{props.mayStart
						? "There is no plan yet. Start one: you choose the place, the edition of the requirements and the first day."
						: "There is no plan for you to read yet. Plans appear here once an agency shares or submits one."}
				</p>
			) : null}
			{places.map((place) => (
				<PlacePlans
					key={place.id}
					name={place.name}
					plans={plans.filter((each) => each.jurisdiction.id === place.id)}
				/>
			))}
		</Page>
	);
}

function PlacePlans({ name, plans }: { readonly name: string; readonly plans: readonly PlanListing[] }) {
	return (
		<>
			<h2>{name}</h2>
			<DataTable
				caption={`Plans of ${name}`}
				quietCaption
				label={`Plans of ${name}`}
				columns={[{ label: "Plan" }, { label: "State" }, { label: "Period" }, { label: "Edition" }]}
				rows={plans.map(({ document, cycle, edition }) => ({
					key: document.id,
					cells: [
						<a key="link" className="usa-link" href={planPath(document.id)}>
							{document.title}
						</a>,
						<PlanStateTag key="state" state={document.state} />,
						`${formatDate(cycle.startsOn)} to ${formatDate(cycle.endsOn)}`,
						edition?.title ?? document.editionId,
					],
				}))}
			/>
		</>
	);
}
