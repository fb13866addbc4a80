import { z } from "zod";
import { PlainDate } from "../domain/calendar/plain-date.ts";
import { reviewPathOf } from "../domain/document/edition.ts";
import { may } from "../domain/people/may.ts";
import { timeframeEnd } from "../domain/plan/assemble-plan.ts";
import { stepsOpenTo } from "../domain/workflow/document-workflow.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { findEdition } from "../frameworks/editions.ts";
import { listOutcomes, type OutcomeRow, OutcomeRowOutput } from "./list-outcomes.ts";
import { listPlans, type PlanListing, PlanListingOutput } from "./list-plans.ts";
import { defineOperation, type OperationContext } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";
import { LoggedActionOutput } from "./outputs/log-outputs.ts";
import type { LoggedAction } from "./ports.ts";

/** Why a plan waits for somebody: to be signed, to be revised after it came back, or to be reviewed. */
export type WaitingFor = "signature" | "revision" | "review";

/** A plan that waits for me, and the step that brought it here. */
export type WaitingPlan = PlanListing & {
	readonly waitingFor: WaitingFor;
	readonly since: Pick<LoggedAction, "actorName" | "at" | "reason"> | undefined;
};

/** A milestone that is mine, and the plan that it stands in. `dueOn` is worked out from the timeframe where no date is given. */
export type MyMilestone = {
	readonly milestone: Fact<"milestone">;
	readonly plan: PlanListing | undefined;
	readonly dueOn: PlainDate | undefined;
};

export type HomeView = {
	/** Submitted plans first, the longest waiting first. */
	readonly waiting: readonly WaitingPlan[];
	readonly plans: readonly PlanListing[];
	/** Open ones, the earliest due first, those without a date last. */
	readonly milestones: readonly MyMilestone[];
	/** Findings that the figures propose and nobody has settled; empty for those who may not settle them. */
	readonly proposedFindings: readonly Fact<"finding">[];
	/** Counties and Tribes whose figures the person may see. */
	readonly jurisdictions: readonly Fact<"jurisdiction">[];
	/** One row per outcome where the person works in a single jurisdiction. */
	readonly outcomes: readonly OutcomeRow[];
	readonly mayReview: boolean;
	readonly mayWritePlans: boolean;
	readonly mayLoadFigures: boolean;
	readonly mayManagePeople: boolean;
};

const HomeOutput = z
	.object({
		waiting: z.array(
			PlanListingOutput.extend({
				waitingFor: z.enum(["signature", "revision", "review"]),
				since: LoggedActionOutput.pick({ actorName: true, at: true, reason: true }).optional(),
			}).meta({ id: "WaitingPlan" }),
		),
		plans: z.array(PlanListingOutput),
		milestones: z.array(
			z.object({
				milestone: factOutputs.milestone,
				plan: PlanListingOutput.optional(),
				dueOn: PlainDate.optional(),
			}),
		),
		proposedFindings: z.array(factOutputs.finding),
		jurisdictions: z.array(factOutputs.jurisdiction),
		outcomes: z.array(OutcomeRowOutput),
		mayReview: z.boolean(),
		mayWritePlans: z.boolean(),
		mayLoadFigures: z.boolean(),
		mayManagePeople: z.boolean(),
	})
	.meta({ id: "Home" });

/** "What needs me?": the first page after signing in. */
export const getHome = defineOperation({
	name: "get-home",
	title: "Get what needs me",
	http: { method: "get", path: "/home" },
	input: z.object({}),
	output: HomeOutput,
	async run(context): Promise<HomeView> {
		const { actor, stores } = context;
		const plans = await listPlans.run(context, {});
		const all = await stores.facts.list("jurisdiction");
		const paths = new Map(all.map((each) => [each.id, pathIn(all, each.id)]));
		const pathOf = (id: string) => paths.get(id) ?? [];
		const places = all.filter(
			(each) => (each.kind === "county" || each.kind === "tribe") && may(actor, "figures.read", pathOf(each.id)),
		);
		const single = places.length === 1 ? places[0] : undefined;
		const outcomes = single ? (await listOutcomes.run(context, { jurisdictionId: single.id })).rows : [];
		const findings = await stores.facts.list("finding", { state: "proposed" });
		const mayAnywhere = (permission: Parameters<typeof may>[1]) =>
			all.some((each) => may(actor, permission, pathOf(each.id)));
		return {
			waiting: await waitingPlans(context, plans, pathOf),
			plans,
			milestones: await myMilestones(context, plans),
			proposedFindings: findings.filter((each) => may(actor, "finding.confirm", pathOf(each.jurisdictionId))),
			jurisdictions: places,
			outcomes,
			mayReview: mayAnywhere("plan.review"),
			mayWritePlans: mayAnywhere("plan.write"),
			mayLoadFigures: mayAnywhere("figures.load"),
			mayManagePeople: mayAnywhere("people.manage"),
		};
	},
});

function pathIn(all: readonly Fact<"jurisdiction">[], id: string | null): readonly string[] {
	const found = all.find((each) => each.id === id);
	return found ? [found.id, ...pathIn(all, found.parentId)] : [];
}

async function waitingPlans(
	{ actor, stores }: OperationContext,
	plans: readonly PlanListing[],
	pathOf: (id: string) => readonly string[],
): Promise<readonly WaitingPlan[]> {
	const waiting: WaitingPlan[] = [];
	for (const plan of plans) {
		const { id, state } = plan.document;
		const edition = findEdition(plan.document.editionId);
		const steps = stepsOpenTo(actor, pathOf(plan.jurisdiction.id), state, edition ? reviewPathOf(edition) : "short");
		const waitingFor = steps.includes("accept")
			? "review"
			: steps.includes("submit")
				? "signature"
				: steps.includes("revise")
					? "revision"
					: undefined;
		if (!waitingFor) continue;
		const since = (await stores.actions.ofSubject(id)).findLast((action) => action.after.state === state);
		waiting.push({
			...plan,
			waitingFor,
			since: since && { actorName: since.actorName, at: since.at, reason: since.reason },
		});
	}
	return waiting.sort((a, b) => (a.since?.at ?? "").localeCompare(b.since?.at ?? ""));
}

async function myMilestones(
	{ actor, stores }: OperationContext,
	plans: readonly PlanListing[],
): Promise<readonly MyMilestone[]> {
	const mine = (await stores.facts.list("milestone", { assignedPersonId: actor.personId })).filter(
		(each) => each.status !== "completed" && each.status !== "dropped",
	);
	const planOfStrategy = new Map<string, PlanListing>();
	for (const jurisdictionId of new Set(mine.map((each) => each.jurisdictionId))) {
		const uses = await stores.facts.list("goal-use", { jurisdictionId });
		for (const strategy of await stores.facts.list("strategy", { jurisdictionId })) {
			const documents = uses.filter((use) => use.goalId === strategy.goalId).map((use) => use.documentId);
			const plan = plans.find((each) => documents.includes(each.document.id));
			if (plan) planOfStrategy.set(strategy.id, plan);
		}
	}
	return mine
		.map((milestone): MyMilestone => {
			const plan = planOfStrategy.get(milestone.strategyId);
			return { milestone, plan, dueOn: milestone.dueOn ?? dueByTimeframe(milestone, plan) };
		})
		.sort((a, b) => (a.dueOn ?? "9999").localeCompare(b.dueOn ?? "9999"));
}

function dueByTimeframe({ timeframeMonths }: Fact<"milestone">, plan: PlanListing | undefined): PlainDate | undefined {
	return plan && timeframeMonths !== null ? timeframeEnd(plan.cycle.startsOn, timeframeMonths) : undefined;
}
