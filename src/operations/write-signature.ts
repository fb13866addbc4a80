import type { Signature } from "../domain/approval/approval-facts.ts";
import type { OpenPlan } from "./open-plan.ts";
import type { OperationContext } from "./operation.ts";

/** Keeps a signature, one for each post: a newer one takes the place of the one before, which stays in the history. */
export async function writeSignature(
	{ ids, stores }: OperationContext,
	{ document, role }: OpenPlan,
	values: Omit<Signature, "jurisdictionId" | "documentId">,
): Promise<{ id: string; version: number }> {
	const id = ids.named("signature", document.id, values.signatory);
	const last = (await stores.actions.ofSubject(id)).at(-1);
	const verb = last === undefined ? "add" : last.verb === "remove" ? "restore" : "change";
	const version = await stores.facts.write({
		kind: "signature",
		id,
		verb,
		expectedVersion: last?.position ?? 0,
		patch: { ...values, jurisdictionId: document.jurisdictionId, documentId: document.id },
		jurisdictionId: document.jurisdictionId,
		root: document.id,
		role: values.manner === "in-program" ? values.signatory : role,
		reason: "",
	});
	return { id, version };
}
