import { z } from "zod";
import { defineOperation } from "./operation.ts";
import { LoggedActionOutput } from "./outputs/log-outputs.ts";
import type { LoggedAction } from "./ports.ts";

const pageSize = 100;

/**
 * What was done to a thing and to its parts (a finding and its evidence, a person and their roles), newest first, 100
 * actions a page. `before` is the `seq` of the last one seen. What the person may not see is left out.
 */
export const listHistory = defineOperation({
	name: "list-history",
	title: "List the history of a thing",
	http: { method: "get", path: "/history/{root}" },
	input: z.object({ root: z.uuid(), before: z.coerce.number().int().optional() }),
	output: z.object({
		actions: z.array(LoggedActionOutput),
		nextBefore: z.int().nullable().describe("Pass it as `before` for the next page; null on the last one."),
	}),
	async run({ stores }, { root, before }): Promise<{ actions: readonly LoggedAction[]; nextBefore: number | null }> {
		const page = { limit: pageSize, ...(before === undefined ? {} : { before }) };
		const actions = await stores.actions.ofRoot(root, page);
		return { actions, nextBefore: actions.length === pageSize ? (actions.at(-1)?.seq ?? null) : null };
	},
});
