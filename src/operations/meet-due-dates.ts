import { dueDates } from "../domain/calendar/due-dates.ts";
import { federalFiscalYearStart } from "../domain/calendar/fiscal-year.ts";
import { addDays, addMonths, type PlainDate, plainDate } from "../domain/calendar/plain-date.ts";
import type { Edition } from "../domain/document/edition.ts";
import { comingYear, isFinalPaper } from "../domain/document/yearly-paper.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { findEdition } from "../frameworks/editions.ts";
import type { OperationContext } from "./operation.ts";
import { getStateCalendar } from "./state-calendar.ts";

type Role = Fact<"role-grant">["role"] | null;
type Proof = { readonly documentId: string } | { readonly budgetFormId: string };
type Met = { readonly ruleId: string; readonly on: PlainDate };

/**
 * Ticks what a document's submission meets in the calendar of its State, with the document as proof. A person may correct the days or
 * take the entry out; what somebody wrote down before keeps its days and gains the proof.
 */
export async function meetDueDates(
	context: OperationContext,
	{
		document,
		cycle,
		role,
	}: { readonly document: Fact<"document">; readonly cycle: Fact<"cycle">; readonly role: Role },
): Promise<void> {
	const edition = findEdition(document.editionId);
	const ruleIds = edition ? rulesOf(edition, document) : [];
	const state = await context.stores.facts.find("jurisdiction", document.jurisdictionId);
	if (!edition || !state || ruleIds.length === 0 || state.kind !== "state" || !document.submittedOn) return;
	const met = edition.renewed
		? await metByBoth(context, state, ruleIds, document)
		: await dueIn(context, state, ruleIds, federalYear(comingYear(document, cycle) - 1));
	await tick(context, state, met, { proof: { documentId: document.id }, completedOn: document.submittedOn, role });
}

/** Ticks what a form CFS-101 meets: parts I and II, and part III, of its year; a form sent again, the revision of the year after. */
export async function meetFormDueDates(
	context: OperationContext,
	form: Fact<"budget-form">,
	{
		state,
		role,
		completedOn,
	}: { readonly state: Fact<"jurisdiction">; readonly role: Role; readonly completedOn: PlainDate },
): Promise<void> {
	const again = form.revision > 0;
	const year = form.submissionYear + (again ? 1 : 0);
	const met = await dueIn(context, state, again ? ["cfs101-revise"] : ["cfs101-1-2", "cfs101-3"], {
		...{ from: plainDate(`${year}-01-01`), to: plainDate(`${year}-12-31`) },
	});
	await tick(context, state, met, { proof: { budgetFormId: form.id }, completedOn, role });
}

/** A document that was taken back before it was looked at has met nothing: what it ticked is taken out. */
export async function takeBackDueDates(
	{ stores }: OperationContext,
	{ id: documentId, jurisdictionId }: Fact<"document">,
	role: Role,
): Promise<void> {
	for (const { id, version } of await stores.facts.list("due-completion", { jurisdictionId, documentId })) {
		await stores.facts.write({
			...{ kind: "due-completion", id, verb: "remove", expectedVersion: version, patch: {} },
			...{ jurisdictionId, root: jurisdictionId, role, reason: "The document was taken back." },
		});
	}
}

/** The due-date rules that the document, as plan, yearly paper or report at the end, answers. */
function rulesOf(edition: Edition, document: Fact<"document">): readonly string[] {
	if (!document.updateOf) return edition.dueRules ?? [];
	return (isFinalPaper(edition, document) ? edition.finalPaper : edition.yearlyPaper)?.dueRules ?? [];
}

function federalYear(year: number): { readonly from: PlainDate; readonly to: PlainDate } {
	const from = plainDate(`${year - 1}-${federalFiscalYearStart}`);
	return { from, to: addDays(addMonths(from, 12), -1) };
}

async function dueIn(
	{ stores }: OperationContext,
	state: Fact<"jurisdiction">,
	ruleIds: readonly string[],
	span: { readonly from: PlainDate; readonly to: PlainDate },
): Promise<readonly Met[]> {
	const { calendar } = await getStateCalendar(stores, state);
	const rules = calendar.rules.filter(({ id }) => ruleIds.includes(id));
	return dueDates({ ...calendar, rules, ...span });
}

/**
 * A day that asks for a plan and for the report on the one before is met when both were sent: the plan that holds on that day or begins
 * after it, and a report on every plan that ended before it. The day itself is the State's own: the rule names none.
 */
async function metByBoth(
	context: OperationContext,
	state: Fact<"jurisdiction">,
	ruleIds: readonly string[],
	{ editionId, submittedOn, id }: Fact<"document">,
): Promise<readonly Met[]> {
	const { stores } = context;
	const here = { jurisdictionId: state.id };
	const cycles = new Map((await stores.facts.list("cycle", here)).map((each) => [each.id, each]));
	const papers = (await stores.facts.list("document", here)).filter((each) => each.editionId === editionId);
	const sent = papers.filter((each) => each.id === id || each.state === "submitted" || each.state === "accepted");
	const plans = sent.filter(({ updateOf }) => updateOf === null);
	const reported = new Set(sent.map(({ updateOf }) => updateOf));
	const day = submittedOn ?? plainDate("1900-01-01");
	const days = await dueIn(context, state, ruleIds, { from: addMonths(day, -12), to: addMonths(day, 12) });
	return days.filter(({ on }) => {
		const ended = plans.filter(({ cycleId }) => (cycles.get(cycleId)?.endsOn ?? on) < on);
		return ended.length < plans.length && ended.every((plan) => reported.has(plan.id));
	});
}

async function tick(
	{ ids, stores }: OperationContext,
	{ id: jurisdictionId }: Fact<"jurisdiction">,
	met: readonly Met[],
	{ proof, completedOn, role }: { readonly proof: Proof; readonly completedOn: PlainDate; readonly role: Role },
): Promise<void> {
	const known = await stores.facts.list("due-completion", { jurisdictionId });
	const common = { jurisdictionId, root: jurisdictionId, role, reason: "" } as const;
	for (const { ruleId, on } of met) {
		const there = known.find((each) => each.ruleId === ruleId && each.dueOn === on);
		if (!there) {
			const nothing = { documentId: null, budgetFormId: null, note: "" };
			const patch = { ...nothing, jurisdictionId, ruleId, dueOn: on, completedOn, ...proof };
			await stores.facts.write({
				...{ ...common, kind: "due-completion", id: ids.next(), verb: "add", expectedVersion: 0, patch },
			});
		} else if (there.documentId === null && there.budgetFormId === null) {
			await stores.facts.write({
				...{ ...common, kind: "due-completion", id: there.id, verb: "change", expectedVersion: there.version },
				patch: proof,
			});
		}
	}
}
