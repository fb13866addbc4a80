import { z } from "zod";
import { defineOperation, requireRole } from "./operation.ts";

/** The key of the last counting of each window of a place: of files, options and definitions. */
export const listRunKeys = defineOperation({
	name: "list-run-keys",
	title: "List what the windows were counted from",
	http: { method: "get", path: "/jurisdictions/{jurisdictionId}/indicator-run-keys" },
	input: z.object({ jurisdictionId: z.uuid() }),
	output: z.record(z.string(), z.string()),
	async run({ actor, stores }, { jurisdictionId }): Promise<Readonly<Record<string, string>>> {
		requireRole(actor, "jurisdiction.manage", await stores.jurisdictions.pathOf(jurisdictionId));
		const runs = await stores.indicators.listRuns({ jurisdictionIds: [jurisdictionId], currentOnly: true });
		return Object.fromEntries(runs.map((run) => [run.windowName, run.key]));
	},
});
