import { Hono } from "hono";
import { momentInZone } from "../../../domain/calendar/moment-in-zone.ts";
import { comparePlan, type FactDifference } from "../../../operations/compare-plan.ts";
import type { FormProblem } from "../../../web/forms/form-problem.ts";
import { readTypedDate } from "../../../web/forms/read-typed-date.ts";
import { readTypedTime } from "../../../web/forms/read-typed-time.ts";
import { addressOf } from "../../../web/pages/plans/address-of.ts";
import { ComparePage } from "../../../web/pages/plans/compare-page.tsx";
import { describeFields } from "../../../web/pages/plans/describe-action.ts";
import type { ComparedFact } from "../../../web/pages/plans/difference-list.tsx";
import { factNames } from "../../../web/pages/plans/fact-names.ts";
import type { ValueContext } from "../../../web/pages/plans/value-words.ts";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { answerPage, visitOf } from "../../middleware/answers.ts";
import { goneFacts, idsInPlan } from "./gone-facts.ts";
import { peopleNames } from "./people-names.ts";
import { type OpenedPlan, openPlanPage } from "./plan-page-context.ts";

/** The plan at two moments, side by side. */
export function planCompareRoutes(services: AppServices): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();
	routes.get("/:documentId/compare", async (context) => {
		const { person } = visitOf(context);
		const query = context.req.query();
		const first = await openPlanPage(context, services);
		const problems: FormProblem[] = [];
		const from = readMoment("from", query, first, problems);
		const to = readMoment("to", query, first, problems);
		const asked = Object.keys(query).length > 0;
		if (asked && !from && problems.length === 0) {
			problems.push({ field: "fromDate", message: "Choose a submission or a date to compare from." });
		}
		if (from && to && to < from) {
			problems.push({ field: "toDate", message: "The second moment must come after the first." });
		}
		const values = Object.fromEntries(Object.entries(query).map(([name, value]) => [name, [value]]));
		const opened = asked ? await openPlanPage(context, services, { key: "compare", values, problems }) : first;
		const { plan, submissions, documentId } = opened;
		if (!from || problems.length > 0) {
			return answerPage(context, ComparePage({ plan, submissions, comparison: undefined }), asked ? 422 : 200);
		}
		const differences = await services.perform(comparePlan, person, { documentId, from, ...(to ? { to } : {}) });
		const gone = await goneFacts(
			services,
			person,
			opened,
			differences.map(({ id }) => id),
		);
		const words = {
			edition: plan.edition,
			nameOf: factNames(plan, gone),
			personName: await peopleNames(services, person),
		};
		const facts = inOrder(differences, opened).flatMap((each) => comparedFact(each, words, opened));
		return answerPage(context, ComparePage({ plan, submissions, comparison: { from, to, facts } }));
	});
	return routes;
}

/** The moment of one side: that of a submission, or a date and time in the reader's zone; the end of the day without a time. */
function readMoment(
	side: "from" | "to",
	query: Readonly<Record<string, string>>,
	{ submissions }: OpenedPlan,
	problems: FormProblem[],
): string | undefined {
	const submission = query[side] ?? "";
	// A moment in full, as the links of the history give it.
	if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/u.test(submission) && !Number.isNaN(Date.parse(submission))) return submission;
	const taken = submissions.find(({ number }) => String(number) === submission);
	if (taken) return taken.takenAt;
	const typed = (query[`${side}Date`] ?? "").trim();
	if (typed === "") return undefined;
	const date = readTypedDate(typed);
	const time = (query[`${side}Time`] ?? "").trim();
	const clock = time === "" ? "23:59:59.999" : readTypedTime(time);
	if (!date) {
		problems.push({
			field: `${side}Date`,
			message: `"${typed.slice(0, 40)}" is not a date. Write, for example, 6/30/2026.`,
		});
	}
	if (!clock) {
		problems.push({
			field: `${side}Time`,
			message: `"${time.slice(0, 20)}" is not a time. Write, for example, 2:30 p.m.`,
		});
	}
	return date && clock ? momentInZone(date, clock, query.zone ?? "UTC") : undefined;
}

/** What stands in the plan comes in the order of its history's kinds; what is gone comes last. */
function inOrder(differences: readonly FactDifference[], { view }: OpenedPlan): readonly FactDifference[] {
	const order = [...idsInPlan(view.facts)];
	const place = ({ id }: FactDifference) => (order.includes(id) ? order.indexOf(id) : order.length);
	return differences.toSorted((a, b) => place(a) - place(b));
}

function comparedFact(fact: FactDifference, words: ValueContext, { plan, view }: OpenedPlan): readonly ComparedFact[] {
	const changes = describeFields(fact.kind, fact.before, fact.after, fact.difference === "changed", words);
	const quiet = changes.length === 0 && !(fact.kind === "goal-use" && fact.difference === "removed");
	if (quiet) return [];
	const present = idsInPlan(view.facts).has(fact.id);
	return [
		{
			id: fact.id,
			name: words.nameOf(fact.kind, fact.id),
			difference: fact.difference,
			changes,
			last: { who: fact.last.actorName, at: fact.last.at, reason: fact.last.reason },
			href: present ? addressOf({ kind: fact.kind, id: fact.id, field: changes[0]?.field ?? "" }, plan) : undefined,
		},
	];
}
