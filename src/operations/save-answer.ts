import { z } from "zod";
import { findField } from "../domain/document/edition.ts";
import { InvalidInput } from "./errors.ts";
import { mergeSave } from "./merge-save.ts";
import { openPlan } from "./open-plan.ts";
import { defineOperation } from "./operation.ts";

/**
 * Saves one field of a plan, or of one of its components. The version is the one that the text was made from; 0 when
 * the field was empty. Answers the version that the next save must name.
 */
export const saveAnswer = defineOperation({
	name: "save-answer",
	title: "Save a field of a plan",
	http: { method: "post", path: "/plans/{documentId}/answers" },
	input: z.object({
		documentId: z.uuid(),
		focusAreaId: z.uuid().nullable().default(null),
		field: z.string().min(1).max(80),
		value: z.string().max(100_000, "This text is too long: at most 100,000 characters can be kept in one field."),
		none: z.boolean().default(false),
		noChange: z.boolean().default(false).describe("No change since the last submission, said on purpose."),
		version: z.coerce.number().int().min(0),
		reason: z.string().max(2000).default(""),
	}),
	output: z.object({ id: z.uuid(), version: z.int().min(1), savedAt: z.iso.datetime() }),
	async run(context, input): Promise<{ id: string; version: number; savedAt: string }> {
		const { stores, ids, clock } = context;
		const { document, edition, role } = await openPlan(context, input.documentId);
		const scope = input.focusAreaId ? "focus-area" : "document";
		const field = findField(edition, input.field);
		if (field?.scope !== scope) {
			throw new InvalidInput([
				{ field: "field", message: `The edition ${edition.title} has no field "${input.field}" here.` },
			]);
		}
		const id = ids.named("answer", document.id, input.focusAreaId ?? "", input.field);
		const current = await stores.facts.find("answer", id);
		if (input.noChange && !field.noChangeAllowed) {
			throw new InvalidInput([
				{ field: "noChange", message: `"${field.label}" must be written: "no change" is not an answer here.` },
			]);
		}
		// The text that was carried over stays behind "no change", for the paper after this one.
		const text = input.noChange ? (current?.value ?? "") : input.none ? "" : input.value.replace(/\r\n?/g, "\n");
		const values = { value: text, none: input.none, noChange: input.noChange, carried: false };
		const common = {
			kind: "answer",
			id,
			jurisdictionId: document.jurisdictionId,
			root: document.id,
			role,
			reason: input.reason,
		} as const;
		const version = current
			? await mergeSave(stores, current, { ...common, verb: "change", expectedVersion: input.version, patch: values })
			: await stores.facts.write({
					...common,
					verb: "add",
					expectedVersion: 0,
					patch: {
						...values,
						jurisdictionId: document.jurisdictionId,
						documentId: document.id,
						focusAreaId: input.focusAreaId,
						field: input.field,
					},
				});
		return { id, version, savedAt: clock().toISOString() };
	},
});
