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
	const [email] = positionals;
	if (!email || !values.name || !values.jurisdiction || !values.role) {
		throw new CommandError("Use: throughline user add EMAIL --name NAME --role ROLE --jurisdiction CODE");
	}
	const wanted = values.role.map((name) => {
		const role = roles.safeParse(name);
		if (!role.success) throw new CommandError(`There is no role "${name}". Roles: ${roles.options.join(", ")}.`);
		return role.data;
	});
	const result = await withInstallation(world, async ({ performer, accounts }) => {
		const places = await perform(performer, listJurisdictions, installationActor, {});
		const place = places.find((each) => each.code === values.jurisdiction);
		if (!place) {
			const known =
				places.map((each) => `${each.code} (${each.name})`).join(", ") || "none yet: throughline jurisdiction add";
			throw new CommandError(`There is no jurisdiction with the code "${values.jurisdiction}". Known: ${known}.`);
		}
		const { id: personId } = await perform(performer, addPerson, installationActor, {
			jurisdictionId: place.id,
			name: values.name ?? "",
			title: values.title ?? "",
			email,
			roles: wanted,
		});
		const account = await accounts.createAccount({ email, name: values.name ?? "" });
		if (account.result === "refused") throw new CommandError(account.message);
		return { personId, accountId: account.accountId, invited: account.invited };
	});
	printResult(
		world,
		values.json,
		result,
		`Added ${values.name}. ${result.invited ? "A link to choose a password was mailed." : 'The mail with the link could not be sent: use "Forgot your password?".'}`,
	);
	return 0;
};
