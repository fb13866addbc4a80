import { z } from "zod";
import { PlainDate, plainDate } from "../domain/calendar/plain-date.ts";
import { judgeTarget, type TargetVerdict } from "../domain/measure/judge-target.ts";
import { Observation, Withheld } from "../domain/measure/measure-facts.ts";
import { type LeftOut, type RollUp, rollUp } from "../domain/measure/roll-up.ts";
import { may } from "../domain/people/may.ts";
import { GoalClosing } from "../domain/plan/carry-over-facts.ts";
import { revisionsOf } from "../domain/plan/revisions.ts";
import { Verb } from "../domain/workflow/action.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { listPlacesFor } from "./list-places-for.ts";
import { defineOperation, type OperationContext } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";
import type { SharedGoalAction, SharedGoalClosing } from "./ports.ts";
import { countRevisedSince } from "./revised-goals.ts";
import { type GoalInDocument, GoalInDocumentOutput, usesOfGoals } from "./uses-of-goals.ts";

/** How a place stands on an objective of the State that it has adopted. */
export type AdoptedObjective = {
	readonly place: Fact<"jurisdiction">;
	readonly adoption: Fact<"goal-adoption">;
	/** The newest figure of the place. */
	readonly newest: Observation | null;
	/** Against the place's own target. */
	readonly verdict: TargetVerdict | null;
	/** What the State revised since the place adopted it or last looked at its target: it asks for another look. */
	readonly revisedSince: number;
};

/** What the State revised of a goal that it offers: what it said before, what it says now, and why (INT-08). */
export type SharedRevision = z.infer<typeof SharedRevisionOutput>;

export type SharedObjective = {
	readonly objective: Fact<"objective"> | null;
	readonly measure: Fact<"measure"> | null;
	readonly baseline: Fact<"baseline"> | null;
	readonly target: Fact<"target"> | null;
	readonly adoptions: readonly AdoptedObjective[];
	/** The places that adopted it as one, from numerators and denominators; null where they cannot be added up. */
	readonly together: RollUp<string> | null;
	/** Counties and Tribes of the State that have not adopted it; empty for who does not read all of them. */
	readonly notAdopted: readonly string[];
};

