import { z } from "zod";
import { NeutralDocument } from "../documents/neutral/neutral-document.ts";
import { packetAudiences } from "../documents/planning/meeting-packet.ts";
import { makePacket } from "./meeting-packet.ts";
import { defineOperation } from "./operation.ts";

/** The packet of the yearly planning meeting as a neutral document, for one audience, made from what stands now. */
export const getMeetingPacket = defineOperation({
	name: "get-meeting-packet",
	title: "Get the packet of the yearly planning meeting",
	http: { method: "get", path: "/planning-year/packet" },
	input: z.object({
		jurisdictionId: z.uuid(),
		year: z.coerce.number().int().min(2000).max(2040).optional(),
		audience: z.enum(packetAudiences).default("senior-management"),
	}),
	output: z.object({ paper: NeutralDocument, fileName: z.string() }),
	async run(context, input): Promise<{ paper: NeutralDocument; fileName: string }> {
		const { paper } = await makePacket(context, input);
		return { paper, fileName: `planning-packet-${input.audience}` };
	},
});
