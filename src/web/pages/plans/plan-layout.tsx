import type { ReactNode } from "react";
import { ErrorSummary } from "../../forms/error-summary.tsx";
import { Page } from "../../shell/page.tsx";
import { PlanStateTag } from "../parts/plan-state-tag.tsx";
import { HereNowPlace } from "./drafting/here-now.tsx";
import type { PlanContext } from "./plan-context.ts";
import { PlanNav } from "./plan-nav.tsx";
import { planPath } from "./plan-paths.ts";

/** The plan's title with its years, so that one plan is told from the next of the same place. */
function nameWithYears({ graph: { document, cycle } }: PlanContext): string {
	const [from, to] = [cycle.startsOn.slice(0, 4), cycle.endsOn.slice(0, 4)];
	return document.title.includes(from) && document.title.includes(to)
		? document.title
		: `${document.title}, ${from} to ${to}`;
}

/** The frame of a plan's pages: breadcrumbs, the plan's pages at the side, its name and state above the content. */
export function PlanLayout(props: {
	readonly plan: PlanContext;
	/** The page's own name: "Cover sheet". It is the heading and, with the plan's name, the title of the window. */
	readonly title: string;
	readonly children: ReactNode;
	/** Names the control of a field in the error summary, where it is not the field's name. */
	readonly idOf?: ((field: string) => string | undefined) | undefined;
	readonly steps?: readonly { readonly label: string; readonly href: string }[];
}) {
	const { plan, title } = props;
	const { document } = plan.graph;
	const isOverview = title === document.title;
	const named = nameWithYears(plan);
	return (
		<Page
			frame={plan.frame}
			title={isOverview ? named : `${title}, ${named}`}
			shortTitle={title}
			breadcrumbs={[
				{ label: "Home", href: "/" },
				{ label: "Plans", href: "/plans" },
				...(isOverview ? [] : [{ label: document.title, href: planPath(document.id) }, ...(props.steps ?? [])]),
			]}
		>
			<div className="grid-row grid-gap-4">
				<div className="tablet:grid-col-4 desktop:grid-col-3">
					<PlanNav plan={plan} />
				</div>
				<div className="tablet:grid-col-8 desktop:grid-col-9 plan-content">
					<ErrorSummary problems={plan.typed?.problems} idOf={props.idOf} />
					{isOverview ? null : (
						<p className="margin-y-0 text-base-darker">
							{named} <PlanStateTag state={document.state} />
						</p>
					)}
					<h1 className="margin-top-05">{title}</h1>
					<HereNowPlace plan={plan} title={isOverview ? "Overview" : title} />
					{props.children}
				</div>
			</div>
		</Page>
	);
}
