import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { z } from "zod";
import type { Actor } from "../../domain/people/may.ts";
import { allowExtractUpload, type ExtractUploadInput } from "../../operations/allow-extract-upload.ts";
import { InvalidInput, Refused } from "../../operations/errors.ts";
import { type Performer, perform } from "../../operations/operation.ts";
import { receiveExtract } from "../../operations/receive-extract.ts";
import { extractPlaces } from "./extract-places.ts";

/**
 * Takes a file of any size as it arrives, piece by piece, to disk, and has it read in the background. Whether the person may is asked
 * before the first piece is taken. Nothing stays of one that is broken off. Throws `NotAllowed`, `InvalidInput` for an empty file and
 * `Refused` when the disk is full.
 */
export async function receiveUpload(
	{ performer, extractsFolder }: { readonly performer: Performer; readonly extractsFolder: string },
	person: Actor,
	about: z.input<typeof ExtractUploadInput>,
	content: Readable,
): Promise<{ readonly loadId: string }> {
	const { loadId } = await perform(performer, allowExtractUpload, person, about);
	const { receiving, upload } = extractPlaces(extractsFolder, loadId);
	const hash = createHash("sha256");
	let bytes = 0;
	const count = new Transform({
		transform(chunk: Buffer, _encoding, done) {
			hash.update(chunk);
			bytes += chunk.length;
			done(null, chunk);
		},
	});
	await mkdir(extractsFolder, { recursive: true, mode: 0o700 });
	try {
		await pipeline(content, count, createWriteStream(receiving, { flags: "wx", mode: 0o600 }));
		if (bytes === 0) {
			throw new InvalidInput([
				{ field: "file", message: "There is nothing in this file. Choose the file that was exported." },
			]);
		}
		await rename(receiving, upload);
		return await perform(performer, receiveExtract, person, { loadId, ...about, sha256: hash.digest("hex"), bytes });
	} catch (error) {
		await Promise.all([receiving, upload].map((place) => rm(place, { force: true })));
		if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
		throw new Refused(
			"The disk of the server is full, so the file was not taken. Tell your technician, then send it again.",
			{ cause: error },
		);
	}
}
