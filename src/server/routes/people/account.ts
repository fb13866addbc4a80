import { type Context, Hono } from "hono";
import { NotAllowed } from "../../../operations/errors.ts";
import { getPerson } from "../../../operations/get-person.ts";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { answerDone, visitOf } from "../../middleware/answers.ts";
import { pathId } from "../../middleware/path-id.ts";
import { makeAccount } from "./make-account.ts";

/** What an administrator does when somebody of their place cannot sign in. Each step is written to the server's log. */
export function personAccountRoutes(services: AppServices): Hono<AppEnvironment> {
	const { perform, accounts, log } = services;
	const routes = new Hono<AppEnvironment>();

	async function managed(context: Context<AppEnvironment>, step: string) {
		const { person: asker } = visitOf(context);
		const { person, mayManage } = await perform(getPerson, asker, { personId: pathId(context, "id") });
		if (!mayManage) throw new NotAllowed("This is for the administrators of the place where the person works.");
		log(`Account of person ${person.id}: ${step}, by person ${asker.personId}`);
		return { person, account: await accounts.findAccount(person.email) };
	}

	routes.post("/invite", async (context) => {
		const { person } = await managed(context, "link to set a password");
		return answerDone(context, `/people/${person.id}`, await makeAccount(services, person));
	});

	routes.post("/clear-second-factor", async (context) => {
		const { person, account } = await managed(context, "second factor reset");
		if (account) await accounts.clearTotp(account.accountId);
		return answerDone(context, `/people/${person.id}`, "The second factor was reset. They are signed out everywhere.");
	});

	routes.post("/unlink-single-sign-on", async (context) => {
		const { person, account } = await managed(context, "link to single sign-on undone");
		const undone = account ? await accounts.unlinkOidc(account.accountId) : false;
		const notice = undone ? "The link was undone." : "There was no link, so nothing was changed.";
		return answerDone(context, `/people/${person.id}`, notice);
	});
	return routes;
}
