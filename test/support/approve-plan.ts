import { plainDate } from "../../src/domain/calendar/plain-date.ts";
import type { Actor } from "../../src/domain/people/may.ts";
import { addAttachment } from "../../src/operations/add-attachment.ts";
import { getPlan } from "../../src/operations/get-plan.ts";
import { getEdition } from "../../src/operations/open-plan.ts";
import { perform } from "../../src/operations/operation.ts";
import { recordBoardAction } from "../../src/operations/record-board-action.ts";
import { recordPaperSignature } from "../../src/operations/record-paper-signature.ts";
import { signPlan } from "../../src/operations/sign-plan.ts";
import { takeStep } from "../../src/operations/take-step.ts";
import type { TestStorage } from "./test-storage.ts";

/** A small PDF; `about` makes one that is like no other. */
export function smallPdf(about: string): Uint8Array {
	return new TextEncoder().encode(`%PDF-1.7\n% ${about}\ntrailer\n<< >>\n%%EOF\n`);
}

/** Attaches a small file to a plan. Answers the attachment's id. */
export async function attachPaper(
	{ performer }: Pick<TestStorage, "performer">,
	person: Actor,
	documentId: string,
	attachmentKind: string,
): Promise<string> {
	const { id } = await perform(performer, addAttachment, person, {
		documentId,
		attachmentKind,
		fileName: `${attachmentKind}.pdf`,
		bytes: smallPdf(attachmentKind),
		scan: "not-scanned",
	});
	return id;
}

/**
 * Brings a plan that is ready through the Board and has it signed: the director here, the chief probation officer on paper,
 * recorded by the director. Nothing is then missing for its submission.
 */
export async function approvePlan(
	storage: Pick<TestStorage, "performer">,
	director: Actor,
	documentId: string,
): Promise<void> {
	const { performer } = storage;
	const view = () => perform(performer, getPlan, director, { documentId });
	const today = plainDate(performer.clock().toISOString().slice(0, 10));
	const { facts } = await view();
	const paperOf = (kind: string) => facts.attachments.find(({ attachmentKind }) => attachmentKind === kind)?.id;
	const paper = paperOf("board-action") ?? (await attachPaper(storage, director, documentId, "board-action"));
	await perform(performer, recordBoardAction, director, {
		documentId,
		actionKind: "resolution",
		number: "Resolution 26-101",
		actedOn: today,
		coordinationVerified: true,
		attachmentId: paper,
		version: facts.boardActions[0]?.version ?? 0,
	});
	const { planSha256, facts: now } = await view();
	const { version } = now.document;
	await perform(performer, takeStep, director, { documentId, action: "approve-by-board", version });
	// A yearly paper asks for the Board alone.
	if (getEdition(now.document).approval?.signatories.length === 0) return;
	await perform(performer, signPlan, director, {
		documentId,
		signatory: "child-welfare-director",
		planSha256,
		haveRead: true,
	});
	const sheet = paperOf("signature-sheet") ?? (await attachPaper(storage, director, documentId, "signature-sheet"));
	await perform(performer, recordPaperSignature, director, {
		documentId,
		signatory: "chief-probation-officer",
		planSha256,
		name: "Chris Chief",
		signedOn: today,
		attachmentId: sheet,
	});
}
