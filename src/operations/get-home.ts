import { z } from "zod";
import { missingSignatures } from "../domain/approval/approval-state.ts";
import { addDays, PlainDate } from "../domain/calendar/plain-date.ts";
import { pathsOf } from "../domain/document/edition.ts";
import { holdsRole, type JurisdictionPath, may } from "../domain/people/may.ts";
import { permissionsOf } from "../domain/people/roles.ts";
import { isStale } from "../domain/plan/milestone-standing.ts";
import { approvalStates, stepsOpenTo } from "../domain/workflow/document-workflow.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { milestoneWord } from "../frameworks/editions.ts";
import { listOutcomes, type OutcomeRow, OutcomeRowOutput } from "./list-outcomes.ts";
import { listPlans, type PlanListing, PlanListingOutput } from "./list-plans.ts";
import { listYearlyPapers } from "./list-yearly-papers.ts";
import { dueDaysOf } from "./milestone-report.ts";
import { listMilestonesInForce } from "./milestones-in-force.ts";
import { type MyDueDate, MyDueDateOutput, myDueDates } from "./my-due-dates.ts";
import { getEdition } from "./open-plan.ts";
import { listOpenProposals, type OpenProposals, OpenProposalsOutput } from "./open-proposals.ts";
import { defineOperation, type OperationContext } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";
import { LoggedActionOutput } from "./outputs/log-outputs.ts";
import { dayOf, signedSha256 } from "./plan-checks.ts";
import type { LoggedAction } from "./ports.ts";
import { getReviewStanding } from "./review-standing.ts";
import { listReviewTurns, type ReviewTurn, ReviewTurnOutput } from "./review-turns.ts";
import { listRevisedGoals, type RevisedGoal, RevisedGoalOutput } from "./revised-goals.ts";
import { nameOfSection, pathOfSection } from "./section-name.ts";
import { nextYearlyPaper, YearlyPaperOutput, type YearlyPaperRow } from "./yearly-papers.ts";

/** A section of a draft that is mine to write. */
export type MySection = {
	readonly assignment: Fact<"section-assignment">;
	readonly plan: PlanListing;
	readonly name: string;
	/** Its page. */
	readonly path: string;
};

/** An open comment that names me, or has a reply that does, and to which I have not replied since. */
export type MyMention = { readonly comment: Fact<"draft-comment">; readonly plan: PlanListing };

/** Why a plan waits for somebody: to be signed, to be revised after it came back, or to be reviewed. */
export type WaitingFor = "signature" | "board" | "submission" | "revision" | "review";

/** A plan that waits for me, and the step that brought it here. */
export type WaitingPlan = PlanListing & {
	readonly waitingFor: WaitingFor;
	readonly since: Pick<LoggedAction, "actorName" | "at" | "reason"> | undefined;
};

/** A milestone that is mine, and the plan that it stands in. `dueOn` is worked out from the timeframe where no date is given. */
export type MyMilestone = {
	readonly milestone: Fact<"milestone">;
	readonly plan: PlanListing | undefined;
	/** What its plan calls it: "milestone", "key activity". */
	readonly word: string;
	readonly dueOn: PlainDate | undefined;
};

/** A milestone that somebody whom I supervise has left late and without a word since. */
export type StaleMilestone = {
	readonly milestone: Fact<"milestone">;
	readonly document: Fact<"document">;
	readonly word: string;
	readonly dueOn: PlainDate;
	readonly ownerName: string;
};

/** A yearly paper that is to be written next, with its plan. */
export type DuePaper = { readonly plan: Fact<"document">; readonly paper: YearlyPaperRow };

/** From how many days before its day a yearly paper is shown to those who write it. */
const paperDays = 120;

