import { z } from "zod";
import { PlainDate } from "../domain/calendar/plain-date.ts";
import { clockEventLabels, stepClock } from "../domain/pip/pip-clock.ts";
import { ClockEventFact } from "../domain/pip/pip-facts.ts";
import type { ClockEventKind } from "../domain/pip/pip-rules.ts";
import { InvalidInput, Refused } from "./errors.ts";
import { openPip, writePipFact } from "./open-pip.ts";
import { defineOperation } from "./operation.ts";
import { MadeOutput } from "./outputs/log-outputs.ts";
import { getPipClock } from "./pip-clock-of.ts";
import { dayOf } from "./plan-checks.ts";
import { settleImplementation } from "./settle-implementation.ts";

/** What the document's own steps say, and is never said twice. */
export const saidByTheDocument: readonly ClockEventKind[] = ["submitted", "approved", "not-approved"];

/** Records what moves a clock of a PIP: a stop with its reason, an extension, the end of implementation. */
export const recordClockEvent = defineOperation({
	name: "record-clock-event",
	title: "Record what moves a clock of a PIP",
	http: { method: "post", path: "/pips/{documentId}/clock" },
	input: ClockEventFact.pick({ eventKind: true }).extend({
		documentId: z.uuid(),
		on: PlainDate,
		months: z.coerce.number().int().min(1).max(24).nullable().default(null),
		reason: z.string().trim().max(2000).default(""),
	}),
	output: MadeOutput,
	async run(context, input): Promise<{ id: string }> {
		const { clock, ids } = context;
		const pip = await openPip(context, input.documentId);
		const { eventKind, on, months, reason } = input;
		if (saidByTheDocument.includes(eventKind)) {
			throw new Refused(
				`"${clockEventLabels[eventKind]}" is taken from the plan’s own steps: submit the plan, or record what the federal agency answered, on the plan’s overview.`,
			);
		}
		const today = dayOf(clock());
		if (on > today) {
			throw new InvalidInput([{ field: "on", message: "This day has not come yet. Record what has happened." }]);
		}
		const before = await getPipClock(context, pip.document, pip.rules);
		const step = stepClock(before, { kind: eventKind, on, months, reason }, pip.rules.clock);
		if (!step.ok) throw new Refused(step.refusal);
		const id = ids.next();
		await writePipFact(context, pip, {
			...{ kind: "clock-event", id, current: undefined, version: 0 },
			patch: { eventKind, on, months, reason },
		});
		await settleImplementation(context, pip, step.state, `${clockEventLabels[eventKind]}. ${reason}`.trim());
		return { id };
	},
});
