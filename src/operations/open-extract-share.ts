import { z } from "zod";
import { NotFound } from "./errors.ts";
import { isShareOpen, ShareOpened } from "./extract-shares.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";
import { getStoredExtractLoad } from "./stored-extract-load.ts";

/**
 * Opens a link for whoever holds it: writes the opening down, then answers the load and the county. The installation does it, since the
 * holder needs no account. Throws `NotFound` for a link that was never there, has expired or was revoked: the three are not told apart.
 */
export const openExtractShare = defineOperation({
	name: "open-extract-share",
	title: "Open a link to the problems of a file",
	http: { method: "post", path: "/extract-shares/open" },
	input: z.object({ tokenHash: z.string().regex(/^[0-9a-f]{64}$/), what: ShareOpened }),
	output: z.object({
		load: factOutputs["extract-load"],
		county: z.string().nullable(),
		expiresAt: z.iso.datetime(),
		placeName: z.string(),
	}),
	async run({ actor, clock, ids, stores }, { tokenHash, what }) {
		requireRole(actor, "jurisdiction.manage", []);
		const share = await stores.extractShares.findByToken(tokenHash);
		const now = clock();
		if (!share || !isShareOpen(share, now)) {
			throw new NotFound(
				"This link has ended, or there never was one at this address. Ask whoever sent it for a new one.",
			);
		}
		const { id: shareId, jurisdictionId, county, expiresAt } = share;
		await stores.extractShares.addOpening({ id: ids.next(), shareId, jurisdictionId, openedAt: now, what });
		const place = await stores.facts.find("jurisdiction", jurisdictionId);
		return {
			load: await getStoredExtractLoad(stores, share.loadId),
			...{ county, expiresAt: expiresAt.toISOString(), placeName: place?.name ?? "" },
		};
	},
});
