import { z } from "zod";
import { PlainDate } from "../domain/calendar/plain-date.ts";
import { judgeTarget, type TargetVerdict } from "../domain/measure/judge-target.ts";
import { Observation } from "../domain/measure/measure-facts.ts";
import { type LeftOut, type RollUp, rollUp } from "../domain/measure/roll-up.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { listPlacesFor } from "./list-places-for.ts";
import { defineOperation, type OperationContext } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";

/** How a place stands on an objective of the State that it has adopted. */
export type AdoptedObjective = {
	readonly place: Fact<"jurisdiction">;
	readonly adoption: Fact<"goal-adoption">;
	/** The newest figure of the place. */
	readonly newest: Observation | null;
	/** Against the place's own target. */
	readonly verdict: TargetVerdict | null;
};

export type SharedObjective = {
	readonly objective: Fact<"objective"> | null;
	readonly measure: Fact<"measure"> | null;
	readonly baseline: Fact<"baseline"> | null;
	readonly target: Fact<"target"> | null;
	readonly adoptions: readonly AdoptedObjective[];
	/** The places that adopted it as one, from numerators and denominators; null where they cannot be added up. */
	readonly together: RollUp<string> | null;
};

export type SharedGoalView = {
	readonly shared: Fact<"shared-goal">;
	readonly goal: Fact<"goal">;
	readonly state: Fact<"jurisdiction">;
	readonly objectives: readonly SharedObjective[];
};

export type SharedGoals = {
	readonly goals: readonly SharedGoalView[];
	/** Goals of the asker's State that are not offered yet. */
	readonly offerable: readonly Fact<"goal">[];
	/** States whose goals the asker may offer. */
	readonly offerFor: readonly Fact<"jurisdiction">[];
	/** Places for which the asker may adopt goals. */
	readonly adoptFor: readonly Fact<"jurisdiction">[];
};

const LeftOutName = z.enum(["no-figure", "another-period", "no-counts"]) satisfies z.ZodType<LeftOut>;

const SharedObjectiveOutput = z
	.object({
		objective: factOutputs.objective.nullable(),
		measure: factOutputs.measure.nullable(),
		baseline: factOutputs.baseline.nullable(),
		target: factOutputs.target.nullable(),
		adoptions: z.array(
			z.object({
				place: factOutputs.jurisdiction,
				adoption: factOutputs["goal-adoption"],
				newest: Observation.nullable(),
				verdict: z.enum(["met", "not-met", "no-figure"]).nullable(),
			}),
		),
		together: z
			.object({
				...{ periodStart: PlainDate, periodEnd: PlainDate, numerator: z.number(), denominator: z.number() },
				...{ value: z.number(), counted: z.array(z.string()) },
				leftOut: z.array(z.object({ place: z.string(), why: LeftOutName })),
			})
			.nullable(),
	})
	.meta({ id: "SharedObjective" });

/** Goals of the State that its places may adopt, who has adopted them with which target, and all of them added up (INT-10). */
export const listSharedGoals = defineOperation({
	name: "list-shared-goals",
	title: "List goals of the State and who has adopted them",
	http: { method: "get", path: "/shared-goals" },
	input: z.object({}),
	output: z.object({
		goals: z.array(
			z
				.object({
					shared: factOutputs["shared-goal"],
					goal: factOutputs.goal,
					state: factOutputs.jurisdiction,
					objectives: z.array(SharedObjectiveOutput),
				})
				.meta({ id: "SharedGoalWithAdoptions" }),
		),
		offerable: z.array(factOutputs.goal),
		offerFor: z.array(factOutputs.jurisdiction),
		adoptFor: z.array(factOutputs.jurisdiction),
	}),
	async run(context): Promise<SharedGoals> {
		const { stores } = context;
		const places = new Map((await stores.facts.list("jurisdiction")).map((each) => [each.id, each]));
		const adoptions = await stores.facts.list("goal-adoption");
		const goals: SharedGoalView[] = [];
		for (const shared of await stores.facts.list("shared-goal")) {
			const goal = await stores.facts.find("goal", shared.goalId);
			const state = places.get(shared.jurisdictionId);
			if (!goal || !state) continue;
			const ofGoal = adoptions.filter(({ sharedGoalId }) => sharedGoalId === shared.id);
			goals.push({ shared, goal, state, objectives: await objectivesOf(context, goal.id, ofGoal, places) });
		}
		const writable = await listPlacesFor.run(context, { permission: "plan.write" });
		const offerFor = writable.filter(({ kind }) => kind === "state");
		const states = new Set(offerFor.map(({ id }) => id));
		const offered = new Set(goals.map(({ goal }) => goal.id));
		const own = states.size === 0 ? [] : await stores.facts.list("goal");
		return {
			goals,
			offerFor,
			offerable: own.filter(({ id, jurisdictionId }) => states.has(jurisdictionId) && !offered.has(id)),
			adoptFor: writable.filter(({ kind }) => kind !== "state"),
		};
	},
});

async function objectivesOf(
	{ stores }: OperationContext,
	goalId: string,
	adoptions: readonly Fact<"goal-adoption">[],
	places: ReadonlyMap<string, Fact<"jurisdiction">>,
): Promise<readonly SharedObjective[]> {
	const objectives = (await stores.facts.list("objective", { goalId })).toSorted((a, b) => a.position - b.position);
	const found: SharedObjective[] = [];
	for (const objective of objectives.length > 0 ? objectives : [null]) {
		const objectiveId = objective?.id ?? null;
		const mine = adoptions.filter((each) => each.objectiveId === objectiveId);
		const measure = (objective?.measureId && (await stores.facts.find("measure", objective.measureId))) || null;
		const figures = measure
			? await stores.figures.list({
					jurisdictionIds: mine.map(({ jurisdictionId }) => jurisdictionId),
					...{ indicator: measure.indicator, vintage: measure.vintage, newestOnly: true },
				})
			: [];
		const rows = mine.flatMap((adoption): AdoptedObjective[] => {
			const place = places.get(adoption.jurisdictionId);
			if (!place) return [];
			const newest = figures.find(
				(each) => each.jurisdictionId === place.id && each.populationGroup === measure?.populationGroup,
			);
			const judged =
				measure && judgeTarget({ value: adoption.target, by: adoption.by }, measure, newest ? [newest] : []);
			return [{ place, adoption, newest: newest ?? null, verdict: judged?.verdict ?? null }];
		});
		const together =
			measure &&
			rollUp(
				rows.map(({ place, newest }) => ({ place: place.name, observation: newest ?? undefined })),
				measure.unit,
			);
		const [baseline] = objectiveId ? await stores.facts.list("baseline", { objectiveId }) : [];
		const [target] = objectiveId ? await stores.facts.list("target", { objectiveId }) : [];
		found.push({
			...{ objective, measure, baseline: baseline ?? null, target: target ?? null },
			adoptions: rows.toSorted((a, b) => a.place.name.localeCompare(b.place.name, "en")),
			together: together ?? null,
		});
	}
	return found;
}
