import { z } from "zod";
import { clockEventLabels } from "../domain/pip/pip-clock.ts";
import { getPipFact, openPip } from "./open-pip.ts";
import { defineOperation } from "./operation.ts";
import { VersionOutput } from "./outputs/log-outputs.ts";
import { tryClock } from "./pip-clock-of.ts";
import { settleImplementation } from "./settle-implementation.ts";

/** Takes out what was recorded of a clock of a PIP in error. It stays in the history, and the days that it moved move back. */
export const removeClockEvent = defineOperation({
	name: "remove-clock-event",
	title: "Take out what was recorded of a clock of a PIP",
	http: { method: "post", path: "/pips/{documentId}/clock/{eventId}/remove" },
	input: z.object({
		documentId: z.uuid(),
		eventId: z.uuid(),
		version: z.coerce.number().int().min(1),
		reason: z.string().trim().min(1, "Say why it is taken out.").max(1000),
	}),
	output: VersionOutput,
	async run(context, { documentId, eventId, version, reason }): Promise<{ version: number }> {
		const pip = await openPip(context, documentId);
		const event = await getPipFact(context, pip, "clock-event", eventId);
		const state = await tryClock(context, pip, (events) => events.filter(({ id }) => id !== eventId));
		const saved = await context.stores.facts.write({
			...{ kind: "clock-event", id: eventId, verb: "remove", expectedVersion: version, patch: {} },
			...{ jurisdictionId: pip.document.jurisdictionId, root: documentId, role: pip.role, reason },
		});
		await settleImplementation(context, pip, state, `${clockEventLabels[event.eventKind]}, taken out. ${reason}`);
		return { version: saved };
	},
});
