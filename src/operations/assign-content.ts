import { z } from "zod";
import { PlainDate } from "../domain/calendar/plain-date.ts";
import { type AssignableKind, StateAssignment } from "../domain/review/review-facts.ts";
import type { FactKind } from "../domain/workflow/fact-kinds.ts";
import { InvalidInput, NotFound } from "./errors.ts";
import { defineOperation } from "./operation.ts";
import { MadeOutput } from "./outputs/log-outputs.ts";
import { getPart } from "./plan-part.ts";
import { openReviewRecords } from "./review-records.ts";

/** What the State may set: the texts of a plan, and the degree of improvement with its day. */
export const assignableFields: Readonly<Record<AssignableKind, readonly string[]>> = {
	answer: ["value"],
	goal: ["statement"],
	objective: ["statement"],
	strategy: ["statement", "rationale"],
	milestone: ["statement", "dueOn"],
	target: ["value", "by"],
};

/**
 * The State sets a content or a degree of improvement (SIP-110). The fact itself changes, with the State as its author;
 * the record keeps what stood there before. Only while the plan is assigned by the State.
 */
export const assignContent = defineOperation({
	name: "assign-content",
	title: "Set a content of a plan for the county",
	http: { method: "post", path: "/plans/{documentId}/assignments" },
	input: StateAssignment.pick({ aboutKind: true, aboutId: true, field: true, reason: true }).extend({
		documentId: z.uuid(),
		value: z.string().trim().min(1, "Write what is to stand there.").max(100_000),
		/** The version of the fact that the person saw. */
		version: z.coerce.number().int().min(1),
	}),
	output: MadeOutput,
	async run(context, input): Promise<{ id: string }> {
		const records = await openReviewRecords(context, input.documentId, ["plan.review"], ["assigned-by-state"]);
		const { aboutKind: kind, aboutId, field, reason } = input;
		if (!assignableFields[kind].includes(field)) {
			throw new InvalidInput([
				{ field: "field", message: `Of this part the State can set: ${assignableFields[kind].join(", ")}.` },
			]);
		}
		const { stores } = context;
		const fact =
			kind === "answer"
				? await stores.facts.find("answer", aboutId)
				: await getPart(stores, records.document.id, kind, aboutId);
		if (!fact || ("documentId" in fact && fact.documentId !== records.document.id)) {
			throw new NotFound("This part of the plan is not there any more. See the plan's history.");
		}
		const value = readValue(kind, field, input.value);
		const prior = (fact as unknown as Record<string, unknown>)[field];
		const patch = { [field]: value, ...(kind === "answer" ? { none: false } : {}) } as Record<string, never>;
		await records.write(kind satisfies FactKind, { id: fact.id, version: input.version }, patch, {
			reason: `Assigned by the State: ${reason}`,
		});
		const id = await records.add("state-assignment", {
			aboutKind: kind,
			aboutId,
			field,
			prior: prior === null || prior === undefined ? "" : String(prior),
			assigned: String(value),
			reason,
			assignedOn: records.today,
		});
		await records.tell("content-assigned");
		return { id };
	},
});

function readValue(kind: AssignableKind, field: string, value: string): string | number {
	if (kind === "target" && field === "value") {
		const number = Number(value.replace(/%$/, ""));
		if (Number.isFinite(number)) return number;
		throw new InvalidInput([
			{ field: "value", message: `"${value.slice(0, 40)}" is not a number. Write digits only, for example 12.5.` },
		]);
	}
	if (field === "by" || field === "dueOn") {
		const date = PlainDate.safeParse(value);
		if (date.success) return date.data;
		throw new InvalidInput([
			{ field: "value", message: `"${value.slice(0, 40)}" is not a date. Write it as 2026-06-30.` },
		]);
	}
	return value;
}
