import { z } from "zod";
import { isPlainDate, PlainDate } from "../domain/calendar/plain-date.ts";
import { WholePartKind } from "../domain/pip/pip-facts.ts";
import {
	additionFault,
	codesIn,
	numberIn,
	Renegotiation,
	type RenegotiationContext,
	renegotiable,
	renegotiableParts,
	renegotiationFault,
} from "../domain/pip/renegotiation.ts";
import { wholePartLabels } from "../domain/pip/whole-parts.ts";
import { InvalidInput, NotFound } from "./errors.ts";
import { type OpenPip, openPip, writePipFact } from "./open-pip.ts";
import { defineOperation, type OperationContext } from "./operation.ts";
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
	input: Renegotiation.pick({ partKind: true, field: true }).extend({
		documentId: z.uuid(),
		partId: z.uuid().nullable().default(null).describe("The part; of one that is added, null."),
		underId: z.uuid().nullable().default(null).describe("What a part is added to; null for a goal."),
		after: z.string().trim().max(2000).default("").describe("What it should say; empty for a part that is taken out."),
		codes: z.array(z.string().max(40)).max(40).default([]).describe("Of a goal that is added: what it addresses."),
		rationale: z.string().trim().max(2000).default("").describe("Of a strategy that is added."),
		dueOn: PlainDate.nullable().default(null).describe("Of a key activity that is added: its projected completion."),
		assignedTitle: z
			.string()
			.trim()
			.max(200)
			.default("")
			.describe("Of a key activity that is added: who is responsible."),
		reason: z.string().trim().min(1, "Say why it must be negotiated anew.").max(2000),
		askedOn: PlainDate,
	}),
	output: MadeOutput,
	async run(context, { documentId, ...asked }): Promise<{ id: string }> {
		const { clock } = context;
		const pip = await openPip(context, documentId);
		const found = await viewOfPip(context, documentId);
		const { partKind, partId, field, askedOn } = asked;
		if (!renegotiable[partKind].includes(field)) {
			refuse("field", `Of this part, ${renegotiable[partKind].join(" or ")} can be negotiated anew.`);
		}
		if (field !== "takenOut" && asked.after === "") refuse("after", "Write what it should say.");
		if (askedOn > dayOf(clock())) refuse("askedOn", "This day has not come yet. Record what has happened.");
		const approvedOn = found.view.state.approvedOn;
		if (approvedOn && askedOn < approvedOn) refuse("askedOn", "Ask after the plan was approved.");
		if (field === "added") return askAddition(context, pip, found, asked);
		if (!partId) throw new NotFound("Say which part of the plan is negotiated anew.");
		const part = renegotiableParts(found.graph, found.pip).find((each) => each.id === partId && each.field === field);
		if (!part) throw new NotFound("This part of the plan is not there any more: see the plan’s history.");
		const after = field === "takenOut" ? "" : normal(field, asked.after);
		const fault = renegotiationFault({ partKind, partId, field, after }, found);
		if (fault) refuse("after", fault);
		if (after === part.now) refuse("after", "This is what it says already. Write what it should say instead.");
		const open = found.pip.renegotiations.find(
			(each) => each.partId === partId && each.field === field && each.answer === null,
		);
		if (open) refuse("part", "This is being negotiated already. Record its answer first.");
		return writeAsked(context, pip, part.name, {
			...{ partKind, partId, field, before: part.now, after, reason: asked.reason, askedOn },
		});
	},
});

function refuse(field: string, message: string): never {
	throw new InvalidInput([{ field, message }]);
}

/** Writes what was asked, and the step of the work plan that waits for the answer. */
async function writeAsked(
	context: OperationContext,
	pip: OpenPip,
	name: string,
	asked: Pick<Renegotiation, "partKind" | "partId" | "field" | "before" | "after" | "reason" | "askedOn">,
): Promise<{ id: string }> {
	const { ids } = context;
	const [id, workStepId] = [ids.next(), ids.next()];
	await writePipFact(context, pip, {
		...{ kind: "work-step", id: workStepId, current: undefined, version: 0 },
		patch: {
			...{ track: "response", label: `Federal agency’s answer: ${name}`.slice(0, 300), dueOn: null },
			...{ assignedTo: "", doneOn: null, note: "" },
		},
	});
	await writePipFact(context, pip, {
		...{ kind: "renegotiation", id, current: undefined, version: 0 },
		patch: { ...asked, workStepId, answer: null, answeredOn: null, answeredBy: "", letter: "" },
	});
	return { id };
}

/** A goal, strategy or key activity that the plan does not have yet: kept beside the plan until it is agreed. */
async function askAddition(
	context: OperationContext,
	pip: OpenPip,
	found: RenegotiationContext,
	asked: Pick<Renegotiation, "partKind" | "after" | "reason" | "askedOn"> & {
		readonly underId: string | null;
		readonly codes: readonly string[];
		readonly rationale: string;
		readonly dueOn: PlainDate | null;
		readonly assignedTitle: string;
	},
): Promise<{ id: string }> {
	const kind = WholePartKind.parse(asked.partKind);
	const codes = codesIn(asked.codes.join(" "));
	const { underId, dueOn, after, rationale, assignedTitle } = asked;
	const fault = additionFault({ partKind: kind, underId, codes, dueOn }, found);
	if (fault) refuse(fault.field, fault.message);
	const partId = context.ids.next();
	const { id } = await writeAsked(context, pip, `${wholePartLabels[kind]} to be added`, {
		...{ partKind: kind, partId, field: "added", before: "", after, reason: asked.reason, askedOn: asked.askedOn },
	});
	await writePipFact(context, pip, {
		...{ kind: "renegotiated-part", id: context.ids.next(), current: undefined, version: 0 },
		patch: {
			...{ renegotiationId: id, position: 1, partKind: kind, partId, parentId: underId, place: 0, number: "" },
			...{ statement: after, codes: kind === "goal" ? [...codes] : [] },
			rationale: kind === "strategy" ? rationale : "",
			...(kind === "milestone"
				? { dueOn, assignedTitle, status: "not-started" }
				: { dueOn: null, assignedTitle: "", status: null }),
			...{ completedOn: null, proof: "", explanation: "" },
		},
	});
	return { id };
}

/** Codes and numbers as they are kept; days and text as they were given. */
function normal(field: Renegotiation["field"], text: string): string {
	if (field === "codes") return codesIn(text).join(", ");
	const number = field === "value" ? numberIn(text) : Number.NaN;
	return Number.isFinite(number) && !isPlainDate(text) ? String(number) : text;
}
