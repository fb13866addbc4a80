import { z } from "zod";
import { Finding } from "../domain/finding/finding-facts.ts";
import { InvalidInput, Refused } from "./errors.ts";
import { getFinding } from "./get-finding.ts";
import { mergeSave } from "./merge-save.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { VersionOutput } from "./outputs/log-outputs.ts";

/**
 * A person settles what the figures propose: confirms the finding, with the judgement and words of their own, or dismisses
 * it with a reason. A finding is confirmed on evidence: a figure, a case review, voices or a document must be there.
 */
export const settleFinding = defineOperation({
	name: "settle-finding",
	title: "Confirm or dismiss a finding",
	http: { method: "post", path: "/findings/{findingId}/settle" },
	input: z.object({
		findingId: z.uuid(),
		version: z.coerce.number().int().min(1),
		state: z.enum(["confirmed", "dismissed"]),
		judgement: Finding.shape.judgement,
		summary: z.string().max(8000),
		reason: z.string().trim().max(2000).default(""),
	}),
	output: VersionOutput,
	async run(context, input): Promise<{ version: number }> {
		const { actor, stores } = context;
		const finding = await getFinding(context, input.findingId);
		const role = requireRole(actor, "finding.confirm", await stores.jurisdictions.pathOf(finding.jurisdictionId));
		if (input.state === "dismissed" && input.reason === "") {
			throw new InvalidInput([
				{ field: "reason", message: "Say why the finding is dismissed: those who come after will ask." },
			]);
		}
		if (input.state === "confirmed") {
			const evidence = await stores.facts.list("evidence", { findingId: finding.id });
			if (evidence.length === 0) {
				throw new Refused(
					"A finding is confirmed on evidence, and there is none yet. Add a figure, a case review, what partners said or a document, then confirm.",
				);
			}
			if (input.summary.trim() === "") {
				throw new InvalidInput([{ field: "summary", message: "Say in a sentence or two what was found." }]);
			}
		}
		const version = await mergeSave(stores, finding, {
			kind: "finding",
			id: finding.id,
			verb: "change",
			expectedVersion: input.version,
			patch: { state: input.state, judgement: input.judgement, summary: input.summary },
			jurisdictionId: finding.jurisdictionId,
			root: finding.id,
			role,
			reason: input.reason,
		});
		return { version };
	},
});
