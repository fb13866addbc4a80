import { z } from "zod";
import { AssistanceStatus, LawChangeStatus } from "../domain/plan/request-facts.ts";
import { NotFound } from "./errors.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { VersionOutput } from "./outputs/log-outputs.ts";

const common = {
	requestId: z.uuid(),
	version: z.coerce.number().int().min(1),
	note: z.string().trim().max(2000).default(""),
};

/** The State answers what a county asks of it: technical assistance, or a change of law. The county's own words stay. */
export const answerRequest = defineOperation({
	name: "answer-request",
	title: "Answer a county's request",
	http: { method: "post", path: "/requests/{requestId}/answer" },
	input: z.discriminatedUnion("kind", [
		z.object({ ...common, kind: z.literal("assistance-request"), status: AssistanceStatus }),
		z.object({ ...common, kind: z.literal("law-change"), status: LawChangeStatus }),
	]),
	output: VersionOutput,
	async run({ actor, stores }, input): Promise<{ version: number }> {
		const request = await stores.facts.find(input.kind, input.requestId);
		if (!request) throw new NotFound("There is no such request, or it is not shared with you.");
		const role = requireRole(actor, "plan.review", await stores.jurisdictions.pathOf(request.jurisdictionId));
		const version = await stores.facts.write({
			kind: input.kind,
			id: request.id,
			verb: "change",
			expectedVersion: input.version,
			patch: { status: input.status, stateNote: input.note },
			jurisdictionId: request.jurisdictionId,
			root: request.documentId,
			role,
			reason: "",
		});
		return { version };
	},
});
