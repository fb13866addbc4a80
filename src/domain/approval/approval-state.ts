import type { Edition, EditionAttachment, EditionSignatory } from "../document/edition.ts";
import type { PlanGraph } from "../plan/plan-graph.ts";
import type { Fact } from "../workflow/fact-kinds.ts";
import { commonAttachmentLabels } from "./approval-facts.ts";

/** The kinds of attachment of a plan: those of its edition, then those that every edition takes. */
export function attachmentKindsOf(edition: Edition): readonly Omit<EditionAttachment, "source">[] {
	const own = edition.attachments;
	const ofApproval = (["board-action", "signature-sheet"] as const).map((id) => ({
		id,
		label: commonAttachmentLabels[id],
		required: false,
		withApproval: true as const,
	}));
	const common: readonly Omit<EditionAttachment, "source">[] = [
		...(edition.approval ? ofApproval : []),
		{ id: "other", label: commonAttachmentLabels.other, required: false },
	];
	return [...own, ...common.filter(({ id }) => !own.some((each) => each.id === id))];
}

/** Kinds that come while the plan is signed and brought before the Board: what was signed does not change with them. */
export function approvalKindsOf(edition: Edition): readonly string[] {
	return attachmentKindsOf(edition)
		.filter(({ withApproval }) => withApproval)
		.map(({ id }) => id);
}

/** A file that was taken: scanned, or not to be scanned. One that waits for the scanner does not count. */
export function isTaken({ scan }: Pick<Fact<"attachment">, "scan">): boolean {
	return scan === "clean" || scan === "not-scanned";
}

export type SignatureState = {
	readonly signatory: EditionSignatory;
	readonly signature: Fact<"signature"> | undefined;
	/** `void`: the plan is no longer what was signed. */
	readonly standing: "missing" | "signed" | "void";
};

/** How it stands with each signature that the edition asks for, for the plan with this checksum. */
export function signatureStates(
	{ signatures }: Pick<PlanGraph, "signatures">,
	edition: Edition,
	planSha256: string,
): readonly SignatureState[] {
	return (edition.approval?.signatories ?? []).map((signatory) => {
		const signature = signatures.find((each) => each.signatory === signatory.role);
		const standing = !signature ? "missing" : signature.planSha256 === planSha256 ? "signed" : "void";
		return { signatory, signature, standing };
	});
}

/** Signatures that the edition asks for and that do not stand. */
export function missingSignatures(
	graph: Pick<PlanGraph, "signatures">,
	edition: Edition,
	planSha256: string,
): readonly SignatureState[] {
	return signatureStates(graph, edition, planSha256).filter(({ standing }) => standing !== "signed");
}
