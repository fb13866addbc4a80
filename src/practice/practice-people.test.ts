import { expect, test } from "vitest";
import { Role } from "../domain/people/roles.ts";
import { getPersonData, personKeys } from "./data/people.ts";
import { countyKeys, practicePlaces } from "./data/places.ts";
import { makeRosters } from "./people/roster.ts";
import { practicePeople } from "./practice-people.ts";

test("thirty-three people, each with an address of their own that no mail reaches", () => {
	expect(practicePeople).toHaveLength(33);
	expect(new Set(practicePeople.map(({ email }) => email)).size).toBe(33);
	expect(new Set(practicePeople.map(({ name }) => name)).size).toBe(33);
	for (const { email } of practicePeople) expect(email).toMatch(/^[a-z]+(\.[a-z]+)+@[a-z-]+\.example$/);
});

test("every role can be found, and all for Alder County", () => {
	const alder = ["alder", practicePlaces.alder.parent, "halcyon"];
	const held = personKeys.map(getPersonData).filter(({ place }) => alder.includes(place));
	expect(new Set(held.flatMap(({ roles }) => roles))).toEqual(
		new Set(Role.options.filter((role) => role !== "installation")),
	);
});

test("each county has somebody who writes plans and somebody who loads figures; region and Tribe have people", () => {
	const at = (place: string) => personKeys.map(getPersonData).filter((person) => person.place === place);
	for (const county of countyKeys) {
		const roles = at(county).flatMap((person) => person.roles);
		expect(roles).toContain("county-planner");
		expect(roles).toContain("data-analyst");
	}
	for (const place of ["north", "valley", "threeHerons"]) expect(at(place).length).toBeGreaterThan(0);
});

test("names in plans are invented, never twice, and follow the seed", () => {
	const names = (seed: number) => countyKeys.flatMap((county) => Object.values(makeRosters(seed)[county]));
	expect(new Set(names(1)).size).toBe(names(1).length);
	expect(names(1)).toEqual(names(1));
	expect(names(1)).not.toEqual(names(2));
});
