import { installationActor } from "../../domain/people/installation.ts";
import { NotFound } from "../../operations/errors.ts";
import { type Performer, perform } from "../../operations/operation.ts";
import { confirmReceipt, type OpenedPaper, openPaperLink } from "../../operations/receipt-links.ts";
import { bytesOfId, createSigner, idOfBytes } from "../milestones/signed-token.ts";

/** Mailed links by which somebody reads a paper that was given to them and says that they have it, without an account. */
export type PaperLinks = {
	tokenFor(distributionId: string): string;
	/** Throws `NotFound` for a link that was never made here, has ended or was taken back. */
	open(token: string): Promise<OpenedPaper>;
	confirm(token: string): Promise<OpenedPaper>;
};

/** How long a link opens. */
export const paperLinkDays = 120;

export function createPaperLinks(performer: Performer, secret: string): PaperLinks {
	const signer = createSigner(secret, "paper link");
	const idOf = (token: string): string => {
		const content = signer.open(token);
		const bytes = content && Buffer.from(content);
		if (bytes?.length !== 20 || bytes.readUInt32BE(16) * 1000 < performer.clock().getTime()) {
			throw new NotFound(
				"This link has ended, or there never was one at this address. Ask whoever gave you the paper.",
			);
		}
		return idOfBytes(bytes.subarray(0, 16));
	};
	return {
		tokenFor(distributionId) {
			const bytes = Buffer.alloc(20);
			bytesOfId(distributionId).copy(bytes, 0);
			bytes.writeUInt32BE(Math.floor(performer.clock().getTime() / 1000) + paperLinkDays * 86_400, 16);
			return signer.sign(bytes);
		},
		open: async (token) => perform(performer, openPaperLink, installationActor, { distributionId: idOf(token) }),
		confirm: async (token) => perform(performer, confirmReceipt, installationActor, { distributionId: idOf(token) }),
	};
}
