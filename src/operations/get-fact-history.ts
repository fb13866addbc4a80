import { z } from "zod";
import { NotFound } from "./errors.ts";
import { defineOperation } from "./operation.ts";
import { LoggedActionOutput } from "./outputs/log-outputs.ts";
import type { LoggedAction } from "./ports.ts";

/** Who changed one fact, when, why, from what to what: oldest first. */
export const getFactHistory = defineOperation({
	name: "get-fact-history",
	title: "Get the history of a fact",
	http: { method: "get", path: "/facts/{subject}/history" },
	input: z.object({ subject: z.uuid() }),
	output: z.array(LoggedActionOutput),
	async run({ stores }, { subject }): Promise<readonly LoggedAction[]> {
		const actions = await stores.actions.ofSubject(subject);
		if (actions.length === 0) throw new NotFound("There is no history for this, or it is not shared with you.");
		return actions;
	},
});
