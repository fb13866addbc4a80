import { Jurisdiction } from "../domain/people/jurisdiction.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { MadeOutput } from "./outputs/log-outputs.ts";

/** Adds a state, region, county or Tribe to the tree. Done by the installation (set-up, practice state). */
export const addJurisdiction = defineOperation({
	name: "add-jurisdiction",
	title: "Add a jurisdiction",
	http: { method: "post", path: "/jurisdictions" },
	input: Jurisdiction,
	output: MadeOutput,
	async run({ actor, ids, stores }, input): Promise<{ id: string }> {
		const id = ids.next();
		const role = requireRole(actor, "jurisdiction.manage", []);
		await stores.facts.write({
			kind: "jurisdiction",
			id,
			verb: "add",
			expectedVersion: 0,
			patch: input,
			jurisdictionId: id,
			root: id,
			role,
			reason: "",
		});
		return { id };
	},
});
