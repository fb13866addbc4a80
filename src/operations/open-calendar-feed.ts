import { z } from "zod";
import { planBack } from "../domain/calendar/due-dates.ts";
import { addMonths, PlainDate } from "../domain/calendar/plain-date.ts";
import { may } from "../domain/people/may.ts";
import { isSettled } from "../domain/plan/milestone-standing.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { ownedDueDates } from "./due-notices.ts";
import { NotFound } from "./errors.ts";
import { listMilestonesInForce } from "./milestones-in-force.ts";
import { defineOperation, type OperationContext, requireRole } from "./operation.ts";
import { dayOf } from "./plan-checks.ts";
import { agreedFor, yearlyPapersOf } from "./yearly-papers.ts";

const CalendarEntry = z.object({
	/** The same for the same thing for ever, so that calendar programs move an entry and never double it. */
	key: z.string(),
	on: PlainDate,
	summary: z.string(),
	description: z.string(),
	/** Counts the changes of what the entry tells of. */
	version: z.int(),
	/** The plan that it belongs to; null for a due date of a State. */
	documentId: z.uuid().nullable(),
});
export type CalendarEntry = z.infer<typeof CalendarEntry>;

const ended = "This calendar has ended, or there never was one at this address.";

/**
 * What a calendar feed tells whoever holds its address: open milestones, yearly papers and the ends of terms, of one person or of
 * one county. That of a State has the papers and terms of all counties whose plans its maker reviews. The installation does it, since
 * calendar programs do not sign in. Throws `NotFound` for a feed that was ended, or whose maker may no longer sign in or, for a county,
 * neither writes nor reviews its plans any more.
 */
export const openCalendarFeed = defineOperation({
	name: "open-calendar-feed",
	title: "Open a calendar feed",
	http: { method: "get", path: "/internal/calendar-feeds/{feedId}" },
	input: z.object({ feedId: z.uuid() }),
	output: z.object({ name: z.string(), entries: z.array(CalendarEntry) }),
	async run(context, { feedId }) {
		const { actor, stores } = context;
		requireRole(actor, "jurisdiction.manage", []);
		const feed = await stores.facts.find("calendar-feed", feedId);
		const maker = feed && (await stores.facts.find("person", feed.personId));
		if (!feed || !maker?.active) throw new NotFound(ended);
		const grants = await stores.facts.list("role-grant", { personId: maker.id });
		const holder = { personId: maker.id, name: maker.name, grants };
		const writes = async (id: string) => may(holder, "plan.write", await stores.jurisdictions.pathOf(id));
		const reviews = async (id: string) => may(holder, "plan.review", await stores.jurisdictions.pathOf(id));
		if (feed.scope === "county") {
			const place = await stores.facts.find("jurisdiction", feed.jurisdictionId);
			if (!place || !((await writes(place.id)) || (await reviews(place.id)))) throw new NotFound(ended);
			const entries = [
				...(place.kind === "state" ? await dueDateEntries(context, place, () => true) : []),
				...(await milestoneEntries(context, { jurisdictionId: place.id })),
				...(await planEntries(
					context,
					async (id) => id === place.id || (place.kind === "state" && (await reviews(id))),
				)),
			];
			return { name: `Throughline: ${place.name}`, entries };
		}
		const owned: CalendarEntry[] = [];
		for (const state of await stores.facts.list("jurisdiction", { kind: "state" })) {
			owned.push(...(await dueDateEntries(context, state, (ownerIds) => ownerIds.includes(maker.id))));
		}
		const entries = [
			...owned,
			...(await milestoneEntries(context, { assignedPersonId: maker.id })),
			...(await planEntries(context, writes)),
		];
		return { name: `Throughline: ${maker.name}`, entries };
	},
});

