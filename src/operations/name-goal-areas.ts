import { z } from "zod";
import { GoalAddress } from "../domain/pip/pip-facts.ts";
import { openPip, requireDrafting, requireKnownCodes, writePipFact } from "./open-pip.ts";
import { defineOperation } from "./operation.ts";
import { VersionOutput } from "./outputs/log-outputs.ts";
import { getPart } from "./plan-part.ts";

/** Says which outcomes, systemic factors, items and indicators a goal of a PIP must address. */
export const nameGoalAreas = defineOperation({
	name: "name-goal-areas",
	title: "Say what a goal of a PIP addresses",
	http: { method: "post", path: "/pips/{documentId}/goals/{goalId}/areas" },
	input: GoalAddress.pick({ goalId: true, codes: true }).extend({
		documentId: z.uuid(),
		version: z.coerce.number().int().min(0).default(0),
	}),
	output: VersionOutput,
	async run(context, { documentId, goalId, codes, version }): Promise<{ version: number }> {
		const { ids, stores } = context;
		const pip = await openPip(context, documentId);
		requireDrafting(pip);
		requireKnownCodes(codes, pip.rules, "codes");
		await getPart(stores, documentId, "goal", goalId);
		const id = ids.named("goal-address", documentId, goalId);
		const current = await stores.facts.find("goal-address", id);
		return {
			version: await writePipFact(context, pip, {
				kind: "goal-address",
				id,
				current,
				version,
				patch: { goalId, codes },
			}),
		};
	},
});
