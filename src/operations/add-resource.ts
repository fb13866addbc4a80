import { AgencyResource } from "../domain/resources/resource-facts.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { MadeOutput } from "./outputs/log-outputs.ts";

/** Adds a publication, tool or course to the library, for everybody who works here. */
export const addResource = defineOperation({
	name: "add-resource",
	title: "Add a resource",
	http: { method: "post", path: "/resources" },
	input: AgencyResource,
	output: MadeOutput,
	async run({ actor, ids, stores }, patch): Promise<{ id: string }> {
		const { jurisdictionId } = patch;
		const role = requireRole(actor, "plan.write", await stores.jurisdictions.pathOf(jurisdictionId));
		const id = ids.next();
		await stores.facts.write({
			...{ kind: "agency-resource", id, verb: "add", expectedVersion: 0, patch },
			...{ jurisdictionId, root: jurisdictionId, role, reason: "" },
		});
		return { id };
	},
});
