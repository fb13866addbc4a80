import { z } from "zod";
import { defineOperation, requireRole } from "./operation.ts";

/**
 * Has every file whose reading was broken off read again, and answers all loads that there are. Only the installation does this,
 * when it starts: a job of a server that was killed stays with that server for hours. A file that is being read elsewhere is left to it.
 */
export const resumeExtractLoads = defineOperation({
	name: "resume-extract-loads",
	title: "Go on with loads that were broken off",
	http: { method: "post", path: "/extract-loads/resume" },
	input: z.object({}),
	output: z.object({ kept: z.array(z.uuid()), resumed: z.array(z.uuid()) }),
	async run({ actor, stores }) {
		requireRole(actor, "jurisdiction.manage", []);
		const loads = await stores.facts.list("extract-load");
		const reading = loads.filter(({ state }) => state === "reading").map(({ id }) => id);
		for (const { subject, actor: personId } of await stores.actions.firstOf(reading)) {
			await stores.jobs.enqueue("take-extract", { loadId: subject, personId });
		}
		return { kept: loads.map(({ id }) => id), resumed: reading };
	},
});
