import { z } from "zod";
import { Intervention, laterInterventionSteps } from "../domain/plan/theory-facts.ts";
import type { FactValues } from "../domain/workflow/fact-kinds.ts";
import { mergeSave } from "./merge-save.ts";
import { openPlanParts } from "./open-plan.ts";
import { defineOperation } from "./operation.ts";
import { SavedOutput } from "./outputs/log-outputs.ts";
import { getPart } from "./plan-part.ts";

/** Says for whom a strategy is, how well it is known to work, how far it has come, and what it needs. */
export const saveIntervention = defineOperation({
	name: "save-intervention",
	title: "Say what a strategy needs to work as meant",
	http: { method: "post", path: "/plans/{documentId}/strategies/{strategyId}/intervention" },
	input: Intervention.omit({ jurisdictionId: true })
		.extend(laterInterventionSteps)
		.partial()
		.extend({
			documentId: z.uuid(),
			strategyId: z.uuid(),
			/** The version that the person saw; 0 while there is none. */
			version: z.coerce.number().int().min(0),
		}),
	output: SavedOutput,
	async run(context, { documentId, strategyId, version, ...given }): Promise<{ version: number; savedAt: string }> {
		const { stores, ids, clock } = context;
		const patch = given as Partial<FactValues<"intervention">>;
		const { document, role } = await openPlanParts(context, documentId);
		const strategy = await getPart(stores, document.id, "strategy", strategyId);
		const id = ids.named("intervention", strategy.id);
		const current = await stores.facts.find("intervention", id);
		const { jurisdictionId } = document;
		const common = { kind: "intervention", id, jurisdictionId, root: document.id, role, reason: "" } as const;
		const empty = Intervention.omit({ jurisdictionId: true, strategyId: true }).parse({
			...{ reach: "", evidenceRating: "not-rated", selection: "", stage: "exploration", fidelity: "" },
			...{ trainingNeed: "", assistanceNeed: "", policyNeed: "", dataNeed: "", workforceNeed: "", moneyNeed: "" },
		});
		const saved = current
			? await mergeSave(stores, current, { ...common, verb: "change", expectedVersion: version, patch })
			: await stores.facts.write({
					...{ ...common, verb: "add", expectedVersion: 0 },
					patch: { ...empty, ...patch, jurisdictionId, strategyId: strategy.id },
				});
		return { version: saved, savedAt: clock().toISOString() };
	},
});
