import { z } from "zod";
import { PlainDate } from "../domain/calendar/plain-date.ts";
import { WorkStep } from "../domain/pip/pip-facts.ts";
import { InvalidInput } from "./errors.ts";
import { getPipFact, openPip, writePipFact } from "./open-pip.ts";
import { defineOperation } from "./operation.ts";
import { dayOf } from "./plan-checks.ts";

/** Adds a step to a track of a PIP's work plan, or says of one when it is due, who does it, and when it was done. */
export const saveWorkStep = defineOperation({
	name: "save-work-step",
	title: "Save a step of a PIP's work plan",
	http: { method: "post", path: "/pips/{documentId}/work-steps" },
	input: WorkStep.pick({ track: true, label: true }).extend({
		documentId: z.uuid(),
		/** The step that is changed; without it one is added. */
		stepId: z.uuid().optional(),
		version: z.coerce.number().int().min(0).default(0),
		dueOn: PlainDate.nullable().default(null),
		assignedTo: z.string().trim().max(200).default(""),
		doneOn: PlainDate.nullable().default(null),
		note: z.string().trim().max(4000).default(""),
	}),
	output: z.object({ id: z.uuid(), version: z.int().min(1) }),
	async run(context, { documentId, stepId, version, ...patch }): Promise<{ id: string; version: number }> {
		const pip = await openPip(context, documentId);
		if (patch.doneOn && patch.doneOn > dayOf(context.clock())) {
			throw new InvalidInput([
				{ field: "doneOn", message: "This day has not come yet. Leave it empty until it is done." },
			]);
		}
		const current = stepId ? await getPipFact(context, pip, "work-step", stepId) : undefined;
		const id = current?.id ?? context.ids.next();
		return { id, version: await writePipFact(context, pip, { kind: "work-step", id, current, version, patch }) };
	},
});
