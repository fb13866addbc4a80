import { z } from "zod";
import { defineOperation } from "./operation.ts";
import { IndicatorIdInput } from "./outputs/indicator-outputs.ts";

const CaseLookOutput = z
	.object({
		id: z.uuid(),
		runId: z.uuid(),
		jurisdictionId: z.uuid(),
		personId: z.uuid(),
		personName: z.string(),
		lookedAt: z.string(),
		indicator: IndicatorIdInput,
		asked: z.record(z.string(), z.union([z.string(), z.number()])),
	})
	.meta({ id: "CaseLook" });

/**
 * Who looked at the records behind the numbers of a place, when and at what: newest first, the last thousand. A person sees their own
 * looks; those who have the log verified (log.verify) see all of the place.
 */
export const listCaseLooks = defineOperation({
	name: "list-case-looks",
	title: "List looks at case-level data",
	http: { method: "get", path: "/jurisdictions/{jurisdictionId}/case-looks" },
	input: z.object({ jurisdictionId: z.uuid() }),
	output: z.array(CaseLookOutput),
	async run({ stores }, { jurisdictionId }): Promise<z.infer<typeof CaseLookOutput>[]> {
		const looks = await stores.indicators.listLooks({ jurisdictionId, limit: 1000 });
		return looks.map((look) => ({ ...look, asked: { ...look.asked }, lookedAt: look.lookedAt.toISOString() }));
	},
});
