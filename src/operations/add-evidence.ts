import { z } from "zod";
import { Evidence } from "../domain/finding/finding-facts.ts";
import { InvalidInput } from "./errors.ts";
import { getFinding } from "./get-finding.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { MadeOutput } from "./outputs/log-outputs.ts";

/** Adds evidence to a finding: words with their source, or a figure that has been loaded. */
export const addEvidence = defineOperation({
	name: "add-evidence",
	title: "Add evidence to a finding",
	http: { method: "post", path: "/findings/{findingId}/evidence" },
	input: Evidence.pick({ evidenceKind: true, text: true, source: true }).extend({
		findingId: z.uuid(),
		observationId: z.uuid().nullable().default(null),
	}),
	output: MadeOutput,
	async run(context, input): Promise<{ id: string }> {
		const { actor, ids, stores } = context;
		const finding = await getFinding(context, input.findingId);
		const role = requireRole(actor, "finding.confirm", await stores.jurisdictions.pathOf(finding.jurisdictionId));
		if (input.evidenceKind !== "observation" && input.text.trim() === "") {
			throw new InvalidInput([{ field: "text", message: "Say what the evidence shows." }]);
		}
		if (input.observationId) {
			const observation = (await stores.figures.findByIds([input.observationId]))[0];
			if (observation?.jurisdictionId !== finding.jurisdictionId) {
				throw new InvalidInput([
					{ field: "observationId", message: "That figure is not among the figures of this jurisdiction." },
				]);
			}
		}
		const id = ids.next();
		await stores.facts.write({
			kind: "evidence",
			id,
			verb: "add",
			expectedVersion: 0,
			patch: { ...input, jurisdictionId: finding.jurisdictionId, findingId: finding.id },
			jurisdictionId: finding.jurisdictionId,
			root: finding.id,
			role,
			reason: "",
		});
		return { id };
	},
});
