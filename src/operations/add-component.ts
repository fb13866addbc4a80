import { z } from "zod";
import { FocusArea } from "../domain/plan/plan-facts.ts";
import { NotFound } from "./errors.ts";
import { openPlanParts } from "./open-plan.ts";
import { defineOperation } from "./operation.ts";
import { MadeOutput } from "./outputs/log-outputs.ts";

/** Adds a component: an outcome indicator, a systemic factor or an area of the agency's own that the plan addresses. */
export const addComponent = defineOperation({
	name: "add-component",
	title: "Add a component",
	http: { method: "post", path: "/plans/{documentId}/components" },
	input: FocusArea.pick({ subjectKind: true, codes: true, label: true, origin: true })
		.partial({ origin: true })
		.extend({
			documentId: z.uuid(),
			/** The finding that the component answers, where it answers one. */
			findingId: z.uuid().optional(),
		}),
	output: MadeOutput,
	async run(context, input): Promise<{ id: string }> {
		const { stores, ids } = context;
		const { document, role } = await openPlanParts(context, input.documentId);
		const siblings = await stores.facts.list("focus-area", { documentId: document.id });
		const id = ids.next();
		const common = {
			verb: "add",
			expectedVersion: 0,
			jurisdictionId: document.jurisdictionId,
			root: document.id,
			role,
			reason: "",
		} as const;
		await stores.facts.write({
			...common,
			kind: "focus-area",
			id,
			patch: {
				jurisdictionId: document.jurisdictionId,
				documentId: document.id,
				position: Math.max(0, ...siblings.map((each) => each.position)) + 1,
				subjectKind: input.subjectKind,
				codes: input.codes,
				label: input.label,
				origin: input.origin ?? (input.findingId ? "self-assessment" : "agency-option"),
				probationConsidered: "unanswered",
				probationReason: "",
			},
		});
		if (input.findingId) {
			const finding = await stores.facts.find("finding", input.findingId);
			if (finding?.jurisdictionId !== document.jurisdictionId) throw new NotFound("There is no such finding here.");
			await stores.facts.write({
				...common,
				kind: "finding-answer",
				id: ids.named("finding-answer", document.id, finding.id),
				patch: {
					jurisdictionId: document.jurisdictionId,
					documentId: document.id,
					findingId: finding.id,
					focusAreaId: id,
					disposition: "answered",
					reason: "",
				},
			});
		}
		return { id };
	},
});
