import { addMonths, type PlainDate } from "../calendar/plain-date.ts";
import type { Fact } from "../workflow/fact-kinds.ts";
import type { PlanningFacts } from "./planning-kinds.ts";

/** How the agency's answer to a report of a citizen review panel stands: it is due six months after the report was received. */
export type ReportStanding = {
	readonly report: Fact<"panel-report">;
	readonly dueOn: PlainDate;
	readonly recommendations: readonly Fact<"panel-recommendation">[];
	/** How many recommendations have no answer. */
	readonly open: number;
};

export function reportStandings(facts: PlanningFacts): readonly ReportStanding[] {
	return facts["panel-report"].map((report) => {
		const recommendations = facts["panel-recommendation"]
			.filter(({ reportId }) => reportId === report.id)
			.toSorted((a, b) => a.position - b.position);
		const open = recommendations.filter(
			({ decision, answeredOn }) => decision === "open" || answeredOn === null,
		).length;
		return { report, dueOn: addMonths(report.receivedOn, 6), recommendations, open };
	});
}
