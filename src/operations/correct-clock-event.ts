import { z } from "zod";
import { PlainDate } from "../domain/calendar/plain-date.ts";
import { clockEventLabels } from "../domain/pip/pip-clock.ts";
import { InvalidInput } from "./errors.ts";
import { getPipFact, openPip, writePipFact } from "./open-pip.ts";
import { defineOperation } from "./operation.ts";
import { VersionOutput } from "./outputs/log-outputs.ts";
import { tryClock } from "./pip-clock-of.ts";
import { dayOf } from "./plan-checks.ts";
import { settleImplementation } from "./settle-implementation.ts";

/** Puts right what was recorded of a clock of a PIP: its day, months or reason. Every day that follows from it is worked out anew. */
export const correctClockEvent = defineOperation({
	name: "correct-clock-event",
	title: "Put right what moved a clock of a PIP",
	http: { method: "post", path: "/pips/{documentId}/clock/{eventId}" },
	input: z.object({
		documentId: z.uuid(),
		eventId: z.uuid(),
		version: z.coerce.number().int().min(1),
		on: PlainDate,
		months: z.coerce.number().int().min(1).max(24).nullable().default(null),
		reason: z.string().trim().max(2000).default(""),
		correction: z.string().trim().min(1, "Say why it is put right.").max(1000),
	}),
	output: VersionOutput,
	async run(context, { documentId, eventId, version, correction, ...patch }): Promise<{ version: number }> {
		const pip = await openPip(context, documentId);
		const current = await getPipFact(context, pip, "clock-event", eventId);
		if (patch.on > dayOf(context.clock())) {
			throw new InvalidInput([{ field: "on", message: "This day has not come yet. Record what has happened." }]);
		}
		const state = await tryClock(context, pip, (events) =>
			events.map((each) => (each.id === eventId ? { ...each, ...patch } : each)),
		);
		const saved = await writePipFact(context, pip, {
			...{ kind: "clock-event", id: eventId, current, version, patch, reason: correction },
		});
		await settleImplementation(context, pip, state, `${clockEventLabels[current.eventKind]}, put right. ${correction}`);
		return { version: saved };
	},
});
