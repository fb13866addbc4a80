import { parseArgs } from "node:util";
import { installationActor } from "../../domain/people/installation.ts";
import { Role } from "../../domain/people/roles.ts";
import { addPerson } from "../../operations/add-person.ts";
import { listJurisdictions } from "../../operations/list-jurisdictions.ts";
import { perform } from "../../operations/operation.ts";
import { CommandError } from "../command-error.ts";
import type { Run } from "../commands.ts";
import { printResult, withInstallation } from "../open.ts";

const roles = Role.exclude(["installation"]);

/** Adds a person with an account. */
export const userAdd: Run = async (rest, world) => {
	const { values, positionals } = parseArgs({
		args: [...rest],
		allowPositionals: true,
		options: {
			name: { type: "string" },
			title: { type: "string" },
			role: { type: "string", multiple: true },
			jurisdiction: { type: "string" },
			json: { type: "boolean" },
		},
	});
	const email = positionals[0]?.trim().toLowerCase();
	const { name, title = "", jurisdiction } = values;
	if (!email || !name || !jurisdiction || !values.role) {
		throw new CommandError("Use: throughline user add EMAIL --name NAME --role ROLE --jurisdiction CODE");
	}
	const wanted = values.role.map((each) => {
		const role = roles.safeParse(each);
		if (!role.success) throw new CommandError(`There is no role "${each}". Roles: ${roles.options.join(", ")}.`);
		return role.data;
	});
	const { destination, ...result } = await withInstallation(world, async ({ performer, accounts, mailer }) => {
		const places = await perform(performer, listJurisdictions, installationActor, {});
		const place = places.find((each) => each.code === jurisdiction);
		if (!place) {
			const known =
				places.map((each) => `${each.code} (${each.name})`).join(", ") || "none yet: throughline jurisdiction add";
			throw new CommandError(`There is no jurisdiction with the code "${jurisdiction}". Known: ${known}.`);
		}
		const { id: personId } = await perform(performer, addPerson, installationActor, {
			jurisdictionId: place.id,
			name,
			title,
			email,
			roles: wanted,
		});
		const account = await accounts.createAccount({ email, name });
		if (account.result === "refused")
			throw new CommandError(`${name} was added, but not the account. ${account.message}`);
		return { personId, accountId: account.accountId, invited: account.invited, destination: mailer.destination };
	});
	const words = result.invited
		? `Added ${name}. The mail with the link to choose a password went to ${destination}.`
		: `Added ${name}. The mail with the link could not be sent: see throughline doctor, then use "Forgot your password?" on the sign-in page.`;
	printResult(world, values.json, result, words);
	return 0;
};
