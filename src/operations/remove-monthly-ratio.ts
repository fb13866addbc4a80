import { z } from "zod";
import { getPipFact, openPip } from "./open-pip.ts";
import { defineOperation } from "./operation.ts";
import { VersionOutput } from "./outputs/log-outputs.ts";

/** Takes out the ratio of a month that was recorded in error. It stays in the history, and the month can be recorded again. */
export const removeMonthlyRatio = defineOperation({
	name: "remove-monthly-ratio",
	title: "Take out the ratio of a month",
	http: { method: "post", path: "/pips/{documentId}/ratios/{ratioId}/remove" },
	input: z.object({
		documentId: z.uuid(),
		ratioId: z.uuid(),
		version: z.coerce.number().int().min(1),
		reason: z.string().trim().min(1, "Say why it is taken out.").max(1000),
	}),
	output: VersionOutput,
	async run(context, { documentId, ratioId, version, reason }): Promise<{ version: number }> {
		const pip = await openPip(context, documentId);
		await getPipFact(context, pip, "monthly-ratio", ratioId);
		const saved = await context.stores.facts.write({
			...{ kind: "monthly-ratio", id: ratioId, verb: "remove", expectedVersion: version, patch: {} },
			...{ jurisdictionId: pip.document.jurisdictionId, root: documentId, role: pip.role, reason },
		});
		return { version: saved };
	},
});
