import { comingYear } from "../../../../domain/document/yearly-paper.ts";
import type { ServiceNode } from "../../../../domain/plan/plan-graph.ts";
import { ServiceCategory, serviceCategoryLabels, serviceChangeLabels } from "../../../../domain/plan/service-facts.ts";
import { StatusTag } from "../../parts/status-tag.tsx";
import type { PlanContext } from "../plan-context.ts";
import { PlanLayout } from "../plan-layout.tsx";
import { partAnchor, servicePath } from "../plan-paths.ts";

/** The services of the State by program: what each is, where and for whom, and what changes in the coming year. */
export function ServicesPage({ plan }: { readonly plan: PlanContext }) {
	const { services, document, jurisdiction, cycle } = plan.graph;
	const year = comingYear(document, cycle);
	const said = services.filter((each) => changeOf(each, year));
	return (
		<PlanLayout plan={plan} title="Services">
			<p className="usa-intro">
				The list of {jurisdiction.name}. Each service is kept once and printed in every plan and report from here.
			</p>
			<p>
				{services.length === 0
					? "There is no service yet."
					: `${said.length} of ${services.length} say what changes in federal fiscal year ${year}.`}
			</p>
			{plan.mayWrite ? (
				<p>
					<a className="usa-button" href={servicePath(document.id, "new")}>
						Add a service
					</a>
				</p>
			) : null}
			{ServiceCategory.options.map((category) => {
				const nodes = services.filter(({ service }) => service.category === category);
				if (nodes.length === 0) return null;
				return (
					<section key={category} aria-labelledby={`services-${category}`}>
						<h2 id={`services-${category}`}>{serviceCategoryLabels[category]}</h2>
						<ul className="usa-list">
							{nodes.map((node) => (
								<li key={node.service.id} id={partAnchor("service", node.service.id)}>
									<a className="usa-link" href={servicePath(document.id, node.service.id)}>
										{node.service.name}
									</a>
									{node.service.provider ? `, ${node.service.provider}` : ""}
									{node.service.area ? `; ${node.service.area}` : ""} <YearTag node={node} year={year} />
								</li>
							))}
						</ul>
					</section>
				);
			})}
		</PlanLayout>
	);
}

function changeOf({ years }: ServiceNode, year: number) {
	return years.find(({ federalFiscalYear }) => federalFiscalYear === year)?.change ?? undefined;
}

function YearTag({ node, year }: { readonly node: ServiceNode; readonly year: number }) {
	const change = changeOf(node, year);
	return (
		<StatusTag tone={change ? "quiet" : "waiting"}>
			{change ? serviceChangeLabels[change] : `FFY ${year}: not said yet`}
		</StatusTag>
	);
}
