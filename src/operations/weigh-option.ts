import { z } from "zod";
import { emptyOption, WeighedOption } from "../domain/plan/weighed-option.ts";
import type { FactValues } from "../domain/workflow/fact-kinds.ts";
import { mergeSave } from "./merge-save.ts";
import { openPlanParts } from "./open-plan.ts";
import { defineOperation } from "./operation.ts";
import { SavedOutput } from "./outputs/log-outputs.ts";
import { getPart } from "./plan-part.ts";

/** Holds one choice of what could be done for a goal against the criteria; an empty text takes it out of the table. */
export const weighOption = defineOperation({
	name: "weigh-option",
	title: "Weigh what could be done for a goal",
	http: { method: "post", path: "/plans/{documentId}/goals/{goalId}/options/{place}" },
	input: WeighedOption.omit({ jurisdictionId: true })
		.partial()
		.extend({
			documentId: z.uuid(),
			goalId: z.uuid(),
			place: z.coerce.number().pipe(WeighedOption.shape.place),
			/** The version that the person saw; 0 while there is none. */
			version: z.coerce.number().int().min(0),
		}),
	output: SavedOutput,
	async run(context, { documentId, goalId, place, version, ...given }): Promise<{ version: number; savedAt: string }> {
		const { stores, ids, clock } = context;
		const patch = given as Partial<FactValues<"weighed-option">>;
		const { document, role } = await openPlanParts(context, documentId);
		const goal = await getPart(stores, document.id, "goal", goalId);
		// A line of the table is one fact: saved twice while it is typed, it is still one choice.
		const id = ids.named("weighed-option", `${goal.id} ${place}`);
		const current = await stores.facts.find("weighed-option", id);
		const { jurisdictionId } = document;
		const common = { kind: "weighed-option", id, jurisdictionId, root: document.id, role, reason: "" } as const;
		const saved = current
			? await mergeSave(stores, current, { ...common, verb: "change", expectedVersion: version, patch })
			: await stores.facts.write({
					...{ ...common, verb: "add", expectedVersion: 0 },
					patch: { ...emptyOption, ...patch, jurisdictionId, goalId: goal.id, place },
				});
		return { version: saved, savedAt: clock().toISOString() };
	},
});
