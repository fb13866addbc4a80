import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import { DataTable } from "../parts/data-table.tsx";
import { planName } from "../parts/plan-name.ts";
import { standingWords } from "../plans/drafting/drafting-words.ts";
import type { MySectionProps } from "./home-props.ts";
import { DueWords } from "./my-milestones.tsx";

/** The sections of drafts that are mine to write, overdue ones first. Nothing is shown for somebody who has none. */
export function HomeSections(props: { readonly sections: readonly MySectionProps[]; readonly today: PlainDate }) {
	const { sections, today } = props;
	if (sections.length === 0) return null;
	return (
		<section aria-labelledby="sections">
			<h2 id="sections">My sections ({sections.length})</h2>
			<DataTable
				label="My sections"
				caption="Sections of drafts that are mine to write, the earliest due first"
				quietCaption
				columns={[{ label: "Section" }, { label: "Due" }, { label: "State" }, { label: "Plan" }]}
				rows={sections.map(({ assignment, plan, name, path }) => ({
					key: assignment.id,
					cells: [
						<a key="section" className="usa-link" href={path}>
							{name}
						</a>,
						<DueWords key="due" dueOn={assignment.dueOn ?? undefined} today={today} />,
						standingWords[assignment.standing],
						planName(plan),
					],
				}))}
			/>
		</section>
	);
}
