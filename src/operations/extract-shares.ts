import { z } from "zod";

// Links that show a list of problems to somebody without an account.

/** The county that a list of problems is cut to: a FIPS code, or "unknown" for problems of no known county. */
export const ShareCounty = z
	.string()
	.regex(/^(?:\d{5}|unknown)$/, "A county is a FIPS code of five digits, or unknown.")
	.describe("FIPS code of the county, five digits; unknown for problems of no known county.");

/** A link to the list of problems of a load, or of one county in it. */
export type ExtractShare = {
	readonly id: string;
	readonly loadId: string;
	readonly jurisdictionId: string;
	/** Null for the whole list. */
	readonly county: string | null;
	/** SHA-256 of what stands in the link. */
	readonly tokenHash: string;
	readonly madeBy: string;
	readonly madeByName: string;
	readonly madeAt: Date;
	readonly expiresAt: Date;
	readonly revokedAt: Date | null;
	readonly revokedByName: string | null;
};

/** What a link opens: the page, or the list as a file of either kind. */
export const ShareOpened = z.enum(["page", "csv", "xlsx"]);
export type ShareOpened = z.infer<typeof ShareOpened>;

/** One opening of a link: as a page, or the list as a file. */
export type ExtractShareOpening = {
	readonly id: string;
	readonly shareId: string;
	readonly jurisdictionId: string;
	readonly openedAt: Date;
	readonly what: ShareOpened;
};

/** Links and their openings. Rows that the person may not see are not found. */
export type ExtractShareStore = {
	add(share: Omit<ExtractShare, "revokedAt" | "revokedByName">): Promise<void>;
	/** Newest first. */
	list(loadId: string): Promise<readonly ExtractShare[]>;
	findByToken(tokenHash: string): Promise<ExtractShare | undefined>;
	revoke(id: string, by: { readonly personId: string; readonly name: string; readonly at: Date }): Promise<void>;
	addOpening(opening: ExtractShareOpening): Promise<void>;
	/** Newest first. */
	listOpenings(shareIds: readonly string[]): Promise<readonly ExtractShareOpening[]>;
};

/** True while the link opens. */
export function isShareOpen(share: Pick<ExtractShare, "expiresAt" | "revokedAt">, now: Date): boolean {
	return share.revokedAt === null && now < share.expiresAt;
}
