import { z } from "zod";
import { PlainDate } from "../domain/calendar/plain-date.ts";
import { checkConsent } from "./entry-links.ts";
import { mergeSave } from "./merge-save.ts";
import { getDocument } from "./open-plan.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { SavedOutput } from "./outputs/log-outputs.ts";
import { getPart } from "./plan-part.ts";

/**
 * Somebody who was heard takes back what they agreed to. It can be done in every state of the plan: from then on no draft, page or
 * answer to others has their name or their words. What was sent before stays as it was sent, and says so.
 */
export const withdrawConsent = defineOperation({
	name: "withdraw-consent",
	title: "Withdraw the consent of somebody who was heard",
	http: { method: "post", path: "/plans/{documentId}/voices/{inputId}/consent-withdrawal" },
	input: z.object({
		documentId: z.uuid(),
		inputId: z.uuid(),
		/** The version that the person saw. */
		version: z.coerce.number().int().min(1),
		on: PlainDate,
	}),
	output: SavedOutput,
	async run(context, { documentId, inputId, version, on }): Promise<{ version: number; savedAt: string }> {
		const { actor, stores, clock } = context;
		const document = await getDocument(context, documentId);
		const { jurisdictionId } = document;
		const role = requireRole(actor, "plan.write", await stores.jurisdictions.pathOf(jurisdictionId));
		const input = await getPart(stores, document.id, "partner-input", inputId);
		checkConsent({ ...input, withdrawnOn: on });
		const saved = await mergeSave(stores, input, {
			...({ kind: "partner-input", verb: "change" } as const),
			...{ id: input.id, expectedVersion: version, patch: { withdrawnOn: on } },
			...{ jurisdictionId, root: document.id, role, reason: "Consent withdrawn" },
		});
		return { version: saved, savedAt: clock().toISOString() };
	},
});
