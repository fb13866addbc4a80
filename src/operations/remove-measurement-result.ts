import { z } from "zod";
import { getPipFact, openPip } from "./open-pip.ts";
import { defineOperation } from "./operation.ts";
import { VersionOutput } from "./outputs/log-outputs.ts";

/** Takes out a result that was recorded in error. It stays in the history; whether the goal is met is worked out without it. */
export const removeMeasurementResult = defineOperation({
	name: "remove-measurement-result",
	title: "Take out the result of a measurement period",
	http: { method: "post", path: "/pips/{documentId}/results/{resultId}/remove" },
	input: z.object({
		documentId: z.uuid(),
		resultId: z.uuid(),
		version: z.coerce.number().int().min(1),
		reason: z.string().trim().min(1, "Say why it is taken out.").max(1000),
	}),
	output: VersionOutput,
	async run(context, { documentId, resultId, version, reason }): Promise<{ version: number }> {
		const pip = await openPip(context, documentId);
		await getPipFact(context, pip, "measurement-result", resultId);
		const saved = await context.stores.facts.write({
			...{ kind: "measurement-result", id: resultId, verb: "remove", expectedVersion: version, patch: {} },
			...{ jurisdictionId: pip.document.jurisdictionId, root: documentId, role: pip.role, reason },
		});
		return { version: saved };
	},
});
