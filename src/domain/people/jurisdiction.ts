import { z } from "zod";

export const JurisdictionKind = z.enum(["state", "region", "county", "tribe"]);
export type JurisdictionKind = z.infer<typeof JurisdictionKind>;

/** A place with its own agency: a state, a region of it, a county, a Tribe. They form one tree below the state. */
export const Jurisdiction = z.object({
	kind: JurisdictionKind,
	/** Official code: FIPS for states and counties ("06001"), else a short code of the installation. */
	code: z.string().min(1).max(20),
	name: z.string().min(1).max(200),
	parentId: z.uuid().nullable(),
	/** Conditions that team rules ask for (SIP-82, SIP-84, SIP-94). */
	providesAdoptions: z.boolean(),
	youthConnectionAvailable: z.boolean(),
	tribesApplicable: z.boolean(),
});
export type Jurisdiction = z.infer<typeof Jurisdiction>;
