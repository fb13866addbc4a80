import type { Context } from "hono";
import { NotFound } from "../../../operations/errors.ts";
import type { AppServices } from "../../app-environment.ts";
import { requestFacts } from "../../middleware/request-facts.ts";
import { finishSignIn } from "./finish-sign-in.ts";

/**
 * Signs in as one of the practice people, without a password. False when there is no such person. In a real installation
 * there is no such page.
 */
export async function practiceSignIn(services: AppServices, context: Context, email: string): Promise<boolean> {
	if (!services.practice)
		throw new NotFound("There is no page at this address. Check it, or go on from the home page.");
	const people = await services.listPracticePeople();
	const account = people.some((each) => each.email === email) ? await services.accounts.findAccount(email) : undefined;
	if (!account) return false;
	const answer = await services.accounts.signInAs({ accountId: account.accountId, ...requestFacts(context) });
	return (await finishSignIn(services, context, answer.setCookie)).result === "signed-in";
}
