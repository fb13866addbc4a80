import { z } from "zod";
import { PlainDate } from "../calendar/plain-date.ts";

/** A person or group that takes part, with whom they stand for. */
export const Party = z.object({
	jurisdictionId: z.uuid(),
	name: z.string().max(200),
	affiliation: z.string().max(300),
	personId: z.uuid().nullable(),
});
export type Party = z.infer<typeof Party>;

/** A party's part in the team of a document. Group ids come from the edition's team rules. */
export const TeamMember = z.object({
	jurisdictionId: z.uuid(),
	documentId: z.uuid(),
	partyId: z.uuid(),
	position: z.number().int().min(1).max(999),
	group: z.string().max(80),
	participation: z.enum(["member", "consulted"]),
	on: PlainDate.nullable(),
});
export type TeamMember = z.infer<typeof TeamMember>;
