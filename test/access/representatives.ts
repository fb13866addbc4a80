import type { AccessWorld, CountyFacts, Visitor } from "./access-world.ts";

/** One person of every role in the State, in a region, in a county and in a Tribe. */
export function representativesOf(world: AccessWorld): readonly Visitor[] {
	const [county] = world.counties;
	const others = [...new Set(world.visitors.map((each) => each.placeId))].filter(
		(placeId) => !world.counties.some(({ id }) => id === placeId),
	);
	const [state, region, , tribe] = others;
	return world.visitors.filter(({ placeId }) => [state, region, county?.id, tribe].includes(placeId));
}

/** The counties at which somebody is tried: their own or the first one below them, and one where they have no right. */
export function countiesFor(world: AccessWorld, { placeId, may }: Visitor): readonly CountyFacts[] {
	const own =
		world.counties.find(({ id }) => id === placeId) ?? world.counties.find(({ id }) => may("people.read", id));
	const foreign = world.counties.find(({ id }) => !may("people.read", id));
	return [own, foreign].flatMap((county) => (county ? [county] : []));
}
