import { z } from "zod";
import { CarriedPart } from "../domain/plan/carry-over-facts.ts";
import { InvalidInput, NotFound } from "./errors.ts";
import { mergeSave } from "./merge-save.ts";
import { openPlan } from "./open-plan.ts";
import { defineOperation } from "./operation.ts";
import { VersionOutput } from "./outputs/log-outputs.ts";

/** Says in a yearly paper how a part that was carried over stands: it continues, was changed or is done; and what was achieved. */
export const saveProgress = defineOperation({
	name: "save-progress",
	title: "Say how a part that was carried over stands",
	http: { method: "post", path: "/plans/{documentId}/progress/{partId}" },
	input: CarriedPart.pick({ standing: true }).extend({
		documentId: z.uuid(),
		partId: z.uuid(),
		version: z.coerce.number().int().min(1),
		progress: z.string().max(8000).optional(),
	}),
	output: VersionOutput,
	async run(context, input): Promise<{ version: number }> {
		const { stores } = context;
		const { document, role } = await openPlan(context, input.documentId);
		const [part] = await stores.facts.list("carried-part", { documentId: document.id, partId: input.partId });
		if (!part) throw new NotFound("This part is not among those that the paper carries over.");
		const { standing, progress = part.progress } = input;
		if (standing === "not-looked-at" && progress.trim() !== "") {
			throw new InvalidInput([
				{ field: "standing", message: "Say whether it continues, was changed or is done: you have written of it." },
			]);
		}
		const version = await mergeSave(stores, part, {
			...{ kind: "carried-part", id: part.id, verb: "change", expectedVersion: input.version },
			...{
				patch: { standing, progress },
				jurisdictionId: document.jurisdictionId,
				root: document.id,
				role,
				reason: "",
			},
		});
		return { version };
	},
});
