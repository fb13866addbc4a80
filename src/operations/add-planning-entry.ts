import { z } from "zod";
import { getState } from "./get-state.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { MadeOutput } from "./outputs/log-outputs.ts";
import { planningAddFields as fields } from "./planning-fields.ts";
import { checkPlanningLinks, checkPlanningSense } from "./planning-links.ts";

const ofState = { jurisdictionId: z.uuid() };

/**
 * Adds to one of the lists of a State's planning: a statewide plan, a role, a team or a seat in it, a meeting or a guest, a record, a
 * citizen review panel with its reports and recommendations, a demographic table, a certification of cases, a report of caseworker
 * visits, a paper given out, a due date met.
 */
export const addPlanningEntry = defineOperation({
	name: "add-planning-entry",
	title: "Add to a list of a State's planning",
	http: { method: "post", path: "/planning-year/entries" },
	input: z.discriminatedUnion("kind", [
		z.object({ ...ofState, kind: z.literal("statewide-plan"), ...fields["statewide-plan"].shape }),
		z.object({ ...ofState, kind: z.literal("planning-role"), ...fields["planning-role"].shape }),
		z.object({ ...ofState, kind: z.literal("planning-team"), ...fields["planning-team"].shape }),
		z.object({ ...ofState, kind: z.literal("team-seat"), ...fields["team-seat"].shape }),
		z.object({ ...ofState, kind: z.literal("planning-event"), ...fields["planning-event"].shape }),
		z.object({ ...ofState, kind: z.literal("event-guest"), ...fields["event-guest"].shape }),
		z.object({ ...ofState, kind: z.literal("planning-record"), ...fields["planning-record"].shape }),
		z.object({ ...ofState, kind: z.literal("review-panel"), ...fields["review-panel"].shape }),
		z.object({ ...ofState, kind: z.literal("panel-report"), ...fields["panel-report"].shape }),
		z.object({ ...ofState, kind: z.literal("panel-recommendation"), ...fields["panel-recommendation"].shape }),
		z.object({ ...ofState, kind: z.literal("demographic-panel"), ...fields["demographic-panel"].shape }),
		z.object({ ...ofState, kind: z.literal("case-certification"), ...fields["case-certification"].shape }),
		z.object({ ...ofState, kind: z.literal("visit-report"), ...fields["visit-report"].shape }),
		z.object({ ...ofState, kind: z.literal("distribution"), ...fields.distribution.shape }),
		z.object({ ...ofState, kind: z.literal("due-completion"), ...fields["due-completion"].shape }),
	]),
	output: MadeOutput,
	async run({ actor, ids, stores }, { kind, jurisdictionId, ...values }): Promise<{ id: string }> {
		const state = await getState(stores, jurisdictionId);
		const role = requireRole(actor, "plan.write", await stores.jurisdictions.pathOf(state.id));
		await checkPlanningLinks(stores, state.id, values);
		checkPlanningSense(kind, values);
		const id = ids.next();
		await stores.facts.write({
			...{ kind, id, verb: "add", expectedVersion: 0, patch: { ...values, jurisdictionId: state.id } },
			...{ jurisdictionId: state.id, root: state.id, role, reason: "" },
		});
		return { id };
	},
});
