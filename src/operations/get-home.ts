import { z } from "zod";
import { may } from "../domain/people/may.ts";
import { type DocumentAction, stepsOpenTo } from "../domain/workflow/document-workflow.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { type PlanListing, listPlans } from "./list-plans.ts";
import { defineOperation } from "./operation.ts";
import { type OutcomeSeries, seriesOf } from "./outcomes.ts";

/** A milestone that is mine, and the plan that it stands in. */
export type MyMilestone = { readonly milestone: Fact<"milestone">; readonly documentId: string | null };

export type HomeView = {
	/** Plans in which a step waits for me, with the steps. */
	readonly waiting: readonly (PlanListing & { readonly steps: readonly DocumentAction[] })[];
	readonly plans: readonly PlanListing[];
	readonly milestones: readonly MyMilestone[];
	/** Findings that the figures propose and nobody has settled; empty for those who may not settle them. */
	readonly proposedFindings: readonly Fact<"finding">[];
	/** The person's own places, for the links to outcomes and figures. */
	readonly jurisdictions: readonly Fact<"jurisdiction">[];
	/** One row per outcome where the person works in a single jurisdiction. */
	readonly outcomes: readonly OutcomeSeries[];
};

/** "What needs me?": the first page after signing in. */
export const getHome = defineOperation({
	name: "get-home",
	title: "Get what needs me",
	http: { method: "get", path: "/home" },
	input: z.object({}),
	async run(context): Promise<HomeView> {
		const { actor, stores } = context;
		const plans = await listPlans.run(context, {});
		const all = await stores.facts.list("jurisdiction");
		const paths = new Map(all.map((each) => [each.id, pathIn(all, each.id)]));
		const pathOf = (id: string) => paths.get(id) ?? [];
		const mine = all.filter((each) => may(actor, "figures.read", pathOf(each.id)));
		const places = mine.filter((each) => each.kind === "county" || each.kind === "tribe");
		const single = places.length === 1 ? places[0] : undefined;
		const findings = await stores.facts.list("finding", { state: "proposed" });
		return {
			waiting: plans.flatMap((plan) => {
				const steps = stepsOpenTo(actor, pathOf(plan.jurisdiction.id), plan.document.state);
				return steps.length > 0 && plan.document.state !== "drafting" ? [{ ...plan, steps }] : [];
			}),
			plans,
			milestones: await myMilestones(context),
			proposedFindings: findings.filter((each) => may(actor, "finding.confirm", pathOf(each.jurisdictionId))),
			jurisdictions: places,
			outcomes: single
				? seriesOf(await stores.figures.list({ jurisdictionIds: [single.id] })).filter((each) => each.populationGroup === "all")
				: [],
		};
	},
});

function pathIn(all: readonly Fact<"jurisdiction">[], id: string | null): readonly string[] {
	const found = all.find((each) => each.id === id);
	return found ? [found.id, ...pathIn(all, found.parentId)] : [];
}

async function myMilestones({ actor, stores }: Parameters<typeof getHome.run>[0]): Promise<readonly MyMilestone[]> {
	const milestones = await stores.facts.list("milestone", { assignedPersonId: actor.personId });
	const open = milestones.filter((each) => each.status !== "completed" && each.status !== "dropped");
	const found: MyMilestone[] = [];
	for (const milestone of open.sort((a, b) => (a.dueOn ?? "9999").localeCompare(b.dueOn ?? "9999"))) {
		const strategy = await stores.facts.find("strategy", milestone.strategyId);
		const use = strategy && (await stores.facts.list("goal-use", { goalId: strategy.goalId }))[0];
		if (strategy && use) found.push({ milestone, documentId: use.documentId });
	}
	return found;
}
