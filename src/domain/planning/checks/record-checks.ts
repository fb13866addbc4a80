import { formatDate, plainDate } from "../../calendar/plain-date.ts";
import type { Fact } from "../../workflow/fact-kinds.ts";
import { dueDoneOn } from "../due-done.ts";
import type { PlanningCheck, PlanningRules } from "../planning-rules.ts";
import { dueDayOf, eventsHeld, guestsPresent, type PlanningView, recordsIn } from "../planning-view.ts";
import { type CheckOutcome, count, nameIn, outcome, short } from "./check-outcome.ts";

type Of<K extends PlanningCheck["kind"]> = Extract<PlanningCheck, { kind: K }>;
type RecordField = "text" | "owner" | "rating" | "evidence";

/** Labels of the fields that a record should have and has not. */
function emptyFields(rules: PlanningRules, record: Fact<"planning-record">, wanted: readonly RecordField[]) {
	const kind = rules.recordKinds.find(({ id }) => id === record.recordKind);
	return wanted
		.filter((field) => record[field] === "")
		.map((field) => (field === "rating" ? kind?.rating?.label : kind?.[field]) ?? field);
}

/** Records of every one of the kinds are there, with their fields filled. */
export function records(rules: PlanningRules, view: PlanningView, check: Of<"records">): CheckOutcome {
	const all = check.recordKinds.map((kind) => ({ kind, list: recordsIn(view, check.span, kind, check.at) }));
	const missing = all.flatMap(({ kind, list }) => {
		const name = nameIn(rules.recordKinds, kind);
		if (list.length === 0) return [`No "${name}"${check.at ? ` at "${nameIn(rules.eventKinds, check.at)}"` : ""}.`];
		return list.flatMap((record) => {
			const empty = emptyFields(rules, record, check.with);
			return empty.length > 0 ? [`"${name}: ${short(record.subject)}" lacks: ${empty.join(", ")}.`] : [];
		});
	});
	return outcome(missing, count(all.flatMap(({ list }) => list).length, "record"));
}

/** Each document was sent that holds in the planning year or, as a report, was sent in it; or a record tells of one written elsewhere. */
export function papersSent(rules: PlanningRules, view: PlanningView, check: Of<"papers-sent">): CheckOutcome {
	const [from, to] = [`${view.year}-01-01`, `${view.year}-12-31`];
	const told = check.papers.map(({ framework, paper, orRecord }) => ({
		name: nameIn(rules.recordKinds, orRecord),
		sent: view.papers.find(
			(each) =>
				each.framework === framework &&
				each.paper === paper &&
				each.submittedOn !== null &&
				(paper === "plan"
					? each.startsOn <= to && each.endsOn >= from
					: each.submittedOn >= from && each.submittedOn <= to),
		)?.title,
		record: recordsIn(view, "year", orRecord).find(({ text }) => text !== "")?.subject,
	}));
	return outcome(
		told
			.filter(({ sent, record }) => sent === undefined && record === undefined)
			.map(({ name }) => `"${name}" of ${view.year} was not sent, and no record tells of one written elsewhere.`),
		told
			.flatMap(({ name, sent, record }) => sent ?? (record === undefined ? [] : `${name}: ${short(record)}`))
			.join("; "),
	);
}

/** Records of a kind carry every one of these ratings. */
export function ratingsCovered(rules: PlanningRules, view: PlanningView, check: Of<"ratings-covered">): CheckOutcome {
	const kind = rules.recordKinds.find(({ id }) => id === check.recordKind);
	const span = kind?.output ? "year" : "cycle";
	const found = recordsIn(view, span, check.recordKind);
	return outcome(
		check.ratings
			.filter((rating) => !found.some((each) => each.rating === rating))
			.map((rating) => `No "${kind?.name ?? check.recordKind}" for: ${nameIn(kind?.rating?.options ?? [], rating)}.`),
		count(found.length, "record"),
	);
}

/** Every goal or strategy has records of the kinds. */
export function eachHasRecord(rules: PlanningRules, view: PlanningView, check: Of<"each-has-record">): CheckOutcome {
	const things = check.of === "goal" ? view.goals : view.strategies;
	if (things.length === 0) return outcome([`The State has no ${check.of} in these five years.`]);
	const missing = check.recordKinds.flatMap((kind) => {
		const name = nameIn(rules.recordKinds, kind);
		const found = recordsIn(view, check.span, kind);
		return things.flatMap(({ id, statement }) => {
			const mine = found.filter((each) => (check.of === "goal" ? each.goalId : each.strategyId) === id);
			if (mine.length === 0) return [`"${short(statement)}" has no "${name}".`];
			const lacks = mine.map((each) => emptyFields(rules, each, check.with));
			return lacks.every((each) => each.length > 0)
				? [`"${name}" of "${short(statement)}" lacks: ${lacks[0]?.join(", ")}.`]
				: [];
		});
	});
	return outcome(missing, count(things.length, check.of, check.of === "goal" ? "goals" : "strategies"));
}

/** Something due was done. */
export function dueMet(rules: PlanningRules, view: PlanningView, check: Of<"due-met">): CheckOutcome {
	const days = check.rules
		.map((ruleId) => dueDayOf(view, ruleId, check.yearOffset))
		.filter((day) => day !== null)
		.sort();
	const dueOn = days[0] ?? null;
	if (dueOn === null) return outcome([], `Nothing is due in ${view.year + check.yearOffset}`);
	const year = String(view.year + check.yearOffset);
	const said = view.facts["due-completion"].find(
		(each) => check.rules.includes(each.ruleId) && each.dueOn.startsWith(year),
	)?.completedOn;
	const proofs = { ...view.facts, rules, regionIds: view.regions.map(({ id }) => id), today: view.today };
	const found = check.rules.flatMap((ruleId) =>
		view
			.dueDates(ruleId, plainDate(`${year}-01-01`), plainDate(`${year}-12-31`))
			.flatMap((due) => dueDoneOn(proofs, { ruleId, ...due }) ?? []),
	);
	const done = said ?? found[0];
	if (!done) return outcome([`Due on ${formatDate(dueOn)}; nobody has said that it was done.`], "", dueOn);
	const late = done > dueOn ? `, after ${formatDate(dueOn)}` : "";
	return outcome([], `Done on ${formatDate(done)}${late}`, dueOn);
}

/** What a panel said changed the plan, or a goal of it, and the panel took part. */
export function panelInput(_rules: PlanningRules, view: PlanningView): CheckOutcome {
	const met = eventsHeld(view, "cycle").filter(({ id }) =>
		guestsPresent(view, id).some(({ partyKind }) => partyKind === "review-panel"),
	);
	const taken = view.facts["panel-recommendation"].filter(({ goalId, effect }) => goalId !== null || effect !== "");
	return outcome(
		[
			...(view.facts["review-panel"].length === 0 ? ["There is no citizen review panel in the list."] : []),
			...(met.length === 0 ? ["The panel came to no meeting of this cycle yet."] : []),
			...(taken.length === 0 ? ["No recommendation of a panel says what it changed in the plan."] : []),
		],
		`${count(met.length, "meeting")}, ${count(taken.length, "recommendation")} with an effect`,
	);
}
