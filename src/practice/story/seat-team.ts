import { addDays } from "../../domain/calendar/plain-date.ts";
import { addTeamMember } from "../../operations/add-team-member.ts";
import { toWorkingDay } from "../calendar/working-days.ts";
import { getPersonData } from "../data/people.ts";
import { type CountyKey, countyAgencies, practicePlaces } from "../data/places.ts";
import { fullTeam, type Seat } from "../data/seats.ts";
import type { Rosters } from "../people/roster.ts";
import type { PlanStory } from "./plan-story.ts";
import type { Desk } from "./session.ts";

/** Puts the county's team together: members, and those who are asked for their view on a day. */
export async function seatTeam(desk: Desk, { times, draft, today, rosters }: PlanStory): Promise<void> {
	const { county, withoutGroups = [] } = times.text;
	const seats = fullTeam.filter((seat) => isAskedIn(county, seat) && !withoutGroups.includes(seat.group));
	for (const [index, seat] of seats.entries()) {
		await desk.perform(times.planner, addTeamMember, {
			documentId: draft.documentId(),
			name: nameFor(seat, county, rosters),
			affiliation: fillCounty(seat.affiliation, county),
			group: seat.group,
			participation: seat.consulted ? "consulted" : "member",
			on: seat.consulted ? toWorkingDay(addDays(today, -times.writtenDaysAgo + 5 - index)) : null,
		});
	}
}

function isAskedIn(county: CountyKey, { onlyWhere }: Seat): boolean {
	const { tribesApplicable, providesAdoptions } = practicePlaces[county];
	if (onlyWhere === "tribesApplicable") return tribesApplicable;
	return onlyWhere === "noAdoptions" ? !providesAdoptions : true;
}

function nameFor({ who }: Seat, county: CountyKey, rosters: Rosters): string {
	if ("person" in who) return getPersonData(who.person).name;
	return "roster" in who ? rosters[county][who.roster] : fillCounty(who.body, county);
}

function fillCounty(text: string, county: CountyKey): string {
	const { childWelfare, probation } = countyAgencies[county];
	return text
		.replace("{county}", practicePlaces[county].name.replace(/ County$/, ""))
		.replace("{childWelfare}", childWelfare)
		.replace("{probation}", probation);
}
