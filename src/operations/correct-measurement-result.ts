import { z } from "zod";
import { getPipFact, openPip, writePipFact } from "./open-pip.ts";
import { defineOperation } from "./operation.ts";
import { VersionOutput } from "./outputs/log-outputs.ts";
import { checkMeasured, measuredFields } from "./record-measurement-result.ts";

/** Puts right what was found in a measurement period. Whether the goal is met is worked out anew. */
export const correctMeasurementResult = defineOperation({
	name: "correct-measurement-result",
	title: "Put right the result of a measurement period",
	http: { method: "post", path: "/pips/{documentId}/results/{resultId}" },
	input: z.object({
		documentId: z.uuid(),
		resultId: z.uuid(),
		version: z.coerce.number().int().min(1),
		...measuredFields,
		correction: z.string().trim().min(1, "Say why it is put right.").max(1000),
	}),
	output: VersionOutput,
	async run(context, { documentId, resultId, version, correction, ...patch }): Promise<{ version: number }> {
		const pip = await openPip(context, documentId);
		const current = await getPipFact(context, pip, "measurement-result", resultId);
		checkMeasured(patch);
		const fact = { kind: "measurement-result", id: resultId, current, version, patch } as const;
		return { version: await writePipFact(context, pip, { ...fact, reason: correction }) };
	},
});
