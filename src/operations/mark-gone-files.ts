import { z } from "zod";
import { fiscalYearName } from "../indicators/engine/quality-checks.ts";
import { fileListOf } from "./indicator-files.ts";
import { defineOperation, requireRole } from "./operation.ts";

/**
 * Marks windows that the newest files of a place no longer allow: their last counting stays the current one, since none is better
 * known, and says which of its files are gone. Answers these windows.
 */
export const markGoneFiles = defineOperation({
	name: "mark-gone-files",
	title: "Mark windows that the newest files no longer allow",
	http: { method: "post", path: "/jurisdictions/{jurisdictionId}/gone-files" },
	input: z.object({
		jurisdictionId: z.uuid(),
		/** Windows that the newest files allow. */
		allowed: z.array(z.string()),
		/** The newest files: "23A", "FY23". */
		files: z.array(z.string()),
	}),
	output: z.array(z.string()),
	async run({ actor, stores }, { jurisdictionId, allowed, files }): Promise<readonly string[]> {
		requireRole(actor, "jurisdiction.manage", await stores.jurisdictions.pathOf(jurisdictionId));
		const runs = await stores.indicators.listRuns({ jurisdictionIds: [jurisdictionId], currentOnly: true });
		const gone = runs
			.filter(({ windowName }) => !allowed.includes(windowName))
			.map((run): [string, readonly string[]] => {
				const { afcars, ncands } = fileListOf(run.files);
				return [run.windowName, [...afcars, ...ncands.map(fiscalYearName)].filter((each) => !files.includes(each))];
			});
		await stores.indicators.markGone(jurisdictionId, Object.fromEntries(gone));
		return gone.map(([window]) => window);
	},
});
