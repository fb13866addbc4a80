import { roleLabels } from "../domain/people/roles.ts";
import { getPersonData, type PersonKey, personKeys } from "./data/people.ts";
import { practicePlaces } from "./data/places.ts";

/** One line of the list on the sign-in page of a practice installation. */
export type PracticePerson = {
	readonly key: PersonKey;
	readonly email: string;
	readonly name: string;
	readonly title: string;
	/** Roles in words: "County planner, Data analyst". */
	readonly roles: string;
	/** Name of the place where they work. */
	readonly jurisdiction: string;
};

/**
 * Everybody whom one can sign in as in a practice installation, with Alder County first: its people and the State's
 * consultant after its chief hold all eight roles, so that the whole way of a plan can be walked there.
 */
export const practicePeople: readonly PracticePerson[] = personKeys.map((key) => {
	const { name, title, roles, place } = getPersonData(key);
	return {
		key,
		email: emailOf(key),
		name,
		title,
		roles: roles.map((role) => roleLabels[role]).join(", "),
		jurisdiction: practicePlaces[place].name,
	};
});

/** The address that a practice person signs in with. `.example` is kept free for such use: no mail reaches anybody. */
export function emailOf(key: PersonKey): string {
	const { name, place } = getPersonData(key);
	const domain = place === "threeHerons" ? "three-herons" : place;
	return `${name.toLowerCase().replace(/[^a-z]+/g, ".")}@${domain}.example`;
}

/** The line of one person. */
export function getPracticePerson(key: PersonKey): PracticePerson {
	const found = practicePeople.find((person) => person.key === key);
	if (!found) throw new RangeError(`There is no practice person ${key}.`);
	return found;
}
