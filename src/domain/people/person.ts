import { z } from "zod";
import { Role } from "./roles.ts";

/** Somebody who acts in Throughline. What they may do is in their role grants. */
export const Person = z.object({
	jurisdictionId: z.uuid(),
	name: z.string().trim().min(1).max(200),
	/** Position title as printed in a plan, for example "Child Welfare Division Manager". */
	title: z.string().trim().max(200),
	email: z.email().max(254),
	active: z.boolean(),
	/** Who is told when this person leaves a milestone without a report. Null: nobody was named. */
	supervisorId: z.uuid().nullable().default(null),
});
export type Person = z.infer<typeof Person>;

/** A role held in a jurisdiction and all jurisdictions below it. */
export const RoleGrant = z.object({
	jurisdictionId: z.uuid(),
	personId: z.uuid(),
	role: Role,
});
export type RoleGrant = z.infer<typeof RoleGrant>;