export type SharedGoalView = {
	readonly shared: Fact<"shared-goal">;
	readonly goal: Fact<"goal">;
	readonly state: Fact<"jurisdiction">;
	readonly objectives: readonly SharedObjective[];
	/** Since the goal was offered, oldest first. */
	readonly revisions: readonly SharedRevision[];
	/** How a report that was sent closed it; null while it goes on. */
	readonly closed: SharedGoalClosing | null;
	/** The State's documents that use it, of those that the asker may read. */
	readonly usedIn: readonly GoalInDocument[];
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

const SharedRevisionOutput = z
	.object({
		kind: z.enum(["goal", "objective", "baseline", "target"]),
		objectiveId: z.uuid().nullable(),
		benchmarkYear: z.int().nullable(),
		verb: Verb,
		field: z.string(),
		before: z.string(),
		after: z.string(),
		reason: z.string(),
		on: PlainDate,
		seq: z.int(),
	})
	.meta({ id: "SharedGoalRevision" });

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
				revisedSince: z.int().describe("Revisions of the State since the place adopted it or last saved its target."),
			}),
		),
		together: z
			.object({
				...{ periodStart: PlainDate, periodEnd: PlainDate, numerator: z.number(), denominator: z.number() },
				...{ value: z.number(), counted: z.array(z.string()) },
				leftOut: z.array(z.object({ place: z.string(), why: LeftOutName })),
				withheld: Withheld.describe("The sum would give a masked place away."),
			})
			.nullable(),
		notAdopted: z.array(z.string()),
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
					revisions: z.array(SharedRevisionOutput),
					closed: z
						.object({
							sharedGoalId: z.uuid(),
							closing: GoalClosing,
							closingReason: z.string(),
							report: z.string(),
							submittedOn: PlainDate.nullable(),
						})
						.nullable(),
					usedIn: z.array(GoalInDocumentOutput),
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
		const seen = new Map(
			(await stores.actions.lastOf(adoptions.map(({ id }) => id))).map((each) => [each.subject, each.seq]),
		);
		const done = await stores.actions.ofSharedGoals();
		const closings = new Map((await stores.plans.closingsOfSharedGoals()).map((each) => [each.sharedGoalId, each]));
		const offers = await stores.facts.list("shared-goal");
		const uses = await usesOfGoals(
			stores,
			offers.map(({ goalId }) => goalId),
		);
		const goals: SharedGoalView[] = [];
		for (const shared of offers) {
			const goal = await stores.facts.find("goal", shared.goalId);
			const state = places.get(shared.jurisdictionId);
			if (!goal || !state) continue;
			const revisions = revisionsOfGoal(done.filter(({ sharedGoalId }) => sharedGoalId === shared.id));
			const ofGoal = adoptions.filter(({ sharedGoalId }) => sharedGoalId === shared.id);
			// Who reads one place alone is not told that its neighbours have not adopted it: they may have.
			const readsAll = may(context.actor, "plan.read-submitted", [state.id]);
			const candidates = readsAll ? [...places.values()].filter((each) => isBelow(each, state.id, places)) : [];
			const found = { adoptions: ofGoal, places, revisions, seen, candidates };
			goals.push({
				...{ shared, goal, state, revisions, closed: closings.get(shared.id) ?? null },
				...{ objectives: await objectivesOf(context, goal.id, found), usedIn: uses.get(goal.id) ?? [] },
			});
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

type Places = ReadonlyMap<string, Fact<"jurisdiction">>;

/** A county or Tribe of the State: the places that are asked to adopt its goals. */
function isBelow(place: Fact<"jurisdiction">, stateId: string, places: Places): boolean {
	if (place.kind !== "county" && place.kind !== "tribe") return false;
	for (let at: Fact<"jurisdiction"> | undefined = place; at; at = places.get(at.parentId ?? "")) {
		if (at.parentId === stateId) return true;
	}
	return false;
}

function revisionsOfGoal(done: readonly SharedGoalAction[]): readonly SharedRevision[] {
	return done.flatMap(({ action, objectiveId, benchmarkYear }) =>
		revisionsOf(action).map(({ kind, verb, field, before, after, reason, at }) => ({
			...{ kind: kind as SharedRevision["kind"], objectiveId, benchmarkYear, verb, field, before, after, reason },
			...{ on: plainDate(at.slice(0, 10)), seq: action.seq },
		})),
	);
}

async function objectivesOf(
	{ stores }: OperationContext,
	goalId: string,
	found: {
		readonly adoptions: readonly Fact<"goal-adoption">[];
		readonly places: Places;
		readonly revisions: readonly SharedRevision[];
		/** The place in the log of the last action of each adoption. */
		readonly seen: ReadonlyMap<string, number>;
		/** The places that could adopt it. */
		readonly candidates: readonly Fact<"jurisdiction">[];
	},
): Promise<readonly SharedObjective[]> {
	const { adoptions, places, revisions, seen, candidates } = found;
	const objectives = (await stores.facts.list("objective", { goalId })).toSorted((a, b) => a.position - b.position);
	const shown: SharedObjective[] = [];
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
			const revisedSince = countRevisedSince(adoption, revisions, seen.get(adoption.id) ?? 0);
			return [{ place, adoption, newest: newest ?? null, verdict: judged?.verdict ?? null, revisedSince }];
		});
		const together =
			measure &&
			rollUp(
				rows.map(({ place, newest }) => ({ place: place.name, observation: newest ?? undefined })),
				measure.unit,
			);
		const [baseline] = objectiveId ? await stores.facts.list("baseline", { objectiveId }) : [];
		const [target] = objectiveId ? await stores.facts.list("target", { objectiveId, benchmarkYear: null }) : [];
		const adopted = new Set(mine.map(({ jurisdictionId }) => jurisdictionId));
		shown.push({
			...{ objective, measure, baseline: baseline ?? null, target: target ?? null },
			adoptions: rows.toSorted((a, b) => a.place.name.localeCompare(b.place.name, "en")),
			together: together ?? null,
			notAdopted: candidates
				.flatMap(({ id, name }) => (adopted.has(id) ? [] : [name]))
				.toSorted((a, b) => a.localeCompare(b, "en")),
		});
	}
	return shown;
}
