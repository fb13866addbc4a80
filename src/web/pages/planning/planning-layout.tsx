import type { ReactNode } from "react";
import { ErrorSummary } from "../../forms/error-summary.tsx";
import type { FormProblem } from "../../forms/form-problem.ts";
import { Page } from "../../shell/page.tsx";
import { planningLists } from "./planning-lists.ts";
import { type PlanningProps, planningPages } from "./planning-props.ts";

/** The frame of the pages of a planning year: its pages at the side, the State's name above. */
export function PlanningLayout(props: {
	readonly planning: PlanningProps;
	readonly title: string;
	readonly children: ReactNode;
	readonly problems?: readonly FormProblem[];
}) {
	const { planning, title } = props;
	const { state } = planning.year;
	const isBoard = title === "Planning year";
	return (
		<Page
			frame={planning.frame}
			title={`${title}, ${state.name}`}
			shortTitle={title}
			breadcrumbs={[
				{ label: "Home", href: "/" },
				...(isBoard ? [] : [{ label: "Planning year", href: planningPages.board }]),
			]}
		>
			<div className="grid-row grid-gap-4">
				<div className="tablet:grid-col-4 desktop:grid-col-3">
					<PlanningNav path={planning.frame.path} />
				</div>
				<div className="tablet:grid-col-8 desktop:grid-col-9 plan-content">
					<ErrorSummary problems={props.problems} />
					<p className="margin-y-0 text-base-darker">{state.name}</p>
					<h1 className="margin-top-05">{title}</h1>
					{props.children}
				</div>
			</div>
		</Page>
	);
}

const links = [
	{ label: "What is done and open", href: planningPages.board },
	{ label: "Regions", href: planningPages.regions },
	{ label: "January meeting", href: planningPages.january },
	{ label: "Citizen review panels", href: planningPages.panels },
	{ label: "Demographic profile", href: planningPages.profile },
	{ label: "Workload and cases", href: planningPages.cases },
	...planningLists
		.filter(({ slug }) => !["review-panels", "certifications"].includes(slug))
		.map(({ title, slug }) => ({ label: title, href: `/planning-year/${slug}` })),
];

/** Folded away on a phone, at the side elsewhere. */
function PlanningNav({ path }: { readonly path: string }) {
	return (
		<>
			<details className="plan-nav-folded tablet:display-none margin-bottom-3">
				<summary className="text-bold padding-y-1">Pages of the planning year</summary>
				<NavList path={path} />
			</details>
			<div className="display-none tablet:display-block">
				<NavList path={path} />
			</div>
		</>
	);
}

function NavList({ path }: { readonly path: string }) {
	return (
		<nav aria-label="Pages of the planning year">
			<ul className="usa-sidenav">
				{links.map(({ label, href }) => (
					<li key={href} className="usa-sidenav__item">
						<a
							href={href}
							className={path === href ? "usa-current" : undefined}
							aria-current={path === href ? "page" : undefined}
						>
							{label}
						</a>
					</li>
				))}
			</ul>
		</nav>
	);
}
