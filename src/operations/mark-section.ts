import { z } from "zod";
import { SectionStanding } from "../domain/drafting/drafting-facts.ts";
import { may } from "../domain/people/may.ts";
import { NotAllowed, NotFound } from "./errors.ts";
import { openDrafting } from "./open-drafting.ts";
import { defineOperation } from "./operation.ts";
import { SavedOutput } from "./outputs/log-outputs.ts";

/** The owner of a section, or somebody who writes the plan, says how far it is. */
export const markSection = defineOperation({
	name: "mark-section",
	title: "Say how far a section is",
	http: { method: "post", path: "/plans/{documentId}/assignments/{assignmentId}/standing" },
	input: z.object({
		documentId: z.uuid(),
		assignmentId: z.uuid(),
		standing: SectionStanding,
		version: z.coerce.number().int().min(1),
	}),
	output: SavedOutput,
	async run(context, { documentId, assignmentId, standing, version }): Promise<{ version: number; savedAt: string }> {
		const { actor, clock, stores } = context;
		const drafting = await openDrafting(context, documentId, "plan.comment");
		const assignment = await stores.facts.find("section-assignment", assignmentId);
		if (assignment?.documentId !== documentId) {
			throw new NotFound("This section is not assigned: see who writes what in the plan.");
		}
		if (assignment.ownerId !== actor.personId && !may(actor, "plan.write", drafting.path)) {
			throw new NotAllowed(
				`How far this section is says ${assignment.ownerName || "its owner"}, or somebody who writes the plan.`,
			);
		}
		const saved = await drafting.write("section-assignment", "change", { id: assignment.id, version }, { standing });
		return { version: saved, savedAt: clock().toISOString() };
	},
});
