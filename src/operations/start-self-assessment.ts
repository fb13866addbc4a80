import { z } from "zod";
import { Refused } from "./errors.ts";
import { openPlan } from "./open-plan.ts";
import { defineOperation } from "./operation.ts";
import { dayOf } from "./plan-checks.ts";
import { startPlan } from "./start-plan.ts";

/** Starts the self-assessment of a plan, in the plan's own cycle, and names it in the plan (SIP-2). */
export const startSelfAssessment = defineOperation({
	name: "start-self-assessment",
	title: "Start the self-assessment of a plan",
	http: { method: "post", path: "/plans/{documentId}/self-assessment" },
	input: z.object({ documentId: z.uuid() }),
	output: z.object({ id: z.uuid() }),
	async run(context, input): Promise<{ id: string }> {
		const { stores, ids } = context;
		const { document, edition, role } = await openPlan(context, input.documentId);
		if (edition.document.kind !== "county-improvement-plan") {
			throw new Refused("Only a county's improvement plan follows a self-assessment.");
		}
		const named = await stores.facts.list("cross-reference", { documentId: document.id, planKind: "self-assessment" });
		if (named.some((each) => each.linkedDocumentId !== null)) {
			throw new Refused("This plan has its self-assessment here already. Open it from the plan's list of other plans.");
		}
		const jurisdiction = await stores.facts.find("jurisdiction", document.jurisdictionId);
		const year = dayOf(context.clock()).slice(0, 4);
		const title = `${jurisdiction?.name ?? ""} Self-Assessment ${year}`.trim();
		const { id } = await startPlan.run(context, {
			jurisdictionId: document.jurisdictionId,
			editionId: "ca-csa",
			title,
			cycleId: document.cycleId,
		});
		await stores.facts.write({
			kind: "cross-reference",
			id: ids.next(),
			verb: "add",
			expectedVersion: 0,
			patch: {
				...{ jurisdictionId: document.jurisdictionId, documentId: document.id, focusAreaId: null, strategyId: null },
				...{ planKind: "self-assessment", label: title, locator: "", linkedDocumentId: id, completedOn: null },
			},
			jurisdictionId: document.jurisdictionId,
			root: document.id,
			role,
			reason: "",
		});
		return { id };
	},
});
