import { listPeople } from "../../../operations/list-people.ts";
import type { SignedInPerson } from "../../../storage/sql/actors.ts";
import type { AppServices } from "../../app-environment.ts";

/** Looks up the names of people that the asker may see, by id. */
export async function peopleNames(
	services: AppServices,
	person: SignedInPerson,
): Promise<(id: string) => string | undefined> {
	const people = await services.perform(listPeople, person, {});
	const names = new Map(people.map(({ id, name }) => [id, name]));
	return (id) => names.get(id);
}
