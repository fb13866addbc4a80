import { z } from "zod";
import { PlanningFramework } from "../domain/planning/planning-facts.ts";
import { findPlanningRules, listPlanningRules } from "../frameworks/planning-frameworks.ts";
import { InvalidInput } from "./errors.ts";
import { getState } from "./get-state.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { VersionOutput } from "./outputs/log-outputs.ts";

/** Says which planning rules a State follows, and from which day. Any State may follow any of them. */
export const followPlanningRules = defineOperation({
	name: "follow-planning-rules",
	title: "Say which planning rules a State follows",
	http: { method: "post", path: "/planning-year/rules" },
	input: PlanningFramework.extend({
		/** The version that the person saw; 0 while the State follows none. */
		version: z.coerce.number().int().min(0),
	}),
	output: VersionOutput,
	async run({ actor, ids, stores }, { version, ...patch }): Promise<{ version: number }> {
		const state = await getState(stores, patch.jurisdictionId);
		const role = requireRole(actor, "plan.write", await stores.jurisdictions.pathOf(state.id));
		if (!findPlanningRules(patch.frameworkId)) {
			const known = listPlanningRules().map(({ title }) => title);
			throw new InvalidInput([{ field: "frameworkId", message: `Choose one of: ${known.join("; ")}.` }]);
		}
		const stored = (await stores.facts.list("planning-framework", { jurisdictionId: state.id }))[0];
		const saved = await stores.facts.write({
			kind: "planning-framework",
			id: stored?.id ?? ids.named("planning-framework", state.id),
			verb: stored ? "change" : "add",
			expectedVersion: version,
			patch,
			...{ jurisdictionId: state.id, root: state.id, role, reason: "" },
		});
		return { version: saved };
	},
});
