import { z } from "zod";
import { findField } from "../domain/document/edition.ts";
import { InvalidInput, NotFound } from "./errors.ts";
import { mergeSave } from "./merge-save.ts";
import { openPlan } from "./open-plan.ts";
import { defineOperation } from "./operation.ts";

/**
 * Lets a field show the text of a field of another document of the same place: one source, the newest text in both while they are
 * drafts, frozen in each when it is sent. Without `from` the field stands on its own again, with the text that it showed.
 */
export const shareAnswer = defineOperation({
	name: "share-answer",
	title: "Use the text of another document",
	http: { method: "post", path: "/plans/{documentId}/shared-answers" },
	input: z.object({
		documentId: z.uuid(),
		field: z.string().min(1).max(80),
		from: z.object({ documentId: z.uuid(), field: z.string().min(1).max(80) }).nullable(),
		version: z.coerce.number().int().min(0),
	}),
	output: z.object({ id: z.uuid(), version: z.int().min(1) }),
	async run(context, input): Promise<{ id: string; version: number }> {
		const { ids, stores } = context;
		const { document, edition, role } = await openPlan(context, input.documentId);
		const refuse = (field: string, message: string) => new InvalidInput([{ field, message }]);
		if (findField(edition, input.field)?.scope !== "document") {
			throw refuse("field", `The edition ${edition.title} has no field "${input.field}" here.`);
		}
		const id = ids.named("answer", document.id, "", input.field);
		const current = await stores.facts.find("answer", id);
		const wanted = input.from ?? undefined;
		const sourceId = wanted ? ids.named("answer", wanted.documentId, "", wanted.field) : (current?.sameAs ?? undefined);
		const source = sourceId ? await stores.facts.find("answer", sourceId) : undefined;
		if (wanted && source?.jurisdictionId !== document.jurisdictionId) {
			throw new NotFound("There is no text in that field of that document yet, or it is not of the same place.");
		}
		if (source?.documentId === document.id) throw refuse("from", "Choose a field of another document.");
		if (wanted && source?.sameAs) {
			throw refuse(
				"from",
				"That field shows the text of a third document itself. Use the one where the text is written.",
			);
		}
		const value = source?.value ?? current?.value ?? "";
		const patch = {
			...{ value, none: source?.none ?? false, sameAs: wanted ? (source?.id ?? null) : null },
			...{ carried: false, noChange: false },
		};
		const { jurisdictionId } = document;
		const common = { kind: "answer", id, jurisdictionId, root: document.id, role, reason: "" } as const;
		const version = current
			? await mergeSave(stores, current, { ...common, verb: "change", expectedVersion: input.version, patch })
			: await stores.facts.write({
					...{ ...common, verb: "add", expectedVersion: 0 },
					patch: { ...patch, jurisdictionId, documentId: document.id, focusAreaId: null, field: input.field },
				});
		return { id, version };
	},
});