export type HomeView = {
	/** Submitted plans first, the longest waiting first. */
	readonly waiting: readonly WaitingPlan[];
	/** Reviews in which something is mine to say. */
	readonly turns: readonly ReviewTurn[];
	/** Drafts with changes of others that I may take or leave. */
	readonly proposals: readonly OpenProposals[];
	readonly plans: readonly PlanListing[];
	/** Open ones, the earliest due first, those without a date last. */
	readonly milestones: readonly MyMilestone[];
	/** Open ones of drafts, the earliest due first, those without a day last. */
	readonly sections: readonly MySection[];
	/** Newest first. */
	readonly mentions: readonly MyMention[];
	/** Those of the people whom I supervise, the longest late first. */
	readonly staleMilestones: readonly StaleMilestone[];
	/** Of the plans that I write: overdue, begun, or due within four months. */
	readonly duePapers: readonly DuePaper[];
	/** What is due of a State that I answer for, the longest late first. */
	readonly dueDates: readonly MyDueDate[];
	/** Forms CFS-101 in draft that I may write, the earliest due first. */
	readonly draftForms: readonly Fact<"budget-form">[];
	/** Goals of the State that a place of mine adopted, and that the State has revised or closed since. */
	readonly revisedGoals: readonly RevisedGoal[];
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
				waitingFor: z.enum(["signature", "board", "submission", "revision", "review"]),
				since: LoggedActionOutput.pick({ actorName: true, at: true, reason: true }).optional(),
			}).meta({ id: "WaitingPlan" }),
		),
		turns: z.array(ReviewTurnOutput),
		proposals: z.array(OpenProposalsOutput),
		plans: z.array(PlanListingOutput),
		milestones: z.array(
			z.object({
				milestone: factOutputs.milestone,
				plan: PlanListingOutput.optional(),
				word: z.string().describe("What its plan calls it: milestone, key activity."),
				dueOn: PlainDate.optional(),
			}),
		),
		sections: z.array(
			z.object({
				assignment: factOutputs["section-assignment"],
				plan: PlanListingOutput,
				name: z.string(),
				path: z.string(),
			}),
		),
		mentions: z.array(z.object({ comment: factOutputs["draft-comment"], plan: PlanListingOutput })),
		staleMilestones: z.array(
			z.object({
				milestone: factOutputs.milestone,
				document: factOutputs.document,
				word: z.string(),
				dueOn: PlainDate,
				ownerName: z.string(),
			}),
		),
		duePapers: z.array(z.object({ plan: factOutputs.document, paper: YearlyPaperOutput })),
		dueDates: z.array(MyDueDateOutput),
		draftForms: z.array(factOutputs["budget-form"]),
		revisedGoals: z.array(RevisedGoalOutput),
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
			turns: await listReviewTurns(context, plans, pathOf),
			proposals: await listOpenProposals(context, plans, pathOf),
			plans,
			milestones: await myMilestones(context, plans),
			sections: await mySections(context, plans),
			mentions: await myMentions(context, plans),
			staleMilestones: await staleMilestones(context),
			duePapers: mayAnywhere("plan.write") ? await duePapers(context, pathOf) : [],
			dueDates: await myDueDates(context),
			draftForms: (await stores.facts.list("budget-form", { state: "draft" }))
				.filter((each) => may(actor, "plan.write", pathOf(each.jurisdictionId)))
				.toSorted((a, b) => a.submissionYear - b.submissionYear),
			revisedGoals: await listRevisedGoals(
				stores,
				(await stores.facts.list("goal-adoption")).filter((each) =>
					may(actor, "plan.write", pathOf(each.jurisdictionId)),
				),
			),
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
	context: OperationContext,
	plans: readonly PlanListing[],
	pathOf: (id: string) => readonly string[],
): Promise<readonly WaitingPlan[]> {
	const { stores } = context;
	const waiting: WaitingPlan[] = [];
	for (const plan of plans) {
		const { id, state } = plan.document;
		const waitingFor = await whatWaits(context, plan, pathOf(plan.jurisdiction.id));
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

/** What a plan wants of this person now. */
async function whatWaits(
	context: OperationContext,
	plan: PlanListing,
	path: JurisdictionPath,
): Promise<WaitingFor | undefined> {
	const { state } = plan.document;
	const edition = getEdition(plan.document);
	const steps = stepsOpenTo(context.actor, path, state, pathsOf(edition));
	// Whose word is next in a negotiation, and what the county is to answer, are turns of the review.
	if (state === "in-negotiation") return undefined;
	// An answer that is only recorded waits for a letter, not for anybody here.
	if (steps.includes("accept") && pathsOf(edition).review !== "recorded") {
		return (await waitsForCounty(context, plan)) ? undefined : "review";
	}
	if (state === "returned" && steps.includes("revise")) return "revision";
	if (!approvalStates.includes(state)) return undefined;
	if (!edition.approval) return steps.includes("submit") ? "signature" : undefined;
	if (await mustSign(context, plan, path)) return "signature";
	if (steps.includes("submit")) return "submission";
	return steps.includes("approve-by-board") ? "board" : undefined;
}

/** The State has recommended, and the county has not responded to all of it. */
async function waitsForCounty(context: OperationContext, { document }: PlanListing): Promise<boolean> {
	if (document.state !== "recommendations-made") return false;
	return (await getReviewStanding(context, document, getEdition(document))).unanswered > 0;
}

/** The plan asks for this person's own signature, and has none that stands. */
async function mustSign(
	{ actor, ids, stores }: OperationContext,
	{ document }: PlanListing,
	path: JurisdictionPath,
): Promise<boolean> {
	const edition = getEdition(document);
	if (!edition.approval?.signatories.some(({ role }) => holdsRole(actor, role, path))) return false;
	const facts = await stores.plans.find(document.id);
	if (!facts) return false;
	const missing = missingSignatures(facts, edition, signedSha256(facts, ids));
	return missing.some(({ signatory }) => holdsRole(actor, signatory.role, path));
}

async function myMilestones(
	{ actor, stores }: OperationContext,
	plans: readonly PlanListing[],
): Promise<readonly MyMilestone[]> {
	const mine = (await stores.facts.list("milestone", { assignedPersonId: actor.personId })).filter(
		(each) => each.status !== "completed" && each.status !== "dropped",
	);
	const planOfStrategy = new Map<string, PlanListing>();
	/** What was taken out with its goal or strategy is nobody's any more. */
	const inPlans = new Set<string>();
	const strategies: Fact<"strategy">[] = [];
	for (const jurisdictionId of new Set(mine.map((each) => each.jurisdictionId))) {
		const uses = await stores.facts.list("goal-use", { jurisdictionId });
		const here = await stores.facts.list("strategy", { jurisdictionId });
		strategies.push(...here);
		for (const strategy of here) {
			const documents = uses.filter((use) => use.goalId === strategy.goalId).map((use) => use.documentId);
			if (documents.length > 0) inPlans.add(strategy.id);
			const plan = plans.find((each) => documents.includes(each.document.id));
			if (plan) planOfStrategy.set(strategy.id, plan);
		}
	}
	const dueDays = await dueDaysOf(stores, mine, strategies);
	return mine
		.filter(({ strategyId }) => inPlans.has(strategyId))
		.map((milestone): MyMilestone => {
			const plan = planOfStrategy.get(milestone.strategyId);
			const word = milestoneWord(plan?.document.editionId);
			return { milestone, plan, word, dueOn: dueDays.get(milestone.id) };
		})
		.sort((a, b) => (a.dueOn ?? "9999").localeCompare(b.dueOn ?? "9999"));
}

async function mySections(
	{ actor, stores }: OperationContext,
	plans: readonly PlanListing[],
): Promise<readonly MySection[]> {
	const mine = await stores.facts.list("section-assignment", { ownerId: actor.personId });
	const found: MySection[] = [];
	for (const assignment of mine) {
		const plan = plans.find(({ document }) => document.id === assignment.documentId);
		if (!plan || assignment.standing === "done" || !["drafting", "returned"].includes(plan.document.state)) continue;
		const name = await nameOfSection(stores, assignment, plan.document);
		if (name === undefined) continue;
		found.push({
			assignment,
			plan,
			name,
			path: `/plans/${plan.document.id}${pathOfSection(assignment, plan.document)}`,
		});
	}
	return found.sort((a, b) => (a.assignment.dueOn ?? "9999").localeCompare(b.assignment.dueOn ?? "9999"));
}

async function myMentions(
	{ actor, stores }: OperationContext,
	plans: readonly PlanListing[],
): Promise<readonly MyMention[]> {
	if (!actor.grants.some(({ role }) => permissionsOf[role].includes("plan.comment"))) return [];
	const open = await stores.facts.list("draft-comment", { settledOn: null });
	const first = new Set(open.filter(({ replyTo }) => replyTo === null).map(({ id }) => id));
	const found = new Map<string, Fact<"draft-comment">>();
	for (const comment of open.toSorted((a, b) => a.writtenAt.localeCompare(b.writtenAt))) {
		const talk = comment.replyTo ?? comment.id;
		if (comment.mentionIds.includes(actor.personId) && first.has(talk)) found.set(talk, comment);
		else if (comment.authorId === actor.personId) found.delete(talk);
	}
	return [...found.values()]
		.flatMap((comment) => {
			const plan = plans.find(({ document }) => document.id === comment.documentId);
			return plan ? [{ comment, plan }] : [];
		})
		.sort((a, b) => b.comment.writtenAt.localeCompare(a.comment.writtenAt));
}

async function duePapers(
	context: OperationContext,
	pathOf: (id: string) => readonly string[],
): Promise<readonly DuePaper[]> {
	const soon = addDays(dayOf(context.clock()), paperDays);
	const plans = await listYearlyPapers.run(context, {});
	return plans.flatMap(({ plan, papers }) => {
		const paper = nextYearlyPaper(papers);
		if (!paper || !may(context.actor, "plan.write", pathOf(plan.jurisdictionId))) return [];
		return paper.state !== null || paper.dueOn <= soon ? [{ plan, paper }] : [];
	});
}

async function staleMilestones({ actor, clock, stores }: OperationContext): Promise<readonly StaleMilestone[]> {
	const today = dayOf(clock());
	const found: StaleMilestone[] = [];
	for (const { id, name } of await stores.facts.list("person", { supervisorId: actor.personId })) {
		for (const { milestone, document, dueOn, word } of await listMilestonesInForce(stores, { assignedPersonId: id })) {
			const { status, reportedOn } = milestone;
			if (dueOn && isStale({ status, reportedOn, dueOn }, today))
				found.push({ milestone, document, word, dueOn, ownerName: name });
		}
	}
	return found.sort((a, b) => a.dueOn.localeCompare(b.dueOn));
}
