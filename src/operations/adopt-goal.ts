import { z } from "zod";
import { PlainDate } from "../domain/calendar/plain-date.ts";
import { goalClosingLabels, goesOn } from "../domain/plan/carry-over-facts.ts";
import type { FactValues } from "../domain/workflow/fact-kinds.ts";
import { InvalidInput, NotFound } from "./errors.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { VersionOutput } from "./outputs/log-outputs.ts";

/**
 * A region, county or Tribe makes a goal of its State its own, with a target of its own for one objective, or changes that
 * target (INT-10). The newest figure of the place becomes its baseline on the day of adoption, and stays it.
 */
export const adoptGoal = defineOperation({
	name: "adopt-goal",
	title: "Adopt a goal of the State",
	http: { method: "post", path: "/shared-goals/{sharedGoalId}/adoptions" },
	input: z.object({
		sharedGoalId: z.uuid(),
		jurisdictionId: z.uuid(),
		objectiveId: z.uuid().nullable().default(null),
		target: z.number().finite().min(0).nullable().default(null),
		by: PlainDate.nullable().default(null),
		note: z.string().trim().max(2000).default(""),
		/** The version that the person saw; 0 when the place has not adopted the goal yet. */
		version: z.coerce.number().int().min(0).default(0),
	}),
	output: VersionOutput.extend({ id: z.uuid() }).meta({ id: "AdoptedGoal" }),
	async run({ actor, ids, stores }, input): Promise<{ id: string; version: number }> {
		const { sharedGoalId, jurisdictionId, objectiveId, target, by, note, version } = input;
		const shared = await stores.facts.find("shared-goal", sharedGoalId);
		const place = await stores.facts.find("jurisdiction", jurisdictionId);
		if (!shared || !place) throw new NotFound("There is no such place, or the goal is not offered any more.");
		const path = await stores.jurisdictions.pathOf(place.id);
		if (place.id === shared.jurisdictionId || !path.includes(shared.jurisdictionId)) {
			throw new NotFound("The goal is offered to places of another State.");
		}
		const role = requireRole(actor, "plan.write", path);
		const objectives = await stores.facts.list("objective", { goalId: shared.goalId });
		const objective = objectives.find(({ id }) => id === objectiveId);
		if (objectiveId !== null && !objective) {
			const message = "The goal has no such objective any more. Load the page again and choose one that it has.";
			throw new InvalidInput([{ field: "objectiveId", message }]);
		}
		if (target !== null && !objective?.measureId) {
			const message = "What the State wants here is no number, so there is no target to set. Leave it empty.";
			throw new InvalidInput([{ field: "target", message }]);
		}
		const known = await stores.facts.list("goal-adoption", { jurisdictionId, sharedGoalId, objectiveId });
		const closings = await stores.plans.closingsOfSharedGoals();
		const closed = closings.find((each) => each.sharedGoalId === sharedGoalId);
		if (known.length === 0 && closed && !goesOn(closed.closing)) {
			const message = `The State has closed this goal (${goalClosingLabels[closed.closing].toLowerCase()}, ${closed.report}). Adopt one that goes on.`;
			throw new InvalidInput([{ field: "jurisdictionId", message }]);
		}
		const common = { jurisdictionId: place.id, root: place.id, role, reason: "" } as const;
		const [adoption] = known;
		if (adoption) {
			const saved = await stores.facts.write({
				...{ kind: "goal-adoption", id: adoption.id, verb: "change", expectedVersion: version },
				...{ patch: { target, by, note }, ...common },
			});
			return { id: adoption.id, version: saved };
		}
		const measure = objective?.measureId ? await stores.facts.find("measure", objective.measureId) : undefined;
		const figures = measure
			? await stores.figures.list({
					...{ jurisdictionIds: [place.id], indicator: measure.indicator, vintage: measure.vintage, newestOnly: true },
				})
			: [];
		const newest = figures.find(({ populationGroup }) => populationGroup === measure?.populationGroup);
		const patch: FactValues<"goal-adoption"> = {
			...{ jurisdictionId, sharedGoalId, objectiveId, target, by, note },
			...{ baselineNumerator: newest?.numerator ?? null, baselineDenominator: newest?.denominator ?? null },
			...{ baselineValue: newest?.value ?? null, baselinePeriodEnd: newest?.periodEnd ?? null },
		};
		const id = ids.next();
		const saved = await stores.facts.write({
			...{ kind: "goal-adoption", id, verb: "add", expectedVersion: 0, patch, ...common },
		});
		return { id, version: saved };
	},
});