/** What is due for a State in the coming twelve months and not done yet, and the State's own steps on the way. */
async function dueDateEntries(
	{ clock, stores }: OperationContext,
	state: Fact<"jurisdiction">,
	wanted: (ownerIds: readonly string[]) => boolean,
): Promise<readonly CalendarEntry[]> {
	const day = dayOf(clock());
	const [from, to] = [addMonths(day, -1), addMonths(day, 12)];
	// Steps of what is due later may lie within the twelve months.
	const { dueDates } = await ownedDueDates(stores, state, { day, from, to: addMonths(to, 24) });
	const steps = await stores.facts.list("planning-step", { jurisdictionId: state.id });
	return dueDates
		.filter(({ done, ownerIds }) => !done && wanted(ownerIds))
		.flatMap((due) => {
			const key = `due-${state.id}-${due.ruleId}-${due.literal}`;
			const common = { version: 1, documentId: null };
			const entries = [
				{ ...common, key, on: due.on, summary: `Due: ${due.name}, ${due.covers}`, description: state.name },
				...planBack(
					due.on,
					steps.filter(({ ruleId }) => ruleId === due.ruleId),
				).map(({ label, on, daysBefore }) => ({
					...{ ...common, key: `${key}-${daysBefore}-${label}`.replace(/[^\w-]+/gu, "-"), on },
					summary: `${label} (${due.name})`,
					description: `${daysBefore} days before ${due.name}, ${due.covers}`,
				})),
			];
			return entries.filter(({ on }) => on <= to);
		});
}

async function milestoneEntries(
	{ stores }: OperationContext,
	filter: Parameters<typeof listMilestonesInForce>[1],
): Promise<readonly CalendarEntry[]> {
	return (await listMilestonesInForce(stores, filter)).flatMap(
		({ milestone, document, dueOn, word }): CalendarEntry[] => {
			if (!dueOn || isSettled(milestone.status)) return [];
			const { id, version, statement } = milestone;
			const owner = milestone.assignedTitle || milestone.assignedAgency;
			return [
				{
					...{
						key: `milestone-${id}`,
						on: dueOn,
						summary: `${word.charAt(0).toUpperCase()}${word.slice(1)} due: ${statement}`,
						version,
						documentId: document.id,
					},
					description: [document.title, owner].filter(Boolean).join("\n"),
				},
			];
		},
	);
}

/** Yearly papers that are still to be sent, and the last day of each plan in force. */
async function planEntries(
	{ clock, stores }: OperationContext,
	wanted: (jurisdictionId: string) => Promise<boolean>,
): Promise<readonly CalendarEntry[]> {
	const documents = await stores.facts.list("document");
	const cycles = new Map((await stores.facts.list("cycle")).map((each) => [each.id, each]));
	const terms = await stores.facts.list("plan-terms");
	const known = new Map<string, boolean>();
	const entries: CalendarEntry[] = [];
	for (const plan of documents.filter(({ state, updateOf }) => state === "accepted" && updateOf === null)) {
		const cycle = cycles.get(plan.cycleId);
		const { jurisdictionId } = plan;
		if (!known.has(jurisdictionId)) known.set(jurisdictionId, await wanted(jurisdictionId));
		if (!cycle || !known.get(jurisdictionId)) continue;
		entries.push(...entriesOfPlan(plan, cycle, documents, { terms, today: dayOf(clock()) }));
	}
	return entries;
}

function entriesOfPlan(
	plan: Fact<"document">,
	cycle: Fact<"cycle">,
	documents: readonly Fact<"document">[],
	{ terms, today }: { readonly terms: readonly Fact<"plan-terms">[]; readonly today: PlainDate },
): readonly CalendarEntry[] {
	const common = { description: plan.title, documentId: plan.id };
	return [
		...yearlyPapersOf(plan, cycle, documents, today, agreedFor(plan, terms))
			.filter(({ state }) => state !== "submitted" && state !== "accepted")
			.map(({ number, name, dueOn }) => ({
				...{ ...common, key: `yearly-paper-${plan.id}-${number}`, on: dueOn, version: plan.version },
				summary: `${name} due: ${plan.title}`,
			})),
		{
			...{ ...common, key: `term-${plan.id}`, on: cycle.endsOn, version: cycle.version },
			summary: `Last day of ${plan.title}`,
		},
	];
}
