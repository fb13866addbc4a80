import type { z } from "zod";
import { detectFileType } from "../../documents/attachments/detect-file-type.ts";
import { installationActor } from "../../domain/people/installation.ts";
import type { Actor } from "../../domain/people/may.ts";
import { type AddedAttachment, addAttachment, allowAttachment } from "../../operations/add-attachment.ts";
import { InvalidInput } from "../../operations/errors.ts";
import { type Performer, perform } from "../../operations/operation.ts";
import { getWaitingFile, listWaitingScans, settleScan } from "../../operations/settle-scan.ts";
import type { Scanner } from "./clamd.ts";

type About = z.input<typeof allowAttachment.input>;

/** Files that go with plans, as routes and background work handle them. */
export type Attachments = {
	/** Takes a file: asks who may, what it is, and the scanner where there is one; then keeps it whole. Throws `InvalidInput`. */
	add(
		person: Actor,
		about: About,
		file: { readonly fileName: string; readonly bytes: Uint8Array },
	): Promise<AddedAttachment>;
	/** Has the files scanned that wait for it. Answers how many got a verdict. */
	scanWaiting(): Promise<number>;
};

export function createAttachments(services: {
	readonly performer: Performer;
	/** Undefined where no scanner is set up: files are taken and marked as not scanned. */
	readonly scanner: Scanner | undefined;
	readonly log: (line: string) => void;
}): Attachments {
	const { performer, scanner, log } = services;
	return {
		async add(person, about, file) {
			await perform(performer, allowAttachment, person, about);
			// Nothing that will be refused anyway is worth a scan.
			const detected = detectFileType(file.bytes);
			if (detected.result === "refused") throw new InvalidInput([{ field: "file", message: detected.message }]);
			return perform(performer, addAttachment, person, { ...about, ...file, ...(await scan(file.bytes)) });
		},
		async scanWaiting() {
			if (!scanner) return 0;
			const waiting = await perform(performer, listWaitingScans, installationActor, {});
			let settled = 0;
			for (const { id, fileId } of waiting) {
				const { bytes } = await perform(performer, getWaitingFile, installationActor, { fileId });
				const said = await scanner.scan(bytes);
				if (said.verdict === "unknown") {
					// A scanner that will not look at one file may look at the next; for one that cannot be reached all of them wait.
					if (said.reached) continue;
					break;
				}
				await perform(performer, settleScan, installationActor, {
					attachmentId: id,
					scan: said.verdict,
					scanNote: said.verdict === "infected" ? said.found : "",
				});
				settled += 1;
			}
			return settled;
		},
	};

	async function scan(bytes: Uint8Array): Promise<{ scan: "clean" | "not-scanned" | "waiting"; scanNote: string }> {
		if (!scanner) return { scan: "not-scanned", scanNote: "" };
		const said = await scanner.scan(bytes);
		if (said.verdict === "clean") return { scan: "clean", scanNote: "" };
		if (said.verdict === "infected") {
			throw new InvalidInput([
				{
					field: "file",
					message: `The scanner found something harmful in this file (${said.found}), so it was not taken. Have your computer looked at, and attach a clean copy.`,
				},
			]);
		}
		log(`The scanner for harmful files gave no verdict: ${said.why}. The file waits for it.`);
		return { scan: "waiting", scanNote: said.reached ? `The scanner did not look at it: ${said.why}` : "" };
	}
}
