import { z } from "zod";
import { Person } from "../domain/people/person.ts";
import { InvalidInput, NotFound, Refused } from "./errors.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { VersionOutput } from "./outputs/log-outputs.ts";

/** Changes a person's name, title, supervisor or whether they may sign in. The e-mail address stays: it is how they sign in. */
export const changePerson = defineOperation({
	name: "change-person",
	title: "Change a person",
	http: { method: "post", path: "/people/{personId}" },
	input: z.object({
		personId: z.uuid(),
		version: z.coerce.number().int().min(1),
		patch: Person.pick({ name: true, title: true, active: true, supervisorId: true }).partial(),
		reason: z.string().max(2000).default(""),
	}),
	output: VersionOutput,
	async run({ actor, stores }, input): Promise<{ version: number }> {
		const person = await stores.facts.find("person", input.personId);
		if (!person) throw new NotFound("There is no such person, or not in your jurisdiction.");
		const role = requireRole(actor, "people.manage", await stores.jurisdictions.pathOf(person.jurisdictionId));
		const { name, title, active, supervisorId } = input.patch;
		if (active === false && person.id === actor.personId) {
			throw new Refused("You cannot end your own access. Ask another administrator to do it.");
		}
		if (supervisorId === person.id) {
			throw new InvalidInput([
				{ field: "supervisorId", message: "Nobody is their own supervisor. Choose another person, or none." },
			]);
		}
		if (supervisorId && !(await stores.facts.find("person", supervisorId))) {
			throw new InvalidInput([
				{ field: "supervisorId", message: "There is no such person whom you may see. Choose one of the list." },
			]);
		}
		const version = await stores.facts.write({
			kind: "person",
			id: person.id,
			verb: "change",
			expectedVersion: input.version,
			patch: {
				...(name === undefined ? {} : { name }),
				...(title === undefined ? {} : { title }),
				...(active === undefined ? {} : { active }),
				...(supervisorId === undefined ? {} : { supervisorId }),
			},
			jurisdictionId: person.jurisdictionId,
			root: person.id,
			role,
			reason: input.reason,
		});
		return { version };
	},
});
