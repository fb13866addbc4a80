import { formatDate } from "../../../domain/calendar/plain-date.ts";
import { phaseLabels } from "../../../domain/pip/pip-clock.ts";
import { PipType, pipTypeLabels } from "../../../domain/pip/pip-rules.ts";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import { DataTable } from "../parts/data-table.tsx";
import { PlanStateTag } from "../parts/plan-state-tag.tsx";
import { planPath } from "../plans/plan-paths.ts";
import type { PipRowProps } from "./pip-props.ts";

/** The Program Improvement Plans that a person may read, and the way to start one. */
export function PipsPage(props: {
	readonly frame: PageFrame;
	readonly pips: readonly PipRowProps[];
	readonly mayStart: boolean;
}) {
	const { frame, pips, mayStart } = props;
	return (
		<Page frame={frame} title="Program Improvement Plans" breadcrumbs={[{ label: "Home", href: "/" }]}>
			<h1>Program Improvement Plans</h1>
			<p className="usa-intro">
				What a State does about the areas that a federal review found not in conformity, from the notice to completion.
			</p>
			{pips.length === 0 ? (
				<p>There is no Program Improvement Plan that you may read.</p>
			) : (
				<DataTable
					caption="Program Improvement Plans"
					quietCaption
					label="Program Improvement Plans"
					columns={[
						{ label: "Plan" },
						{ label: "Place" },
						{ label: "Kind" },
						{ label: "Where it stands" },
						{ label: "State" },
					]}
					rows={pips.map((pip) => ({
						key: pip.document.id,
						cells: [
							<a key="plan" className="usa-link" href={planPath(pip.document.id, "/pip")}>
								{pip.document.title}
							</a>,
							pip.place,
							pipTypeLabels[pip.pipType],
							standsWords(pip),
							<PlanStateTag key="state" state={pip.document.state} />,
						],
					}))}
				/>
			)}
			{mayStart ? (
				<>
					<h2>Start one</h2>
					<ul className="usa-list">
						{PipType.options.map((type) => (
							<li key={type}>
								<a className="usa-link" href={`/pips/new?kind=${type}`}>
									{pipTypeLabels[type]}
								</a>
							</li>
						))}
					</ul>
				</>
			) : null}
		</Page>
	);
}

/** Where a PIP stands, with the day that counts. */
export function standsWords({ phase, dueOn, approvedOn }: PipRowProps): string {
	const due = dueOn ? `, due ${formatDate(dueOn)}` : "";
	const since = phase === "in-force" && approvedOn ? ` since ${formatDate(approvedOn)}` : "";
	return `${phaseLabels[phase]}${since}${due}`;
}
