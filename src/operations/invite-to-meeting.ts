import { z } from "zod";
import { InvalidInput, Refused } from "./errors.ts";
import { openPlan } from "./open-plan.ts";
import { defineOperation } from "./operation.ts";
import { MadeOutput } from "./outputs/log-outputs.ts";
import { dayOf } from "./plan-checks.ts";
import { getPart } from "./plan-part.ts";

/**
 * Asks somebody of the team to a meeting. With an address the invitation goes out by mail, with the meeting for their
 * calendar; the mail is asked for in the same transaction. Without one it is noted that they are asked.
 */
export const inviteToMeeting = defineOperation({
	name: "invite-to-meeting",
	title: "Ask somebody to a meeting",
	http: { method: "post", path: "/plans/{documentId}/meetings/{meetingId}/invitations" },
	input: z.object({
		documentId: z.uuid(),
		meetingId: z.uuid(),
		partyId: z.uuid(),
		email: z
			.union([z.literal(""), z.email("This is not an e-mail address. Write it like name@county.gov.")])
			.default(""),
	}),
	output: MadeOutput,
	async run(context, input): Promise<{ id: string }> {
		const { clock, ids, stores } = context;
		const { document, role } = await openPlan(context, input.documentId);
		const meeting = await getPart(stores, document.id, "meeting", input.meetingId);
		const { documentId, partyId } = input;
		if ((await stores.facts.list("team-member", { documentId, partyId })).length === 0) {
			throw new InvalidInput([{ field: "partyId", message: "Choose somebody of the team." }]);
		}
		if ((await stores.facts.list("invitation", { meetingId: meeting.id, partyId })).length > 0) {
			throw new Refused("They are asked to this meeting already: see the list of those asked.");
		}
		if (input.email !== "" && meeting.heldOn === null) {
			throw new Refused("Give the day of the meeting first: the mail tells it.");
		}
		const id = ids.next();
		await stores.facts.write({
			kind: "invitation",
			id,
			verb: "add",
			expectedVersion: 0,
			patch: {
				...{ jurisdictionId: document.jurisdictionId, documentId, meetingId: meeting.id, partyId },
				...{ email: input.email, sentOn: input.email === "" ? null : dayOf(clock()), attendance: "invited" },
			},
			jurisdictionId: document.jurisdictionId,
			root: document.id,
			role,
			reason: "",
		});
		if (input.email !== "") await stores.jobs.enqueue("mail-invitation", { invitationId: id });
		return { id };
	},
});
