import type { EntryKind } from "../domain/document/entry-kinds.ts";
import type { PartnerInput } from "../domain/engagement/voice-facts.ts";
import type { FactKind } from "../domain/workflow/fact-kinds.ts";
import { InvalidInput } from "./errors.ts";
import type { Stores } from "./ports.ts";

type Linked = { readonly id: string; readonly jurisdictionId: string };
type Target = { readonly kind: FactKind; readonly words: string; readonly inDocument: boolean };

/** The fields by which an entry names another fact, and what they name. */
const targets: Readonly<Record<string, Target>> = {
	focusAreaId: { kind: "focus-area", words: "That component is not in this plan.", inDocument: true },
	meetingId: { kind: "meeting", words: "That meeting is not in this plan.", inDocument: true },
	goalId: { kind: "goal", words: "That goal is not in this plan.", inDocument: false },
	strategyId: { kind: "strategy", words: "That strategy is not in this plan.", inDocument: false },
	partyId: { kind: "party", words: "That person or group is not known in this county.", inDocument: false },
	inputId: { kind: "partner-input", words: "That voice is not in this plan.", inDocument: true },
	findingId: { kind: "finding", words: "That finding is not one of this county.", inDocument: false },
	findingIds: { kind: "finding", words: "One of these findings is not one of this county.", inDocument: false },
	linkedDocumentId: { kind: "document", words: "That paper is not one of this county.", inDocument: false },
};

/** What an entry names belongs to the same county, and to the same document where that is meant. Throws `InvalidInput`. */
export async function checkEntryLinks(
	stores: Stores,
	document: Linked,
	values: Readonly<Record<string, unknown>>,
): Promise<void> {
	for (const [field, { kind, words, inDocument }] of Object.entries(targets)) {
		const named = [values[field] ?? []].flat() as readonly unknown[] as readonly string[];
		for (const id of named) {
			const fact = await stores.facts.find(kind, id);
			const isHere =
				fact !== undefined &&
				"jurisdictionId" in fact &&
				fact.jurisdictionId === document.jurisdictionId &&
				id !== document.id &&
				(!inDocument || ("documentId" in fact && fact.documentId === document.id));
			if (!isHere) throw new InvalidInput([{ field, message: words }]);
		}
	}
}

/** The one field that an entry must not be without: it is called by it. */
const leading: Readonly<Record<EntryKind, { readonly field: string; readonly message: string } | undefined>> = {
	"planning-body": { field: "name", message: "Give the name of the body." },
	"data-collection": { field: "technique", message: "Say how it was done, for example: focus group." },
	"peer-review": { field: "areas", message: "Say what the peers were asked to look at." },
	"subject-analysis": undefined,
	meeting: { field: "title", message: "Give the meeting a name." },
	invitation: undefined,
	"partner-input": { field: "said", message: "Write what was said." },
	compensation: undefined,
	"assistance-request": { field: "need", message: "Say what is needed." },
	"law-change": { field: "change", message: "Say what is to change." },
	"cross-reference": { field: "label", message: "Give the name of the other plan or paper." },
	"training-course": { field: "title", message: "Give the title of the course." },
};

/** Throws `InvalidInput` when the leading field is there and empty. */
export function checkLeadingField(kind: EntryKind, values: Readonly<Record<string, unknown>>): void {
	const wanted = leading[kind];
	const value = wanted && values[wanted.field];
	if (wanted && typeof value === "string" && value.trim() === "") throw new InvalidInput([wanted]);
}

/** Consent has the day on which it was given, and is withdrawn no earlier. Throws `InvalidInput`. */
export function checkConsent({
	consent = "not-asked",
	consentOn = null,
	withdrawnOn = null,
}: Partial<Pick<PartnerInput, "consent" | "consentOn" | "withdrawnOn">>): void {
	if (consent !== "not-asked" && consentOn === null) {
		throw new InvalidInput([
			{ field: "consentOn", message: "Say on which day they agreed. Without a day neither name nor words are shown." },
		]);
	}
	if (withdrawnOn !== null && consentOn === null) {
		throw new InvalidInput([
			{
				field: "withdrawnOn",
				message: "Nothing was agreed that could be withdrawn. Give the day of the consent first.",
			},
		]);
	}
	if (withdrawnOn !== null && consentOn !== null && withdrawnOn < consentOn) {
		throw new InvalidInput([
			{ field: "withdrawnOn", message: "Consent cannot be withdrawn before the day on which it was given." },
		]);
	}
}
