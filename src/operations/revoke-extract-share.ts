import { z } from "zod";
import { NotFound } from "./errors.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { getStoredExtractLoad } from "./stored-extract-load.ts";

/** Ends a link to the problems of a file at once. One that has been revoked stays as it is. Throws `NotAllowed` without `extracts.load`. */
export const revokeExtractShare = defineOperation({
	name: "revoke-extract-share",
	title: "Revoke a link to the problems of a file",
	http: { method: "post", path: "/extract-loads/{loadId}/shares/{shareId}/revoke" },
	input: z.object({ loadId: z.uuid(), shareId: z.uuid() }),
	output: z.object({ revoked: z.literal(true) }),
	async run({ actor, clock, stores }, { loadId, shareId }): Promise<{ revoked: true }> {
		const { jurisdictionId } = await getStoredExtractLoad(stores, loadId);
		requireRole(actor, "extracts.load", await stores.jurisdictions.pathOf(jurisdictionId));
		const share = (await stores.extractShares.list(loadId)).find(({ id }) => id === shareId);
		if (!share) throw new NotFound("There is no such link to this file.");
		if (share.revokedAt === null) {
			await stores.extractShares.revoke(shareId, { personId: actor.personId, name: actor.name, at: clock() });
		}
		return { revoked: true };
	},
});
