import { Hono } from "hono";
import { entryKinds } from "../../../domain/document/entry-kinds.ts";
import { getFactHistory } from "../../../operations/get-fact-history.ts";
import { getPlanHistory } from "../../../operations/get-plan-history.ts";
import { getReview } from "../../../operations/get-review.ts";
import type { LoggedAction } from "../../../operations/ports.ts";
import { addressOf } from "../../../web/pages/plans/address-of.ts";
import { describeAction } from "../../../web/pages/plans/describe-action.ts";
import { addressOfDrafting } from "../../../web/pages/plans/drafting/drafting-names.ts";
import { factNames, type GoneFacts } from "../../../web/pages/plans/fact-names.ts";
import { FactHistoryPage, type HistoryEntry, HistoryPage } from "../../../web/pages/plans/history-page.tsx";
import type { PlanContext } from "../../../web/pages/plans/plan-context.ts";
import { addressOfReview } from "../../../web/pages/plans/review/review-names.ts";
import type { ValueContext } from "../../../web/pages/plans/value-words.ts";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { answerPage, visitOf } from "../../middleware/answers.ts";
import { pathId } from "../../middleware/path-id.ts";
import { goneFacts, idsInPlan } from "./gone-facts.ts";
import { peopleNames } from "./people-names.ts";
import { type OpenedPlan, openPlanPage } from "./plan-page-context.ts";

const restorable: readonly string[] = ["focus-area", "goal-use", "strategy", "milestone", "team-member", ...entryKinds];

/** Who changed what, when and why: in the whole plan, and in one fact of it. */
export function planHistoryRoutes(services: AppServices): Hono<AppEnvironment> {
	const { perform } = services;
	const routes = new Hono<AppEnvironment>();

	routes.get("/:documentId/history", async (context) => {
		const { person } = visitOf(context);
		const opened = await openPlanPage(context, services);
		const before = Number(context.req.query("before")) || undefined;
		const page = await perform(getPlanHistory, person, {
			...{ documentId: opened.documentId, before, only: "actions" as const },
		});
		const words = await wordsFor(services, person, opened, page.actions);
		return answerPage(
			context,
			HistoryPage({
				plan: opened.plan,
				entries: entriesOf(page.actions, opened, words),
				nextBefore: page.nextBefore,
				isFirstPage: before === undefined,
			}),
		);
	});

	routes.get("/:documentId/history/:fact", async (context) => {
		const { person } = visitOf(context);
		const opened = await openPlanPage(context, services);
		const actions = await perform(getFactHistory, person, { subject: pathId(context, "fact") });
		const words = await wordsFor(services, person, opened, actions);
		const entries = entriesOf(actions.toReversed(), opened, words).toReversed();
		const last = actions.at(-1);
		const name = last ? words.nameOf(last.kind, last.subject) : "";
		return answerPage(context, FactHistoryPage({ plan: opened.plan, name, entries }));
	});
	return routes;
}

/** What is needed to say values in words, with the last values of what is no part of the plan. */
type HistoryWords = ValueContext & { readonly gone: GoneFacts };

async function wordsFor(
	services: AppServices,
	person: Parameters<AppServices["perform"]>[1],
	opened: OpenedPlan,
	actions: readonly LoggedAction[],
): Promise<HistoryWords> {
	const subjects = actions.map(({ subject }) => subject);
	const gone = new Map([
		...(await goneFacts(services, person, opened, subjects)),
		...(await remarksOf(services, person, opened, actions)),
	]);
	return {
		gone,
		edition: opened.plan.edition,
		nameOf: factNames(opened.plan, gone),
		personName: await peopleNames(services, person),
	};
}

/** The county sees of a remark the action alone that sent it: its words come from the remark itself. */
async function remarksOf(
	{ perform }: AppServices,
	person: Parameters<AppServices["perform"]>[1],
	{ documentId }: OpenedPlan,
	actions: readonly LoggedAction[],
): Promise<GoneFacts> {
	if (!actions.some(({ kind }) => kind === "review-remark")) return new Map();
	const { remarks } = await perform(getReview, person, { documentId, only: "records" });
	return new Map(remarks.map((remark) => [remark.id, remark]));
}

/** Entries, newest first. Only the last removal of a fact that is still gone can be undone. */
function entriesOf(
	newestFirst: readonly LoggedAction[],
	{ plan, view }: OpenedPlan,
	words: HistoryWords,
): readonly HistoryEntry[] {
	const present = idsInPlan(view.facts);
	const seen = new Set<string>();
	return newestFirst.map((action) => {
		const newest = !seen.has(action.subject);
		seen.add(action.subject);
		return {
			...describeAction(action, words),
			seq: action.seq,
			subject: action.subject,
			href: present.has(action.subject)
				? placeOf(action, plan)
				: (addressOfReview(action.kind, plan.graph.document.id, words.gone.get(action.subject)) ??
					addressOfDrafting(action.kind, plan.graph.document.id)),
			restorable:
				plan.mayWrite &&
				newest &&
				action.verb === "remove" &&
				restorable.includes(action.kind) &&
				!present.has(action.subject),
		};
	});
}

function placeOf(action: LoggedAction, plan: PlanContext): string {
	const field = Object.keys(action.after)[0] ?? "";
	return addressOf({ kind: action.kind, id: action.subject, field }, plan);
}
