import { z } from "zod";
import { PlainDate } from "../domain/calendar/plain-date.ts";
import { NotFound } from "./errors.ts";
import { milestoneReport, writeMilestoneReport } from "./milestone-report.ts";
import { defineOperation } from "./operation.ts";

/**
 * Reports on a milestone as its owner, through a mailed link that `open-milestone-link` has opened just before. It takes no role:
 * the database lets an owner say how their own milestone of an accepted plan stands, and nothing else.
 */
export const reportByLink = defineOperation({
	name: "report-by-link",
	title: "Report on a milestone by a mailed link",
	http: { method: "post", path: "/internal/milestone-links/report" },
	input: z.object({
		milestoneId: z.uuid(),
		version: z.int().min(1),
		/** As the opening of the link answered them. */
		rootId: z.uuid(),
		dueOn: PlainDate.nullable(),
		...milestoneReport,
	}),
	output: z.object({ version: z.number() }),
	async run(context, { milestoneId, version, rootId, dueOn, ...report }) {
		const milestone = await context.stores.facts.find("milestone", milestoneId);
		if (milestone?.assignedPersonId !== context.actor.personId) {
			throw new NotFound("This is no longer yours to report on.");
		}
		const about = { milestone, dueOn: dueOn ?? undefined, rootId, role: null, how: "By signed link.", version };
		return { version: await writeMilestoneReport(context, about, report) };
	},
});
