import { z } from "zod";
import { PlainDate } from "../domain/calendar/plain-date.ts";
import { mergeSave } from "./merge-save.ts";
import { openPlanParts } from "./open-plan.ts";
import { defineOperation } from "./operation.ts";
import { SavedOutput } from "./outputs/log-outputs.ts";

/** A change of a plan's period: the planning cycle's own dates. */
export const changePeriod = defineOperation({
	name: "change-period",
	title: "Change the period of a plan",
	http: { method: "post", path: "/plans/{documentId}/period" },
	input: z.object({
		documentId: z.uuid(),
		version: z.coerce.number().int().min(1),
		startsOn: PlainDate,
		endsOn: PlainDate,
		reason: z.string().max(2000).default(""),
	}),
	output: SavedOutput,
	async run(context, input): Promise<{ version: number; savedAt: string }> {
		const { stores, clock } = context;
		const { document, role } = await openPlanParts(context, input.documentId);
		const cycle = await stores.facts.find("cycle", document.cycleId);
		if (!cycle) throw new Error(`Document ${document.id} has no cycle.`);
		const version = await mergeSave(stores, cycle, {
			kind: "cycle",
			id: cycle.id,
			verb: "change",
			expectedVersion: input.version,
			patch: { startsOn: input.startsOn, endsOn: input.endsOn },
			jurisdictionId: document.jurisdictionId,
			root: document.id,
			role,
			reason: input.reason,
		});
		return { version, savedAt: clock().toISOString() };
	},
});
