import type { PlainDate } from "../../domain/calendar/plain-date.ts";
import { installationActor } from "../../domain/people/installation.ts";
import type { Actor } from "../../domain/people/may.ts";
import { type Performer, perform } from "../../operations/operation.ts";
import { seriesOf } from "../../operations/outcomes.ts";
import type { Clock } from "../../operations/ports.ts";
import { getPersonData, type PersonKey } from "../data/people.ts";
import type { PlaceKey } from "../data/places.ts";
import { practiceVintage } from "../figures/make-series.ts";
import type { Random } from "../random.ts";
import type { Register } from "./found-installation.ts";
import type { Desk, Who } from "./session.ts";

/** A clock that the story moves on: to the next day's work, and a few minutes with each thing done. */
export type StoryClock = {
	readonly now: Clock;
	moveTo(day: PlainDate): void;
	tick(): void;
};

const minute = 60_000;

/** Begins at the start of a day. Throws when the story would come to `today`: nothing of it may lie ahead. */
export function createStoryClock(start: PlainDate, today: PlainDate, random: Random): StoryClock {
	let moment = startOf(start);
	const move = (next: number) => {
		if (next >= startOf(today)) throw new RangeError(`The practice story has come to ${today}, the day it is told on.`);
		moment = next;
	};
	return {
		now: () => new Date(moment),
		// People of the west coast are at work from 8:30 in the morning, half past four in the afternoon in UTC.
		moveTo: (day) => move(Math.max(moment + minute, startOf(day) + (990 + random.whole(0, 80)) * minute)),
		tick: () => move(moment + random.whole(20, 240) * 1_000),
	};
}

function startOf(day: PlainDate): number {
	return Date.parse(`${day}T00:00:00.000Z`);
}

/** A desk at which everybody in the story does their work, and the register of who and what was made there. */
export function createDesk(performer: Performer, clock: StoryClock): Desk & Register {
	const places = new Map<PlaceKey, string>();
	const people = new Map<PersonKey, string>();
	const quiet = withoutJobs(performer);
	const placeId = (place: PlaceKey) => get(places, place);
	const personId = (person: PersonKey) => get(people, person);
	const actorOf = (who: Who): Actor => {
		if (who === "installation") return installationActor;
		const { name, place, roles, elsewhere } = getPersonData(who);
		const here = roles.map((role) => ({ role, jurisdictionId: placeId(place) }));
		const there = (elsewhere ?? []).map(([at, role]) => ({ role, jurisdictionId: placeId(at) }));
		return { personId: personId(who), name, grants: [...here, ...there] };
	};
	return {
		placed: (place, id) => places.set(place, id),
		joined: (person, id) => people.set(person, id),
		placeId,
		personId,
		perform(who, operation, input) {
			clock.tick();
			return perform(quiet, operation, actorOf(who), input);
		},
		readFigures: (who, county, code) =>
			quiet.inTransaction(actorOf(who), async ({ figures }) => {
				const wanted = { jurisdictionIds: [placeId(county)], vintage: practiceVintage };
				const found = await figures.list(
					code === undefined ? { ...wanted, newestOnly: true } : { ...wanted, indicator: code },
				);
				return seriesOf(found).filter((series) => series.populationGroup === "all");
			}),
	};
}

/** No mail goes out about what happened in a story. */
function withoutJobs(performer: Performer): Performer {
	const jobs = { enqueue: () => Promise.resolve() };
	return {
		...performer,
		inTransaction: (actor, work) => performer.inTransaction(actor, (stores) => work({ ...stores, jobs })),
	};
}

function get<Key>(ids: ReadonlyMap<Key, string>, key: Key): string {
	const id = ids.get(key);
	if (id === undefined) throw new Error(`${String(key)} is not there yet in the practice story.`);
	return id;
}
