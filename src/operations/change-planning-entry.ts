import { z } from "zod";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { NotFound } from "./errors.ts";
import { mergeSave } from "./merge-save.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { SavedOutput } from "./outputs/log-outputs.ts";
import { planningFields as fields } from "./planning-fields.ts";
import { checkPlanningLinks, checkPlanningSense } from "./planning-links.ts";

const target = {
	entryId: z.uuid(),
	version: z.coerce.number().int().min(1),
	reason: z.string().max(2000).default(""),
};

/**
 * Changes fields of one entry of a State's planning. Only the fields that are sent change. A clash with somebody else's save throws
 * `StaleSave` with both texts.
 */
export const changePlanningEntry = defineOperation({
	name: "change-planning-entry",
	title: "Change an entry of a State's planning",
	http: { method: "post", path: "/planning-year/entries/{entryId}" },
	input: z.discriminatedUnion("kind", [
		z.object({ ...target, kind: z.literal("statewide-plan"), patch: fields["statewide-plan"].partial() }),
		z.object({ ...target, kind: z.literal("planning-role"), patch: fields["planning-role"].partial() }),
		z.object({ ...target, kind: z.literal("planning-team"), patch: fields["planning-team"].partial() }),
		z.object({ ...target, kind: z.literal("team-seat"), patch: fields["team-seat"].partial() }),
		z.object({ ...target, kind: z.literal("planning-event"), patch: fields["planning-event"].partial() }),
		z.object({ ...target, kind: z.literal("event-guest"), patch: fields["event-guest"].partial() }),
		z.object({ ...target, kind: z.literal("planning-record"), patch: fields["planning-record"].partial() }),
		z.object({ ...target, kind: z.literal("review-panel"), patch: fields["review-panel"].partial() }),
		z.object({ ...target, kind: z.literal("panel-report"), patch: fields["panel-report"].partial() }),
		z.object({ ...target, kind: z.literal("panel-recommendation"), patch: fields["panel-recommendation"].partial() }),
		z.object({ ...target, kind: z.literal("demographic-panel"), patch: fields["demographic-panel"].partial() }),
		z.object({ ...target, kind: z.literal("case-certification"), patch: fields["case-certification"].partial() }),
		z.object({ ...target, kind: z.literal("visit-report"), patch: fields["visit-report"].partial() }),
		z.object({ ...target, kind: z.literal("distribution"), patch: fields.distribution.partial() }),
		z.object({ ...target, kind: z.literal("due-completion"), patch: fields["due-completion"].partial() }),
	]),
	output: SavedOutput,
	async run({ actor, clock, stores }, input): Promise<{ version: number; savedAt: string }> {
		const kind: typeof input.kind = input.kind;
		const entry = await stores.facts.find(kind, input.entryId);
		if (!entry) throw new NotFound("There is no such entry any more. See the list.");
		const { jurisdictionId } = entry;
		const role = requireRole(actor, "plan.write", await stores.jurisdictions.pathOf(jurisdictionId));
		const patch = Object.fromEntries(Object.entries(input.patch).filter(([, value]) => value !== undefined));
		await checkPlanningLinks(stores, jurisdictionId, patch);
		checkPlanningSense(kind, { ...entry, ...patch });
		const version = await mergeSave(stores, entry as Fact<typeof kind>, {
			...{ kind, id: entry.id, verb: "change", expectedVersion: input.version },
			patch: { ...patch, ...typedAfterwards(kind, entry, patch) } as Record<string, never>,
			...{ jurisdictionId, root: jurisdictionId, role, reason: input.reason },
		});
		return { version, savedAt: clock().toISOString() };
	},
});

/** Numbers of visits that somebody changes by hand are counted no more. */
function typedAfterwards(kind: string, entry: object, patch: Readonly<Record<string, unknown>>) {
	const before: Readonly<Record<string, unknown>> = { ...entry };
	const numbers = ["federalFiscalYear", "children", "careMonths", "visitedMonths", "residenceMonths", "source"];
	const changed = numbers.some((field) => field in patch && patch[field] !== before[field]);
	return kind === "visit-report" && changed ? { sourceKind: "typed" } : {};
}
