import type { PlainDate } from "../../domain/calendar/plain-date.ts";
import { addJurisdiction } from "../../operations/add-jurisdiction.ts";
import { addPerson } from "../../operations/add-person.ts";
import { changePerson } from "../../operations/change-person.ts";
import { grantRole } from "../../operations/grant-role.ts";
import { getPersonData, type PersonKey, personKeys } from "../data/people.ts";
import { type PlaceKey, type PracticePlace, placeKeys, practicePlaces } from "../data/places.ts";
import { emailOf } from "../practice-people.ts";
import type { Desk, Session } from "./session.ts";

/** Takes down who was made, so that they can act and be referred to. */
export type Register = {
	placed(place: PlaceKey, id: string): void;
	joined(person: PersonKey, id: string): void;
};

/** The first days: the installation makes the places, then adds the people with their roles. */
export function foundInstallation(day: PlainDate, register: Register): readonly Session[] {
	return [
		{
			day,
			name: "places and people",
			async run(desk) {
				for (const key of placeKeys) {
					const { parent, ...place }: PracticePlace = practicePlaces[key];
					const parentId = parent === null ? null : desk.placeId(parent);
					const { id } = await desk.perform("installation", addJurisdiction, { ...place, parentId });
					register.placed(key, id);
				}
				for (const key of personKeys) {
					const { name, title, place, roles, elsewhere } = getPersonData(key);
					const { id } = await desk.perform("installation", addPerson, {
						jurisdictionId: desk.placeId(place),
						name,
						title,
						email: emailOf(key),
						roles: [...roles],
					});
					register.joined(key, id);
					for (const [at, role] of elsewhere ?? []) {
						await desk.perform("installation", grantRole, { personId: id, jurisdictionId: desk.placeId(at), role });
					}
				}
				await nameSupervisors(desk);
			},
		},
	];
}

/** Those who work for a county's child welfare director answer to that director. */
async function nameSupervisors(desk: Desk): Promise<void> {
	const isDirector = (key: PersonKey) => getPersonData(key).roles.includes("child-welfare-director");
	for (const key of personKeys) {
		const { place, roles } = getPersonData(key);
		const director = personKeys.find((each) => getPersonData(each).place === place && isDirector(each));
		if (!director || isDirector(key) || roles.includes("chief-probation-officer")) continue;
		await desk.perform("installation", changePerson, {
			...{ personId: desk.personId(key), version: 1, patch: { supervisorId: desk.personId(director) } },
		});
	}
}
