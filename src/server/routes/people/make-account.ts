import type { AppServices } from "../../app-environment.ts";

/**
 * Makes the account of a person, or takes the one that there is, and mails a link to set a password. Answers a sentence for
 * the administrator on what was done. A mail that cannot be sent is told, not thrown: the account is there.
 */
export async function makeAccount(
	{ accounts, log }: AppServices,
	person: { readonly email: string; readonly name: string },
): Promise<string> {
	const notSent =
		"The mail with the link could not be sent: have your technician check the mail settings, then mail the link again.";
	const known = await accounts.findAccount(person.email);
	if (!known) {
		const made = await accounts.createAccount(person);
		if (made.result === "refused") return made.message;
		return made.invited ? `A mail with a link to set a password went to ${person.email}.` : notSent;
	}
	try {
		await accounts.inviteAgain(known.accountId);
		return `A mail with a link to set a password went to ${person.email}.`;
	} catch (error) {
		log(`A link to set a password was not mailed: ${error instanceof Error ? error.message : String(error)}`);
		return notSent;
	}
}
