import { z } from "zod";
import { ShareOpened } from "./extract-shares.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { getStoredExtractLoad } from "./stored-extract-load.ts";

/** Openings that are listed of each link. */
const most = 50;

const ExtractShareOutput = z
	.object({
		shareId: z.uuid(),
		county: z.string().nullable().describe("Null for the whole list."),
		madeByName: z.string(),
		madeAt: z.iso.datetime(),
		expiresAt: z.iso.datetime(),
		revokedAt: z.iso.datetime().nullable(),
		revokedByName: z.string().nullable(),
		timesOpened: z.number().int(),
		openings: z
			.array(z.object({ openedAt: z.iso.datetime(), what: ShareOpened }))
			.describe(`The last ${most}, newest first.`),
	})
	.meta({ id: "ExtractShare" });
export type ExtractShareListing = z.infer<typeof ExtractShareOutput>;

/** The links to the problems of a file, newest first, with how often and when each was opened. */
export const listExtractShares = defineOperation({
	name: "list-extract-shares",
	title: "List the links to the problems of a file",
	http: { method: "get", path: "/extract-loads/{loadId}/shares" },
	input: z.object({ loadId: z.uuid() }),
	output: z.array(ExtractShareOutput),
	async run({ actor, stores }, { loadId }): Promise<ExtractShareListing[]> {
		const { jurisdictionId } = await getStoredExtractLoad(stores, loadId);
		requireRole(actor, "extracts.load", await stores.jurisdictions.pathOf(jurisdictionId));
		const shares = await stores.extractShares.list(loadId);
		const openings = await stores.extractShares.listOpenings(shares.map(({ id }) => id));
		return shares.map(({ id, county, madeByName, madeAt, expiresAt, revokedAt, revokedByName }) => {
			const own = openings.filter(({ shareId }) => shareId === id);
			return {
				...{ shareId: id, county, madeByName, revokedByName },
				...{ madeAt: madeAt.toISOString(), expiresAt: expiresAt.toISOString() },
				revokedAt: revokedAt?.toISOString() ?? null,
				timesOpened: own.length,
				openings: own.slice(0, most).map(({ openedAt, what }) => ({ openedAt: openedAt.toISOString(), what })),
			};
		});
	},
});
