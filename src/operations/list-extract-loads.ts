import { z } from "zod";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { defineOperation } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";

/** Every load of an AFCARS or NCANDS file that this person may see, newest first; replaced and refused ones too. */
export const listExtractLoads = defineOperation({
	name: "list-extract-loads",
	title: "List loads of AFCARS and NCANDS files",
	http: { method: "get", path: "/extract-loads" },
	input: z.object({ jurisdictionId: z.uuid().optional() }),
	output: z.array(factOutputs["extract-load"]),
	async run({ stores }, { jurisdictionId }): Promise<readonly Fact<"extract-load">[]> {
		const loads = await stores.facts.list("extract-load", jurisdictionId ? { jurisdictionId } : {});
		const first = await stores.actions.firstOf(loads.map(({ id }) => id));
		const order = new Map(first.map(({ subject, seq }) => [subject, seq]));
		return [...loads].sort((a, b) => (order.get(b.id) ?? 0) - (order.get(a.id) ?? 0));
	},
});
