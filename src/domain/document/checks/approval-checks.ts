import { isTaken, signatureStates } from "../../approval/approval-state.ts";
import { formatDate } from "../../calendar/plain-date.ts";
import { approvalStates, type DocumentState, editableStates } from "../../workflow/document-workflow.ts";
import type { CheckFunction } from "./check-result.ts";
import { componentsOf, documentPlace } from "./plan-parts.ts";

/** One of some kinds of file must go with the plan, and must have been taken (SIP-26, SIP-30, SIP-33). */
export const attachmentPresent: CheckFunction<"attachment-present"> = ({ check, graph, edition }) => {
	if (check.orTeamList && graph.team.length > 0) return [];
	const found = graph.attachments.filter(({ attachmentKind }) => check.attachments.includes(attachmentKind));
	if (found.some(isTaken)) return [];
	const label = edition.attachments.find(({ id }) => id === check.attachments[0])?.label ?? "Attachment";
	const why =
		found.length === 0
			? "is not attached"
			: found.some(({ scan }) => scan === "waiting")
				? "is there, and waits for the scanner that looks for harmful files"
				: "was thrown away, because the scanner found something harmful in it";
	return [{ place: documentPlace(graph, `attachments.${check.attachments[0]}`, label), words: { why } }];
};

/** A file of a kind that belongs to a component says to which (SIP-34). */
export const attachmentPlaced: CheckFunction<"attachment-placed"> = ({ check, graph, edition }) =>
	graph.attachments
		.filter(({ attachmentKind }) => attachmentKind === check.attachment)
		.filter(
			({ focusAreaId }) =>
				!componentsOf(graph, edition).some(({ component }) => component.focusArea.id === focusAreaId),
		)
		.map(({ id, title, fileName }) => {
			const thing = title || fileName;
			return { place: { kind: "attachment" as const, id, field: "focusAreaId", label: thing }, words: { thing } };
		});

/** A name is put to the plan as it stands (SIP-19, SIP-20). A change of the plan makes what was signed before void. */
export const signed: CheckFunction<"signed"> = ({ check, graph, edition, context }) => {
	const state = signatureStates(graph, edition, context.planSha256).find(
		({ signatory }) => signatory.role === check.signatory,
	);
	if (!state || state.standing === "signed") return [];
	const { signature, signatory } = state;
	const why =
		signature === undefined
			? "has not signed the plan"
			: `signed on ${formatDate(signature.signedOn)}, and the plan was changed after that, so the signature is void`;
	return [{ place: documentPlace(graph, `signature.${signatory.role}`, signatory.label), words: { why } }];
};

/** Each agency signs for the children in its own care: one person in both posts is shown (SIP-21). */
export const signersDiffer: CheckFunction<"signers-differ"> = ({ graph, edition, context }) => {
	const given = signatureStates(graph, edition, context.planSha256).flatMap(({ standing, signature }) =>
		standing === "signed" && signature ? [signature] : [],
	);
	const twice = given.find((one, i) =>
		given.slice(0, i).some((other) => sameName(one.name, other.name) || sameId(one.personId, other.personId)),
	);
	if (!twice) return [];
	return [{ place: documentPlace(graph, "signature", "Signatures"), words: { name: twice.name } }];
};

/** The Board's action is recorded (SIP-99). It may come before or after the first day of the plan. */
export const boardActed: CheckFunction<"board-acted"> = ({ graph }) =>
	graph.boardActions.length > 0 ? [] : [{ place: documentPlace(graph, "board", "Action of the Board"), words: {} }];

/** The plan is sent on or after the day on which the Board acted (SIP-17, SIP-99). */
export const boardNotLater: CheckFunction<"board-not-later"> = ({ graph, context }) => {
	// A plan that came back still bears the day of its last submission; the next one is today at the earliest.
	const { state, submittedOn } = graph.document;
	const sentOn = (notSent.includes(state) ? undefined : submittedOn) ?? context.today;
	return graph.boardActions
		.filter(({ actedOn }) => actedOn > sentOn)
		.map(({ actedOn }) => ({
			place: documentPlace(graph, "board", "Action of the Board"),
			words: { acted: formatDate(actedOn), sent: formatDate(sentOn) },
		}));
};

/** The Board has verified local coordination and integration (SIP-100). */
export const coordinationVerified: CheckFunction<"coordination-verified"> = ({ graph }) =>
	graph.boardActions
		.filter((action) => !action.coordinationVerified)
		.map(() => ({ place: documentPlace(graph, "board", "Action of the Board"), words: {} }));

/** The Board approved the plan as it stands (SIP-99, worth a look only: the guide does not say what a later change asks for). */
export const boardSawThis: CheckFunction<"board-saw-this"> = ({ graph, context }) =>
	graph.boardActions
		.filter(({ planSha256 }) => planSha256 !== context.planSha256)
		.map(({ actedOn }) => ({
			place: documentPlace(graph, "board", "Action of the Board"),
			words: { acted: formatDate(actedOn) },
		}));

/** The number of pages of a part, as counted on the rendered document (SIP-7, SIP-9, SIP-10). */
export const pages: CheckFunction<"pages"> = ({ check, graph, edition, context }) => {
	const count = context.pages?.[check.of];
	const advice = edition.pageAdvice?.parts.find(({ of }) => of === check.of);
	if (count === undefined || advice === undefined || count <= advice.to) return [];
	return [
		{ place: documentPlace(graph, "pages", "Number of pages"), words: { count: String(count), to: String(advice.to) } },
	];
};

const notSent: readonly DocumentState[] = [...editableStates, ...approvalStates, "returned"];

function sameName(one: string, other: string): boolean {
	return one.trim().toLowerCase() === other.trim().toLowerCase();
}

function sameId(one: string | null, other: string | null): boolean {
	return one !== null && one === other;
}
