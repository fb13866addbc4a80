import { z } from "zod";
import { canonicalText } from "../domain/workflow/action.ts";
import { Refused } from "./errors.ts";
import { makePacket } from "./meeting-packet.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { dayOf } from "./plan-checks.ts";

/** Notes with the year's meeting which packet was shown: the status report, with its checksum. */
export const keepMeetingPacket = defineOperation({
	name: "keep-meeting-packet",
	title: "Keep the packet of the yearly planning meeting",
	http: { method: "post", path: "/planning-year/packet/keep" },
	input: z.object({ jurisdictionId: z.uuid(), year: z.coerce.number().int().min(2000).max(2040) }),
	output: z.object({ id: z.uuid(), sha256: z.string() }),
	async run(context, input): Promise<{ id: string; sha256: string }> {
		const { actor, clock, ids, stores } = context;
		const role = requireRole(actor, "plan.write", await stores.jurisdictions.pathOf(input.jurisdictionId));
		const { paper, meeting, state } = await makePacket(context, { ...input, audience: "senior-management" });
		if (!meeting)
			throw new Refused(`There is no January meeting of ${input.year} on the list of meetings. Add it first.`);
		const sha256 = ids.hash(canonicalText(paper));
		const id = ids.next();
		await stores.facts.write({
			...{ kind: "planning-record", id, verb: "add", expectedVersion: 0 },
			patch: {
				...{ jurisdictionId: state.id, recordKind: "status-report", eventId: meeting.id, on: dayOf(clock()) },
				...{ subject: paper.metadata.title, text: paper.metadata.status.label, owner: "", rating: "" },
				...{ evidence: `SHA-256 ${sha256}`, goalId: null, strategyId: null },
			},
			...{ jurisdictionId: state.id, root: state.id, role, reason: "" },
		});
		return { id, sha256 };
	},
});
