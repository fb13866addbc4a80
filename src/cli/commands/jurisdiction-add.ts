import { parseArgs } from "node:util";
import { installationActor } from "../../domain/people/installation.ts";
import { JurisdictionKind } from "../../domain/people/jurisdiction.ts";
import { addJurisdiction } from "../../operations/add-jurisdiction.ts";
import { listJurisdictions } from "../../operations/list-jurisdictions.ts";
import { perform } from "../../operations/operation.ts";
import { CommandError } from "../command-error.ts";
import type { Run } from "../commands.ts";
import { printResult, withInstallation } from "../open.ts";

/** Adds a place to the tree: first the state, then what is below it. */
export const jurisdictionAdd: Run = async (rest, world) => {
	const { values, positionals } = parseArgs({
		args: [...rest],
		allowPositionals: true,
		options: {
			kind: { type: "string" },
			code: { type: "string" },
			parent: { type: "string" },
			"provides-adoptions": { type: "boolean" },
			"youth-connection": { type: "boolean" },
			"tribes-applicable": { type: "boolean" },
			json: { type: "boolean" },
		},
	});
	const [name] = positionals;
	const kind = JurisdictionKind.safeParse(values.kind);
	const { code } = values;
	if (!name || !code || !kind.success) {
		throw new CommandError(
			"Use: throughline jurisdiction add NAME --kind state|region|county|tribe --code CODE [--parent CODE]",
		);
	}
	const result = await withInstallation(
		world,
		async ({ performer }) => {
			const places = await perform(performer, listJurisdictions, installationActor, {});
			if (places.some((each) => each.code === code))
				throw new CommandError(`There is a jurisdiction with the code "${code}" already.`);
			const parent = places.find((each) => each.code === values.parent);
			if (values.parent && !parent)
				throw new CommandError(`There is no jurisdiction with the code "${values.parent}" to stand under.`);
			return perform(performer, addJurisdiction, installationActor, {
				kind: kind.data,
				code,
				name,
				parentId: parent?.id ?? null,
				providesAdoptions: values["provides-adoptions"] ?? false,
				youthConnectionAvailable: values["youth-connection"] ?? false,
				tribesApplicable: values["tribes-applicable"] ?? false,
			});
		},
		{ mayBeNew: true },
	);
	printResult(world, values.json, result, `Added ${name}.`);
	return 0;
};
