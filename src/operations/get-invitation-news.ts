import { z } from "zod";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { NotFound } from "./errors.ts";
import { defineOperation } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";

export type InvitationNews = {
	readonly invitation: Fact<"invitation">;
	readonly meeting: Fact<"meeting">;
	readonly document: Fact<"document">;
	readonly place: string;
	readonly name: string;
};

/** What an invitation says. Done by the installation, after the invitation is kept. */
export const getInvitationNews = defineOperation({
	name: "get-invitation-news",
	title: "Work out what an invitation says",
	http: { method: "get", path: "/internal/invitation-news" },
	input: z.object({ invitationId: z.uuid() }),
	output: z.object({
		invitation: factOutputs.invitation,
		meeting: factOutputs.meeting,
		document: factOutputs.document,
		place: z.string(),
		name: z.string(),
	}),
	async run({ stores }, input): Promise<InvitationNews> {
		const invitation = await stores.facts.find("invitation", input.invitationId);
		const meeting = invitation && (await stores.facts.find("meeting", invitation.meetingId));
		const document = meeting && (await stores.facts.find("document", meeting.documentId));
		if (!invitation || !meeting || !document) throw new NotFound("The meeting of this invitation is not there.");
		const party = await stores.facts.find("party", invitation.partyId);
		const place = await stores.facts.find("jurisdiction", document.jurisdictionId);
		return { invitation, meeting, document, place: place?.name ?? "", name: party?.name ?? "" };
	},
});
