import { z } from "zod";
import { PlainDate } from "../domain/calendar/plain-date.ts";
import { MilestoneStatus } from "../domain/plan/plan-facts.ts";
import { InvalidInput, Refused } from "./errors.ts";
import { mergeSave } from "./merge-save.ts";
import { getDocument } from "./open-plan.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { dayOf } from "./plan-checks.ts";
import { getPart } from "./plan-part.ts";

/**
 * Reports how a milestone of an accepted plan stands. Only its status and the day of completion change; what was agreed
 * stays as it was accepted, and every submission keeps its own copy.
 */
export const reportMilestone = defineOperation({
	name: "report-milestone",
	title: "Report how a milestone stands",
	http: { method: "post", path: "/plans/{documentId}/milestones/{milestoneId}/report" },
	input: z.object({
		documentId: z.uuid(),
		milestoneId: z.uuid(),
		version: z.coerce.number().int().min(1),
		status: MilestoneStatus,
		completedOn: PlainDate.nullable().default(null),
		/** What happened, or why it is late: kept in the history. */
		reason: z.string().trim().max(2000).default(""),
	}),
	output: z.object({ version: z.number() }),
	async run(context, input) {
		const { actor, clock, stores } = context;
		const document = await getDocument(context, input.documentId);
		const role = requireRole(actor, "plan.write", await stores.jurisdictions.pathOf(document.jurisdictionId));
		if (document.state !== "accepted") {
			throw new Refused(
				"Progress is reported on a plan that the State has accepted. While it is drafted, change the milestone itself.",
			);
		}
		const milestone = await getPart(stores, document.id, "milestone", input.milestoneId);
		const completedOn = input.status === "completed" ? (input.completedOn ?? dayOf(clock())) : null;
		if (completedOn && completedOn > dayOf(clock())) {
			throw new InvalidInput([
				{
					field: "completedOn",
					message: "A milestone cannot be completed on a day to come. Give the day on which it was done.",
				},
			]);
		}
		if ((input.status === "delayed" || input.status === "dropped") && input.reason === "") {
			throw new InvalidInput([{ field: "reason", message: "Say why: the State and your partners will ask." }]);
		}
		const version = await mergeSave(stores, milestone, {
			kind: "milestone",
			id: milestone.id,
			verb: "change",
			expectedVersion: input.version,
			patch: { status: input.status, completedOn },
			jurisdictionId: document.jurisdictionId,
			root: document.id,
			role,
			reason: input.reason,
		});
		return { version };
	},
});
