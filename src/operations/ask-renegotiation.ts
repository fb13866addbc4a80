import { z } from "zod";
import { isPlainDate, PlainDate } from "../domain/calendar/plain-date.ts";
import {
	codesIn,
	numberIn,
	Renegotiation,
	renegotiable,
	renegotiableParts,
	renegotiationFault,
} from "../domain/pip/renegotiation.ts";
import { InvalidInput, NotFound } from "./errors.ts";
import { openPip, writePipFact } from "./open-pip.ts";
import { defineOperation } from "./operation.ts";
import { MadeOutput } from "./outputs/log-outputs.ts";
import { dayOf } from "./plan-checks.ts";
import { viewOfPip } from "./view-of-pip.ts";

/**
 * Asks the federal agency to negotiate a part of a PIP in force anew: what it says now, what it should say, and why. Nothing of the plan
 * changes before it is agreed; the work plan gets a step that waits for the answer.
 */
export const askRenegotiation = defineOperation({
	name: "ask-renegotiation",
	title: "Ask to negotiate a part of a PIP anew",
	http: { method: "post", path: "/pips/{documentId}/renegotiations" },
	input: Renegotiation.pick({ partKind: true, partId: true, field: true }).extend({
		documentId: z.uuid(),
		after: z.string().trim().min(1, "Write what it should say.").max(2000),
		reason: z.string().trim().min(1, "Say why it must be negotiated anew.").max(2000),
		askedOn: PlainDate,
	}),
	output: MadeOutput,
	async run(context, { documentId, ...asked }): Promise<{ id: string }> {
		const { clock, ids } = context;
		const pip = await openPip(context, documentId);
		const found = await viewOfPip(context, documentId);
		const { partKind, partId, field, askedOn } = asked;
		const refuse = (where: string, message: string) => {
			throw new InvalidInput([{ field: where, message }]);
		};
		if (!renegotiable[partKind].includes(field)) {
			refuse("field", `Of this part, ${renegotiable[partKind].join(" or ")} can be negotiated anew.`);
		}
		const part = renegotiableParts(found.graph, found.pip).find((each) => each.id === partId && each.field === field);
		if (!part) throw new NotFound("This part of the plan is not there any more: see the plan’s history.");
		const after = normal(field, asked.after);
		const fault = renegotiationFault({ partKind, partId, field, after }, found);
		if (fault) refuse("after", fault);
		if (after === part.now) refuse("after", "This is what it says already. Write what it should say instead.");
		if (askedOn > dayOf(clock())) refuse("askedOn", "This day has not come yet. Record what has happened.");
		const approvedOn = found.view.state.approvedOn;
		if (approvedOn && askedOn < approvedOn) refuse("askedOn", "Ask after the plan was approved.");
		const open = found.pip.renegotiations.find(
			(each) => each.partId === partId && each.field === field && each.answer === null,
		);
		if (open) refuse("part", "This is being negotiated already. Record its answer first.");
		const [id, workStepId] = [ids.next(), ids.next()];
		await writePipFact(context, pip, {
			...{ kind: "work-step", id: workStepId, current: undefined, version: 0 },
			patch: {
				...{ track: "response", label: `Federal agency’s answer: ${part.name}`.slice(0, 300), dueOn: null },
				...{ assignedTo: "", doneOn: null, note: "" },
			},
		});
		await writePipFact(context, pip, {
			...{ kind: "renegotiation", id, current: undefined, version: 0 },
			patch: {
				...{ partKind, partId, field, before: part.now, after, reason: asked.reason, askedOn, workStepId },
				...{ answer: null, answeredOn: null, answeredBy: "", letter: "" },
			},
		});
		return { id };
	},
});

/** Codes and numbers as they are kept; days and text as they were given. */
function normal(field: Renegotiation["field"], text: string): string {
	if (field === "codes") return codesIn(text).join(", ");
	const number = field === "value" ? numberIn(text) : Number.NaN;
	return Number.isFinite(number) && !isPlainDate(text) ? String(number) : text;
}
