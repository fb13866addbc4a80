import { z } from "zod";
import { Refused } from "./errors.ts";
import { ShareCounty } from "./extract-shares.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { getStoredExtractLoad } from "./stored-extract-load.ts";

const dayLength = 24 * 60 * 60_000;

/** What a link shows and how long. */
export const ShareInput = z.object({
	loadId: z.uuid(),
	county: ShareCounty.optional(),
	days: z.coerce
		.number()
		.int()
		.min(1, "A link lasts at least a day.")
		.max(90, "A link lasts at most 90 days.")
		.default(30)
		.describe("How many days the link opens."),
});

/**
 * Makes a link that shows the problems of a file, or of one county in it, without an account until it expires. Only the hash of what
 * stands in the link is kept. Throws `NotAllowed` without `extracts.load`, `Refused` while the file is being read.
 */
export const shareExtractProblems = defineOperation({
	name: "share-extract-problems",
	title: "Share the problems of a file by a link",
	http: { method: "post", path: "/extract-loads/{loadId}/shares" },
	input: ShareInput.extend({ tokenHash: z.string().regex(/^[0-9a-f]{64}$/) }),
	output: z.object({ shareId: z.uuid(), expiresAt: z.iso.datetime() }),
	async run({ actor, clock, ids, stores }, { loadId, county, days, tokenHash }) {
		const load = await getStoredExtractLoad(stores, loadId);
		const { jurisdictionId } = load;
		requireRole(actor, "extracts.load", await stores.jurisdictions.pathOf(jurisdictionId));
		if (load.state === "reading")
			throw new Refused("The file is being read. Share its problems when it has been read.");
		const madeAt = clock();
		const expiresAt = new Date(madeAt.getTime() + days * dayLength);
		const shareId = ids.next();
		await stores.extractShares.add({
			...{ id: shareId, loadId, jurisdictionId, county: county ?? null, tokenHash },
			...{ madeBy: actor.personId, madeByName: actor.name, madeAt, expiresAt },
		});
		return { shareId, expiresAt: expiresAt.toISOString() };
	},
});
