import { z } from "zod";
import { isFinalPaper } from "../domain/document/yearly-paper.ts";
import { GoalClosing } from "../domain/plan/carry-over-facts.ts";
import { findEdition } from "../frameworks/editions.ts";
import { InvalidInput, NotFound, Refused } from "./errors.ts";
import { mergeSave } from "./merge-save.ts";
import { openPlan } from "./open-plan.ts";
import { defineOperation } from "./operation.ts";
import { VersionOutput } from "./outputs/log-outputs.ts";

/**
 * Closes a goal in the report at the end of a plan: achieved, partly achieved and carried on, not achieved and carried on, or dropped;
 * all but the first with the reason (42 USC 629b(a)(2)(C)(ii)).
 */
export const closeGoal = defineOperation({
	name: "close-goal",
	title: "Close a goal at the end of a plan",
	http: { method: "post", path: "/plans/{documentId}/closings/{goalId}" },
	input: z.object({
		documentId: z.uuid(),
		goalId: z.uuid(),
		closing: GoalClosing,
		closingReason: z.string().trim().max(4000).default(""),
		version: z.coerce.number().int().min(1),
	}),
	output: VersionOutput,
	async run(context, input): Promise<{ version: number }> {
		const { stores } = context;
		const { document, role } = await openPlan(context, input.documentId);
		const edition = findEdition(document.editionId);
		if (!edition || !isFinalPaper(edition, document)) {
			throw new Refused("Goals are closed in the report at the end of a plan. A yearly paper says how they stand.");
		}
		const [part] = await stores.facts.list("carried-part", { documentId: document.id, partId: input.goalId });
		if (part?.partKind !== "goal") throw new NotFound("This goal is not among those that the report closes.");
		const { closing, closingReason } = input;
		if (closing !== "achieved" && closingReason === "") {
			const message =
				closing === "dropped" ? "Say why it was dropped." : "Say what is left, and how the next plan takes it up.";
			throw new InvalidInput([{ field: "closingReason", message }]);
		}
		const version = await mergeSave(stores, part, {
			...{ kind: "carried-part", id: part.id, verb: "change", expectedVersion: input.version },
			...{ patch: { closing, closingReason, standing: "done" as const }, jurisdictionId: document.jurisdictionId },
			...{ root: document.id, role, reason: "" },
		});
		return { version };
	},
});
