import { installationActor, installationPersonId } from "../domain/people/installation.ts";
import type { SignedInPerson } from "../storage/sql/actors.ts";

/** Whoever comes by has no account: the installation reads what is posted, and writes down what is said. */
export const publicVisitor: SignedInPerson = {
	...installationActor,
	...{ email: "", title: "", jurisdictionId: installationPersonId, place: "", changeMark: "" },
};
