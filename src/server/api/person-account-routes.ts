import type { Context } from "hono";
import { z } from "zod";
import { NotAllowed } from "../../operations/errors.ts";
import { getPerson } from "../../operations/get-person.ts";
import type { AppEnvironment, AppServices } from "../app-environment.ts";
import { visitOf } from "../middleware/answers.ts";
import { makeAccount } from "../routes/people/make-account.ts";
import { type ApiRoute, checkInput, readInput } from "./api-route.ts";

const Input = z.object({ personId: z.uuid() });

/** The person and their account, for an administrator of their place. What is done is written to the server's log. */
async function managed(services: AppServices, context: Context<AppEnvironment>, step?: string) {
	const { personId } = checkInput(Input, await readInput(context, context.req.method === "GET" ? undefined : "json"));
	const { person: asker } = visitOf(context);
	const { person, mayManage } = await services.perform(getPerson, asker, { personId });
	if (!mayManage) throw new NotAllowed("This is for the administrators of the place where the person works.");
	if (step) services.log(`Account of person ${person.id}: ${step}, by person ${asker.personId}`);
	return { person, account: await services.accounts.findAccount(person.email) };
}

/** How another person signs in: for administrators, when somebody is new or cannot sign in. */
export const personAccountRoutes: readonly ApiRoute[] = [
	{
		method: "get",
		path: "/people/{personId}/account",
		name: "get-person-account",
		title: "Get how a person signs in",
		signedIn: true,
		input: Input,
		answers: { json: z.object({ exists: z.boolean(), secondFactor: z.boolean() }) },
		async handle(services, context) {
			const { account } = await managed(services, context);
			const secondFactor = account ? await services.accounts.isTotpEnabled(account.accountId) : false;
			return context.json({ exists: account !== undefined, secondFactor });
		},
	},
	{
		method: "post",
		path: "/people/{personId}/account/invite",
		name: "invite-person",
		title: "Mail a link to set a password",
		description: "Makes the account where there is none yet. To be called after a person was added.",
		signedIn: true,
		body: "json",
		input: Input,
		answers: { json: z.object({ message: z.string().describe("What was done, in words.") }) },
		async handle(services, context) {
			const { person } = await managed(services, context, "link to set a password");
			return context.json({ message: await makeAccount(services, person) });
		},
	},
	{
		method: "post",
		path: "/people/{personId}/account/clear-second-factor",
		name: "clear-second-factor",
		title: "Reset the second factor of a person",
		description: "For somebody who lost the phone and the backup codes. They are signed out everywhere.",
		signedIn: true,
		body: "json",
		input: Input,
		answers: { json: z.object({ cleared: z.boolean() }) },
		async handle(services, context) {
			const { account } = await managed(services, context, "second factor reset");
			if (account) await services.accounts.clearTotp(account.accountId);
			return context.json({ cleared: account !== undefined });
		},
	},
	{
		method: "post",
		path: "/people/{personId}/account/unlink-single-sign-on",
		name: "unlink-single-sign-on",
		title: "Undo the link of a person to single sign-on",
		signedIn: true,
		body: "json",
		input: Input,
		answers: { json: z.object({ undone: z.boolean() }) },
		async handle(services, context) {
			const { account } = await managed(services, context, "link to single sign-on undone");
			const undone = account ? await services.accounts.unlinkOidc(account.accountId) : false;
			return context.json({ undone });
		},
	},
];
