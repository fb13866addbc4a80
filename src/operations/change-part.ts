import { z } from "zod";
import { isEntryKind } from "../domain/document/entry-kinds.ts";
import { Party, TeamMember } from "../domain/engagement/engagement-facts.ts";
import { FocusArea, Goal, Milestone, Objective, Strategy } from "../domain/plan/plan-facts.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { entryFields } from "./entry-fields.ts";
import { checkConsent, checkEntryLinks, checkLeadingField } from "./entry-links.ts";
import { mergeSave } from "./merge-save.ts";
import { openPlan, openPlanParts } from "./open-plan.ts";
import { defineOperation } from "./operation.ts";
import { SavedOutput } from "./outputs/log-outputs.ts";
import { getPart, type PartKind } from "./plan-part.ts";

/** The fields of each kind of part that people may change. What ties parts together is not among them. */
export const partPatches = {
	"focus-area": FocusArea.pick({
		subjectKind: true,
		codes: true,
		label: true,
		origin: true,
		probationConsidered: true,
		probationReason: true,
	}),
	goal: Goal.pick({ statement: true, goalKind: true, population: true }),
	objective: Objective.pick({ statement: true, evidenceOfCompletion: true }),
	strategy: Strategy.pick({ statement: true, rationale: true, population: true }),
	milestone: Milestone.pick({
		statement: true,
		timeframeMonths: true,
		dueOn: true,
		assignedTitle: true,
		assignedPersonId: true,
		assignedAgency: true,
		population: true,
		status: true,
		completedOn: true,
	}),
	"team-member": TeamMember.pick({ group: true, participation: true, on: true }),
	party: Party.pick({ name: true, affiliation: true }),
	...entryFields,
} as const;

/** What a yearly paper has of its own: who worked on it. */
const aboutTeam: readonly PartKind[] = ["team-member", "party"];

const target = {
	documentId: z.uuid(),
	id: z.uuid(),
	version: z.coerce.number().int().min(1),
	reason: z.string().max(2000).default(""),
};

/**
 * Changes fields of one part of a plan: a component, goal, objective, strategy, milestone, team member or party,
 * or an entry of one of its lists. Only the fields that are sent change. A clash with somebody else's save throws `StaleSave` with both texts.
 */
export const changePart = defineOperation({
	name: "change-part",
	title: "Change a part of a plan",
	http: { method: "post", path: "/plans/{documentId}/parts/{id}" },
	input: z.discriminatedUnion("kind", [
		z.object({ ...target, kind: z.literal("focus-area"), patch: partPatches["focus-area"].partial() }),
		z.object({ ...target, kind: z.literal("goal"), patch: partPatches.goal.partial() }),
		z.object({ ...target, kind: z.literal("objective"), patch: partPatches.objective.partial() }),
		z.object({ ...target, kind: z.literal("strategy"), patch: partPatches.strategy.partial() }),
		z.object({ ...target, kind: z.literal("milestone"), patch: partPatches.milestone.partial() }),
		z.object({ ...target, kind: z.literal("team-member"), patch: partPatches["team-member"].partial() }),
		z.object({ ...target, kind: z.literal("party"), patch: partPatches.party.partial() }),
		z.object({ ...target, kind: z.literal("planning-body"), patch: partPatches["planning-body"].partial() }),
		z.object({ ...target, kind: z.literal("data-collection"), patch: partPatches["data-collection"].partial() }),
		z.object({ ...target, kind: z.literal("peer-review"), patch: partPatches["peer-review"].partial() }),
		z.object({ ...target, kind: z.literal("subject-analysis"), patch: partPatches["subject-analysis"].partial() }),
		z.object({ ...target, kind: z.literal("meeting"), patch: partPatches.meeting.partial() }),
		z.object({ ...target, kind: z.literal("invitation"), patch: partPatches.invitation.partial() }),
		z.object({ ...target, kind: z.literal("partner-input"), patch: partPatches["partner-input"].partial() }),
		z.object({ ...target, kind: z.literal("compensation"), patch: partPatches.compensation.partial() }),
		z.object({ ...target, kind: z.literal("assistance-request"), patch: partPatches["assistance-request"].partial() }),
		z.object({ ...target, kind: z.literal("law-change"), patch: partPatches["law-change"].partial() }),
		z.object({ ...target, kind: z.literal("cross-reference"), patch: partPatches["cross-reference"].partial() }),
		z.object({ ...target, kind: z.literal("training-course"), patch: partPatches["training-course"].partial() }),
	]),
	output: SavedOutput,
	async run(context, input): Promise<{ version: number; savedAt: string }> {
		const { stores, clock } = context;
		const { document, role } = await (aboutTeam.includes(input.kind) ? openPlan : openPlanParts)(
			context,
			input.documentId,
		);
		const kind: PartKind = input.kind;
		const part = await getPart(stores, document.id, kind, input.id);
		if (isEntryKind(kind)) {
			checkLeadingField(kind, input.patch);
			if (input.kind === "partner-input")
				checkConsent({ ...(part as Fact<"partner-input">), ...withoutUndefined(input.patch) });
			await checkEntryLinks(stores, document, input.patch);
		}
		const version = await mergeSave(stores, part as Fact<typeof kind>, {
			kind,
			id: part.id,
			verb: "change",
			expectedVersion: input.version,
			patch: withoutUndefined(input.patch),
			jurisdictionId: document.jurisdictionId,
			root: document.id,
			role,
			reason: input.reason,
		});
		return { version, savedAt: clock().toISOString() };
	},
});

/** Fields that were not sent are left alone. */
function withoutUndefined(patch: object): Record<string, never> {
	return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as Record<string, never>;
}
