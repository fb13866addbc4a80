import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";
import type { z } from "zod";
import { installationActor } from "../../domain/people/installation.ts";
import type { Actor } from "../../domain/people/may.ts";
import type { Fact } from "../../domain/workflow/fact-kinds.ts";
import type { ExtractProblem } from "../../indicators/extracts/extract-problems.ts";
import type { ProblemSummary } from "../../indicators/extracts/problem-summary.ts";
import type { ExtractUploadInput } from "../../operations/allow-extract-upload.ts";
import type { ShareOpened } from "../../operations/extract-shares.ts";
import { listJurisdictions } from "../../operations/list-jurisdictions.ts";
import { openExtractShare } from "../../operations/open-extract-share.ts";
import { type Performer, perform } from "../../operations/operation.ts";
import { type ShareInput, shareExtractProblems } from "../../operations/share-extract-problems.ts";
import { extractPlaces, progressFile } from "./extract-places.ts";
import { listExtractProblems, summarizeExtractProblems } from "./problem-list.ts";
import { receiveUpload } from "./receive-upload.ts";

/** Files of AFCARS and NCANDS as routes handle them. Who may see a load is asked by its operation first, never here. */
export type Extracts = {
	receive(
		person: Actor,
		about: z.input<typeof ExtractUploadInput>,
		content: Readable,
	): Promise<{ readonly loadId: string }>;
	/** How many bytes have been read of a file that is being read. */
	progressOf(loadId: string): Promise<number>;
	summaryOf(loadId: string): Promise<ProblemSummary>;
	problemsOf(loadId: string, county?: string): AsyncGenerator<ExtractProblem>;
	/** Makes a link; `token` stands in it and is kept nowhere. */
	share(
		person: Actor,
		input: z.input<typeof ShareInput>,
	): Promise<{ readonly shareId: string; readonly expiresAt: string; readonly token: string }>;
	/** Opens a link for whoever holds it, and writes the opening down. Throws `NotFound` for one that has ended. */
	openShare(token: string, what: ShareOpened): Promise<OpenedShare>;
};

export type OpenedShare = {
	readonly load: Fact<"extract-load">;
	readonly county: string | null;
	readonly expiresAt: string;
	readonly placeName: string;
	/** All places, for the names of counties. */
	readonly places: readonly Fact<"jurisdiction">[];
};

export function createExtracts(services: { readonly performer: Performer; readonly extractsFolder: string }): Extracts {
	const { extractsFolder, performer } = services;
	return {
		receive: (person, about, content) => receiveUpload(services, person, about, content),
		progressOf: async (loadId) => {
			const { unfinished } = extractPlaces(extractsFolder, loadId);
			return Number(await readFile(path.join(unfinished, progressFile), "utf8").catch(() => "0"));
		},
		summaryOf: (loadId) => summarizeExtractProblems(extractsFolder, loadId),
		problemsOf: (loadId, county) => listExtractProblems(extractsFolder, loadId, county),
		share: async (person, input) => {
			const token = randomBytes(32).toString("base64url");
			const tokenHash = performer.ids.hash(token);
			return { ...(await perform(performer, shareExtractProblems, person, { ...input, tokenHash })), token };
		},
		openShare: async (token, what) => {
			const tokenHash = performer.ids.hash(token);
			const opened = await perform(performer, openExtractShare, installationActor, { tokenHash, what });
			return { ...opened, places: await perform(performer, listJurisdictions, installationActor, {}) };
		},
	};
}
