import type { z } from "zod";
import { changePerson } from "../../operations/change-person.ts";
import { getPerson } from "../../operations/get-person.ts";
import type { Operation } from "../../operations/operation.ts";
import type { SignedInPerson } from "../../storage/sql/actors.ts";
import type { AppServices } from "../app-environment.ts";
import { visitOf } from "../middleware/answers.ts";
import { type ApiRoute, readInput } from "./api-route.ts";
import { apiOperations } from "./operations.ts";

/** One route an operation, with JSON in and out. */
export const operationRoutes: readonly ApiRoute[] = apiOperations.map(toRoute);

function toRoute(operation: Operation<z.ZodType, unknown>): ApiRoute {
	const { name, title, http, input, output } = operation;
	return {
		...http,
		name,
		title,
		signedIn: true,
		input,
		...(http.method === "post" ? { body: "json" as const } : {}),
		answers: { json: output },
		async handle(services, context) {
			const sent = await readInput(context, http.method === "post" ? "json" : undefined);
			const { person } = visitOf(context);
			const result = await services.perform(operation, person, sent);
			if (operation.name === changePerson.name) await endSessionsOfLeaver(services, person, String(sent.personId));
			return context.json(result as object);
		},
	};
}

/** Whoever may no longer sign in is signed out everywhere. */
async function endSessionsOfLeaver(services: AppServices, asker: SignedInPerson, personId: string): Promise<void> {
	const { person } = await services.perform(getPerson, asker, { personId });
	const account = person.active ? undefined : await services.accounts.findAccount(person.email);
	if (account) await services.accounts.endAllSessions(account.accountId);
}
