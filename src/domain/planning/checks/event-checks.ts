import { formatDate, type PlainDate } from "../../calendar/plain-date.ts";
import type { Fact } from "../../workflow/fact-kinds.ts";
import type { PlanningCheck, PlanningRules } from "../planning-rules.ts";
import { dueDayOf, dueDayOfCycle, eventsHeld, guestsPresent, type PlanningView, recordsIn } from "../planning-view.ts";
import { type CheckOutcome, count, nameIn, outcome } from "./check-outcome.ts";

type Of<K extends PlanningCheck["kind"]> = Extract<PlanningCheck, { kind: K }>;

const heldWords = (event: Fact<"planning-event">, dueOn: PlainDate | null) => {
	const day = event.heldOn;
	if (day === null) return "";
	return `${event.title}, ${formatDate(day)}${dueOn && day > dueOn ? `, after ${formatDate(dueOn)}` : ""}`;
};

/** A meeting was held, with what is asked of it. The one that lacks least is told. */
export function eventHeld(rules: PlanningRules, view: PlanningView, check: Of<"event-held">): CheckOutcome {
	const dueOn =
		check.by === undefined ? null : check.span === "year" ? dueDayOf(view, check.by) : dueDayOfCycle(view, check.by);
	const name = nameIn(rules.eventKinds, check.eventKind);
	const events = eventsHeld(view, check.span, [check.eventKind]);
	if (events.length === 0) return outcome([`"${name}" has not been held.`], "", dueOn);
	const has = {
		attendance: (event: Fact<"planning-event">) => guestsPresent(view, event.id).length > 0,
		agenda: (event: Fact<"planning-event">) => event.agenda !== "",
		materials: (event: Fact<"planning-event">) => event.materials !== "",
		decisions: (event: Fact<"planning-event">) => event.decisions !== "",
	} as const;
	const words = {
		attendance: "who came",
		agenda: "the agenda",
		materials: "the materials",
		decisions: "what was decided",
	};
	const faults = events.map((event) => ({
		event,
		missing: [
			...check.needs.filter((need) => !has[need](event)).map((need) => `"${event.title}" does not say ${words[need]}.`),
			...(check.record === undefined ||
			recordsIn(view, check.span, check.record).some(({ eventId }) => eventId === event.id)
				? []
				: [`"${event.title}" has no record "${nameIn(rules.recordKinds, check.record)}".`]),
		],
	}));
	const best = faults.reduce((a, b) => (b.missing.length < a.missing.length ? b : a));
	return outcome(best.missing, heldWords(best.event, dueOn), dueOn);
}

/** Somebody of a kind of party came to a meeting of the cycle. */
export function partyEngaged(rules: PlanningRules, view: PlanningView, check: Of<"party-engaged">): CheckOutcome {
	const dueOn = check.by === undefined ? null : dueDayOfCycle(view, check.by);
	const first = eventsHeld(view, "cycle")
		.filter(({ id }) => guestsPresent(view, id).some(({ partyKind }) => check.partyKinds.includes(partyKind)))
		.sort((a, b) => (a.heldOn ?? "").localeCompare(b.heldOn ?? ""))[0];
	if (first) return outcome([], heldWords(first, dueOn), dueOn);
	const who = check.partyKinds.map((kind) => nameIn(rules.partyKinds, kind)).join(", ");
	return outcome([`${who}: nobody came to a meeting of this cycle yet.`], "", dueOn);
}

/** A region and the first meeting that was held in it. */
export type RegionStanding = {
	readonly id: string;
	readonly name: string;
	readonly event: Fact<"planning-event"> | undefined;
};

/** Of every region, the first meeting of one of the kinds that was held there in the cycle. */
export function regionStandings(view: PlanningView, eventKinds: readonly string[]): readonly RegionStanding[] {
	const events = eventsHeld(view, "cycle", eventKinds).toSorted((a, b) =>
		(a.heldOn ?? "").localeCompare(b.heldOn ?? ""),
	);
	return view.regions.map(({ id, name }) => ({ id, name, event: events.find(({ placeId }) => placeId === id) }));
}

/** A meeting was held in every region. */
export function regionEvents(_rules: PlanningRules, view: PlanningView, check: Of<"region-events">): CheckOutcome {
	const dueOn = check.by === undefined ? null : dueDayOfCycle(view, check.by);
	const regions = regionStandings(view, check.eventKinds);
	if (regions.length === 0) return outcome(["The State has no regions in this installation."], "", dueOn);
	const done = regions.filter(({ event }) => event !== undefined);
	return outcome(
		regions.filter(({ event }) => event === undefined).map(({ name }) => `Nothing was held in ${name}.`),
		`${done.length} of ${count(regions.length, "region")}`,
		dueOn,
	);
}

/** Every one of the kinds of party came to a meeting of the cycle. */
export function partiesCovered(rules: PlanningRules, view: PlanningView, check: Of<"parties-covered">): CheckOutcome {
	const events = eventsHeld(view, "cycle");
	const present = new Set(events.flatMap(({ id }) => guestsPresent(view, id).map(({ partyKind }) => partyKind)));
	return outcome(
		check.partyKinds
			.filter((kind) => !present.has(kind))
			.map((kind) => `${nameIn(rules.partyKinds, kind)}: nobody came to a meeting of this cycle yet.`),
		count(events.length, "meeting"),
	);
}

/** Somebody was asked to a meeting and answered. */
export function guestReplied(rules: PlanningRules, view: PlanningView, check: Of<"guest-replied">): CheckOutcome {
	const from = String(view.year);
	const events = view.facts["planning-event"].filter(
		({ eventKind, heldOn }) => eventKind === check.eventKind && heldOn?.startsWith(from),
	);
	const who = nameIn(rules.partyKinds, check.partyKind);
	if (events.length === 0) {
		return outcome([`"${nameIn(rules.eventKinds, check.eventKind)}" of ${view.year} is not in the list yet.`]);
	}
	const guests = view.facts["event-guest"].filter(
		({ eventId, partyKind }) => partyKind === check.partyKind && events.some(({ id }) => id === eventId),
	);
	if (guests.length === 0) return outcome([`${who}: not asked to the meeting of ${view.year}.`]);
	const answered = guests.filter(({ invitedOn, reply }) => invitedOn !== null && reply !== "none");
	return outcome(
		answered.length > 0 ? [] : [`${who}: asked, but no answer is noted.`],
		answered.map(({ name }) => name).join(", "),
	);
}
