import type { PlanningRules } from "../planning-rules.ts";
import { eventsHeld, type PlanningView, recordsIn } from "../planning-view.ts";
import { type CheckOutcome, count, nameIn, outcome, short } from "./check-outcome.ts";

function teamsOf(view: PlanningView, kinds: readonly string[]) {
	return view.facts["planning-team"].filter(({ teamKind }) => kinds.includes(teamKind));
}

/** A team has purpose, charge and members, and prepares a meeting. */
export function teamFormed(
	rules: PlanningRules,
	view: PlanningView,
	{ teamKind, prepares }: { readonly teamKind: string; readonly prepares?: string | undefined },
): CheckOutcome {
	const teams = teamsOf(view, [teamKind]);
	if (teams.length === 0) return outcome([`There is no "${nameIn(rules.teamKinds, teamKind)}".`]);
	const faults = teams.map((team) => [
		...(team.purpose === "" ? [`"${team.name}" has no purpose.`] : []),
		...(team.charge === "" ? [`"${team.name}" has no charge.`] : []),
		...(view.facts["team-seat"].some(({ teamId }) => teamId === team.id) ? [] : [`"${team.name}" has no members.`]),
		...(prepares === undefined ||
		view.facts["planning-event"].some((each) => each.eventKind === prepares && each.ownerTeamId === team.id)
			? []
			: [`"${nameIn(rules.eventKinds, prepares)}" is not prepared by "${team.name}".`]),
	]);
	const best = faults.reduce((a, b) => (b.length < a.length ? b : a));
	return outcome(best, teams.map(({ name }) => name).join(", "));
}

/** Teams of a kind are tied to goals, or a record says why none was needed. */
export function teamsAsNeeded(
	rules: PlanningRules,
	view: PlanningView,
	{ teamKind, orRecord }: { readonly teamKind: string; readonly orRecord: string },
): CheckOutcome {
	const teams = teamsOf(view, [teamKind]);
	if (teams.length === 0) {
		const said = recordsIn(view, "cycle", orRecord).length > 0;
		return outcome(
			said
				? []
				: [
						`There is no "${nameIn(rules.teamKinds, teamKind)}" and no record "${nameIn(rules.recordKinds, orRecord)}".`,
					],
			said ? "None was needed" : "",
		);
	}
	return outcome(
		teams.filter(({ goalIds }) => goalIds.length === 0).map(({ name }) => `"${name}" is tied to no goal.`),
		count(teams.length, "team"),
	);
}

/** Every goal or strategy is carried by a team. */
export function eachHasTeam(
	_rules: PlanningRules,
	view: PlanningView,
	{ of, teamKinds }: { readonly of: "goal" | "strategy"; readonly teamKinds: readonly string[] },
): CheckOutcome {
	const things = of === "goal" ? view.goals : view.strategies;
	if (things.length === 0) return outcome([`The State has no ${of} in these five years.`]);
	const teams = teamsOf(view, teamKinds);
	const carried = new Set(teams.flatMap((team) => (of === "goal" ? team.goalIds : team.strategyIds)));
	return outcome(
		things
			.filter(({ id }) => !carried.has(id))
			.map(({ statement }) => `No team carries the ${of} "${short(statement)}".`),
		count(teams.length, "team"),
	);
}

/** Teams have a seat for each of the kinds of party. */
export function teamParties(
	rules: PlanningRules,
	view: PlanningView,
	{ teamKinds, partyKinds }: { readonly teamKinds: readonly string[]; readonly partyKinds: readonly string[] },
): CheckOutcome {
	const teams = teamsOf(view, teamKinds);
	if (teams.length === 0) return outcome(["There is no such team yet."]);
	const missing = teams.flatMap(({ id, name }) => {
		const seats = view.facts["team-seat"].filter(({ teamId }) => teamId === id);
		const absent = partyKinds.filter((kind) => !seats.some(({ partyKind }) => partyKind === kind));
		if (absent.length === 0) return [];
		return [
			`"${name}" has no seat for: ${absent.map((kind) => nameIn(rules.partyKinds, kind).toLowerCase()).join(", ")}.`,
		];
	});
	return outcome(missing, count(teams.length, "team"));
}

/** Papers of the year went to every seat that has an address, with receipts. */
export function distributed(
	_rules: PlanningRules,
	view: PlanningView,
	{ teamKinds }: { readonly teamKinds: readonly string[] },
): CheckOutcome {
	const teams = teamsOf(view, teamKinds);
	const seats = view.facts["team-seat"].filter(({ teamId }) => teams.some(({ id }) => id === teamId));
	if (seats.length === 0) return outcome(["No team has members to whom something could be given."]);
	const given = view.facts.distribution.filter(({ sentOn }) => sentOn.startsWith(String(view.year)));
	const notGiven = seats.filter(({ id }) => !given.some(({ seatId }) => seatId === id));
	const waiting = given.filter(({ receivedOn }) => receivedOn === null);
	return outcome(
		[
			...(notGiven.length > 0 ? [`${count(notGiven.length, "member")} of the teams got nothing in ${view.year}.`] : []),
			...(waiting.length > 0 ? [`${count(waiting.length, "receipt")} not in yet.`] : []),
		],
		`${count(given.length, "paper")} given out in ${view.year}`,
	);
}

/** Units certified their active cases, and a record speaks of the workload. */
export function casesCertified(
	rules: PlanningRules,
	view: PlanningView,
	{ record }: { readonly record: string },
): CheckOutcome {
	const certified = view.facts["case-certification"].filter(({ certifiedOn }) =>
		certifiedOn.startsWith(String(view.year)),
	);
	const known = new Set(view.facts["case-certification"].map(({ unit }) => unit));
	const uncertified = [...known].filter((unit) => !certified.some((each) => each.unit === unit));
	return outcome(
		[
			...(certified.length === 0 ? [`No unit has certified its active cases in ${view.year}.`] : []),
			...(certified.length === 0
				? []
				: uncertified.map((unit) => `"${unit}" has not certified its cases in ${view.year}.`)),
			...(recordsIn(view, "year", record, rules.yearlyMeeting).length > 0
				? []
				: [`The meeting has no record "${nameIn(rules.recordKinds, record)}".`]),
		],
		count(certified.length, "unit"),
	);
}

/** Every one of the kinds of party took part in each stage. */
export function stagesCovered(
	rules: PlanningRules,
	view: PlanningView,
	{ partyKinds }: { readonly partyKinds: readonly string[] },
): CheckOutcome {
	const events = eventsHeld(view, "cycle");
	const missing = partyKinds.flatMap((kind) => {
		const stages = new Set(
			events
				.filter(({ id }) =>
					view.facts["event-guest"].some(
						(guest) => guest.eventId === id && guest.partyKind === kind && guest.attendance === "present",
					),
				)
				.map(({ stage }) => stage),
		);
		const absent = (["planning", "implementation", "feedback"] as const).filter((stage) => !stages.has(stage));
		return absent.length > 0 ? [`${nameIn(rules.partyKinds, kind)}: not yet in ${absent.join(", ")}.`] : [];
	});
	return outcome(missing, count(events.length, "meeting"));
}
