import { z } from "zod";
import { laterTheorySteps, TheoryOfChange } from "../domain/plan/theory-facts.ts";
import type { FactValues } from "../domain/workflow/fact-kinds.ts";
import { mergeSave } from "./merge-save.ts";
import { openPlanParts } from "./open-plan.ts";
import { defineOperation } from "./operation.ts";
import { SavedOutput } from "./outputs/log-outputs.ts";
import { getPart } from "./plan-part.ts";

/** Says why a goal should be reached: its theory of change, one a goal, whichever documents use it. */
export const saveTheory = defineOperation({
	name: "save-theory",
	title: "Say why a goal should be reached",
	http: { method: "post", path: "/plans/{documentId}/goals/{goalId}/theory" },
	input: TheoryOfChange.omit({ jurisdictionId: true })
		.extend(laterTheorySteps)
		.partial()
		.extend({
			documentId: z.uuid(),
			goalId: z.uuid(),
			/** The version that the person saw; 0 while there is none. */
			version: z.coerce.number().int().min(0),
		}),
	output: SavedOutput,
	async run(context, { documentId, goalId, version, ...given }): Promise<{ version: number; savedAt: string }> {
		const { stores, ids, clock } = context;
		const patch = given as Partial<FactValues<"theory-of-change">>;
		const { document, role } = await openPlanParts(context, documentId);
		const goal = await getPart(stores, document.id, "goal", goalId);
		const id = ids.named("theory-of-change", goal.id);
		const current = await stores.facts.find("theory-of-change", id);
		const { jurisdictionId } = document;
		const common = { kind: "theory-of-change", id, jurisdictionId, root: document.id, role, reason: "" } as const;
		const empty = {
			...{ problem: "", rootCause: "", population: "", chain: [], assumptions: "" },
			...{ rootCauseData: "", options: [], choice: "", monitoring: "", adjustment: "" },
		};
		const saved = current
			? await mergeSave(stores, current, { ...common, verb: "change", expectedVersion: version, patch })
			: await stores.facts.write({
					...{ ...common, verb: "add", expectedVersion: 0 },
					patch: { ...empty, ...patch, jurisdictionId, goalId: goal.id },
				});
		return { version: saved, savedAt: clock().toISOString() };
	},
});
