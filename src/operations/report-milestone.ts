import { z } from "zod";
import { Refused } from "./errors.ts";
import { dueDayOf, milestoneReport, writeMilestoneReport } from "./milestone-report.ts";
import { getDocument } from "./open-plan.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { getPart } from "./plan-part.ts";

/**
 * Reports how a milestone of an accepted plan stands. Only its status, the day of completion, the proof and the explanation
 * change; what was agreed stays as it was accepted, and every submission keeps its own copy.
 */
export const reportMilestone = defineOperation({
	name: "report-milestone",
	title: "Report how a milestone stands",
	http: { method: "post", path: "/plans/{documentId}/milestones/{milestoneId}/report" },
	input: z.object({
		documentId: z.uuid(),
		milestoneId: z.uuid(),
		version: z.coerce.number().int().min(1),
		...milestoneReport,
	}),
	output: z.object({ version: z.number() }),
	async run(context, { documentId, milestoneId, version, ...report }) {
		const { actor, stores } = context;
		const document = await getDocument(context, documentId);
		const role = requireRole(actor, "plan.write", await stores.jurisdictions.pathOf(document.jurisdictionId));
		if (document.state !== "accepted") {
			throw new Refused(
				"Progress is reported on a plan that the State has accepted. While it is drafted, change it in the plan itself.",
			);
		}
		const milestone = await getPart(stores, document.id, "milestone", milestoneId);
		const dueOn = dueDayOf(milestone, await stores.facts.find("cycle", document.cycleId));
		const about = { milestone, dueOn, rootId: document.id, role, version };
		return { version: await writeMilestoneReport(context, about, report) };
	},
});
