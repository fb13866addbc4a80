import type { Edition } from "../domain/document/edition.ts";
import type { Role } from "../domain/people/roles.ts";
import type { PipRules } from "../domain/pip/pip-rules.ts";
import type { Fact, FactKind, FactValues } from "../domain/workflow/fact-kinds.ts";
import { InvalidInput, NotFound, Refused } from "./errors.ts";
import { mergeSave } from "./merge-save.ts";
import { getDocument, getEdition } from "./open-plan.ts";
import { type OperationContext, requireRole } from "./operation.ts";

/** A Program Improvement Plan that this person may write to. */
export type OpenPip = {
	readonly document: Fact<"document">;
	readonly edition: Edition;
	readonly rules: PipRules;
	readonly role: Role;
};

/**
 * Opens a PIP for what goes beside its text: clocks, work plan, results. These are kept in every state of the document; what was
 * agreed in its text changes only while it is drafted, and afterwards by an amendment.
 */
export async function openPip(context: OperationContext, documentId: string): Promise<OpenPip> {
	const document = await getDocument(context, documentId);
	const role = requireRole(
		context.actor,
		"plan.write",
		await context.stores.jurisdictions.pathOf(document.jurisdictionId),
	);
	return { ...getPipRules(document), document, role };
}

/** The rules of the PIP that a document is. Throws `NotFound` for any other document. */
export function getPipRules(document: Fact<"document">): Pick<OpenPip, "edition" | "rules"> {
	const edition = getEdition(document);
	if (!edition.improvement || document.updateOf) {
		throw new NotFound("This is not a Program Improvement Plan. Open one from the list of Program Improvement Plans.");
	}
	return { edition, rules: edition.improvement };
}

/** What was agreed in the text of a PIP changes only while it is drafted. */
export function requireDrafting({ document }: OpenPip): void {
	if (document.state === "drafting") return;
	throw new Refused(
		"This was agreed with the plan and cannot change while the plan is not drafted. In a plan in force, negotiate it anew under “Renegotiation”: before, after, reason and agreement are kept.",
	);
}

/** Codes must be among those of the edition. */
export function requireKnownCodes(codes: readonly string[], { areas }: PipRules, field: string): void {
	const known = new Set(
		areas.flatMap(({ code, items, indicators }) => [code, ...[...items, ...indicators].map((each) => each.code)]),
	);
	const unknown = codes.find((code) => !known.has(code));
	if (unknown === undefined) return;
	throw new InvalidInput([
		{ field, message: `"${unknown}" is no outcome, systemic factor, item or indicator of this kind of PIP.` },
	]);
}

/** Writes a fact of the PIP: added where `current` is undefined, else changed with others' changes of other fields kept. */
export function writePipFact<K extends FactKind>(
	{ stores }: OperationContext,
	{ document, role }: OpenPip,
	fact: {
		readonly kind: K;
		readonly id: string;
		readonly current: Fact<K> | undefined;
		readonly version: number;
		readonly patch: Omit<Partial<FactValues<K>>, "jurisdictionId" | "documentId">;
		readonly reason?: string;
	},
): Promise<number> {
	const { kind, id, current, version, reason = "" } = fact;
	const { jurisdictionId } = document;
	const common = { kind, id, jurisdictionId, root: document.id, role, reason };
	if (!current) {
		const patch = { ...fact.patch, jurisdictionId, documentId: document.id } as unknown as Partial<FactValues<K>>;
		return stores.facts.write({ ...common, verb: "add", expectedVersion: 0, patch });
	}
	const patch = fact.patch as unknown as Partial<FactValues<K>>;
	return mergeSave(stores, current, { ...common, verb: "change", expectedVersion: version, patch });
}

/** A fact of this PIP by its id. Throws `NotFound` when it belongs to another. */
export async function getPipFact<
	K extends
		| "monthly-ratio"
		| "work-step"
		| "measurement-item"
		| "measurement-result"
		| "clock-event"
		| "renegotiation"
		| "completion-evidence",
>({ stores }: OperationContext, { document }: OpenPip, kind: K, id: string): Promise<Fact<K>> {
	const fact = await stores.facts.find(kind, id);
	if (fact?.documentId === document.id) return fact;
	throw new NotFound("This is not there any more. Somebody may have removed it: see the plan’s history.");
}
