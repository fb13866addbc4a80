import { z } from "zod";
import { FindingAnswer } from "../domain/finding/finding-facts.ts";
import { InvalidInput, NotFound } from "./errors.ts";
import { mergeSave } from "./merge-save.ts";
import { openPlan } from "./open-plan.ts";
import { defineOperation } from "./operation.ts";
import { VersionOutput } from "./outputs/log-outputs.ts";
import { getPart } from "./plan-part.ts";

/** Says how a plan answers a finding: by one of its components, or put off with a reason (SIP-41). */
export const answerFinding = defineOperation({
	name: "answer-finding",
	title: "Answer a finding in a plan",
	http: { method: "post", path: "/plans/{documentId}/findings/{findingId}" },
	input: FindingAnswer.pick({ disposition: true }).extend({
		documentId: z.uuid(),
		findingId: z.uuid(),
		focusAreaId: z.uuid().nullable().default(null),
		reason: z.string().trim().max(4000).default(""),
		version: z.coerce.number().int().min(0),
	}),
	output: VersionOutput,
	async run(context, input): Promise<{ version: number }> {
		const { ids, stores } = context;
		const { document, role } = await openPlan(context, input.documentId);
		const finding = await stores.facts.find("finding", input.findingId);
		if (finding?.jurisdictionId !== document.jurisdictionId) throw new NotFound("There is no such finding here.");
		if (input.disposition === "deferred" && input.reason === "") {
			throw new InvalidInput([{ field: "reason", message: "Say why the plan does not answer this finding now." }]);
		}
		if (input.disposition === "answered") {
			if (!input.focusAreaId) {
				throw new InvalidInput([{ field: "focusAreaId", message: "Choose the component that answers the finding." }]);
			}
			await getPart(stores, document.id, "focus-area", input.focusAreaId);
		}
		const values = {
			disposition: input.disposition,
			focusAreaId: input.disposition === "answered" ? input.focusAreaId : null,
			reason: input.reason,
		};
		const current = (await stores.facts.list("finding-answer", { documentId: document.id, findingId: finding.id }))[0];
		const common = {
			kind: "finding-answer",
			jurisdictionId: document.jurisdictionId,
			root: document.id,
			role,
			reason: "",
		} as const;
		const version = current
			? await mergeSave(stores, current, {
					...common,
					id: current.id,
					verb: "change",
					expectedVersion: input.version,
					patch: values,
				})
			: await stores.facts.write({
					...common,
					id: ids.named("finding-answer", document.id, finding.id),
					verb: "add",
					expectedVersion: 0,
					patch: { ...values, jurisdictionId: document.jurisdictionId, documentId: document.id, findingId: finding.id },
				});
		return { version };
	},
});
