import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";
import type { z } from "zod";
import type { Actor } from "../../domain/people/may.ts";
import type { ExtractProblem } from "../../indicators/extracts/extract-problems.ts";
import type { ProblemSummary } from "../../indicators/extracts/problem-summary.ts";
import type { ExtractUploadInput } from "../../operations/allow-extract-upload.ts";
import type { Performer } from "../../operations/operation.ts";
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
};

export function createExtracts(services: { readonly performer: Performer; readonly extractsFolder: string }): Extracts {
	const { extractsFolder } = services;
	return {
		receive: (person, about, content) => receiveUpload(services, person, about, content),
		progressOf: async (loadId) => {
			const { unfinished } = extractPlaces(extractsFolder, loadId);
			return Number(await readFile(path.join(unfinished, progressFile), "utf8").catch(() => "0"));
		},
		summaryOf: (loadId) => summarizeExtractProblems(extractsFolder, loadId),
		problemsOf: (loadId, county) => listExtractProblems(extractsFolder, loadId, county),
	};
}
