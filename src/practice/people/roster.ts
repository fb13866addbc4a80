import { familyNames, givenNames } from "../data/names.ts";
import { getPersonData } from "../data/people.ts";
import { type CountyKey, countyKeys } from "../data/places.ts";
import { type RosterSeat, rosterPeople, rosterSeats } from "../data/seats.ts";
import { createRandom } from "../random.ts";

/** Who holds each seat in each county's papers, by name. */
export type Rosters = Readonly<Record<CountyKey, Readonly<Record<RosterSeat, string>>>>;

/** Names for all seats: of the person who signs in where one holds it, else invented from the seed. No name comes twice. */
export function makeRosters(seed: number): Rosters {
	const random = createRandom(seed, "rosters");
	const [given, family] = [random.shuffle(givenNames), random.shuffle(familyNames)];
	let made = 0;
	const nextName = () => {
		const name = `${given[made % given.length] ?? ""} ${family[made] ?? ""}`;
		if (made >= family.length) throw new RangeError("There are more seats than family names for them.");
		made += 1;
		return name;
	};
	return Object.fromEntries(
		countyKeys.map((county) => {
			const seats = rosterSeats.map((seat) => {
				const key = rosterPeople[county]?.[seat];
				const name = key ? getPersonData(key).name : nextName();
				return [seat, seat === "judge" ? `Hon. ${name}` : name] as const;
			});
			return [county, Object.fromEntries(seats)];
		}),
	) as Rosters;
}
