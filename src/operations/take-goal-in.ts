import { z } from "zod";
import type { CarriedKind } from "../domain/plan/carry-over-facts.ts";
import { FocusArea } from "../domain/plan/plan-facts.ts";
import { InvalidInput, NotFound, Refused } from "./errors.ts";
import { openPlan } from "./open-plan.ts";
import { defineOperation } from "./operation.ts";
import type { Stores } from "./ports.ts";

/**
 * Takes a goal that came after the plan was accepted, such as one of a Program Improvement Plan, into the paper that reports on the
 * plan: from then on it is a goal of the plan's cycle, told of with all that serves it (INT-02; 45 CFR 1355.35, 1357.16(a)(2)).
 */
export const takeGoalIn = defineOperation({
	name: "take-goal-in",
	title: "Take a goal of another document into a report",
	http: { method: "post", path: "/plans/{documentId}/goals-taken-in" },
	input: z.object({
		documentId: z.uuid(),
		goalId: z.uuid(),
		focusAreaId: z.uuid().nullable().default(null).describe("An area of the report; null for a new one."),
		label: FocusArea.shape.label.or(z.literal("")).default("").describe("The name of the new area."),
	}),
	output: z.object({ focusAreaId: z.uuid() }),
	async run(context, { documentId, goalId, focusAreaId, label }): Promise<{ focusAreaId: string }> {
		const { ids, stores } = context;
		const { document, role } = await openPlan(context, documentId);
		const { jurisdictionId } = document;
		if (!document.updateOf) throw new Refused("A plan has goals of its own. Use the goal again in one of its areas.");
		const goal = await stores.facts.find("goal", goalId);
		if (goal?.jurisdictionId !== jurisdictionId) throw new NotFound("There is no such goal in this jurisdiction.");
		if ((await stores.facts.list("goal-use", { documentId, goalId })).length > 0) {
			throw new Refused("The report tells of this goal already.");
		}
		const areas = await stores.facts.list("focus-area", { documentId });
		const place = areas.find(({ id }) => id === focusAreaId);
		if (focusAreaId !== null && !place) throw new NotFound("There is no such area in this report any more.");
		if (!place && label.trim() === "") {
			throw new InvalidInput([{ field: "label", message: "Choose an area of the report, or name a new one." }]);
		}
		const common = { verb: "add", expectedVersion: 0, jurisdictionId, root: documentId, role, reason: "" } as const;
		const areaId = place?.id ?? ids.next();
		if (!place) {
			await stores.facts.write({
				...{ ...common, kind: "focus-area", id: areaId },
				patch: {
					...{
						jurisdictionId,
						documentId,
						subjectKind: "other",
						codes: [],
						label: label.trim(),
						origin: "agency-option",
					},
					position: Math.max(0, ...areas.map(({ position }) => position)) + 1,
					...{ probationConsidered: "unanswered", probationReason: "" },
				},
			});
		}
		const uses = await stores.facts.list("goal-use", { focusAreaId: areaId });
		const position = Math.max(0, ...uses.map((each) => each.position)) + 1;
		const use = { jurisdictionId, documentId, focusAreaId: areaId, goalId, position };
		await stores.facts.write({ ...common, kind: "goal-use", id: ids.next(), patch: use });
		const known = new Set((await stores.facts.list("carried-part", { documentId })).map(({ partId }) => partId));
		for (const [partKind, partId] of await partsOf(stores, goalId)) {
			if (known.has(partId)) continue;
			const patch = { jurisdictionId, documentId, partKind, partId, standing: "not-looked-at", progress: "" } as const;
			await stores.facts.write({ ...common, kind: "carried-part", id: ids.next(), patch });
		}
		return { focusAreaId: areaId };
	},
});

/** The goal and all that serves it, each by reference. */
async function partsOf(stores: Stores, goalId: string): Promise<readonly (readonly [CarriedKind, string])[]> {
	const objectives = await stores.facts.list("objective", { goalId });
	const parts: (readonly [CarriedKind, string])[] = [
		["goal", goalId],
		...objectives.map(({ id }) => ["objective", id] as const),
	];
	for (const { id: strategyId } of await stores.facts.list("strategy", { goalId })) {
		const milestones = await stores.facts.list("milestone", { strategyId });
		parts.push(["strategy", strategyId], ...milestones.map(({ id }) => ["milestone", id] as const));
	}
	return parts;
}
