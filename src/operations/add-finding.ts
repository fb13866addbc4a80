import { z } from "zod";
import { Finding } from "../domain/finding/finding-facts.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { MadeOutput } from "./outputs/log-outputs.ts";

/** Writes down a finding of a person's own, for example on a systemic factor, which no figure proposes. */
export const addFinding = defineOperation({
	name: "add-finding",
	title: "Add a finding",
	http: { method: "post", path: "/findings" },
	input: Finding.omit({ state: true, periodEnd: true, vintage: true }).extend({
		vintage: z.string().max(40).default(""),
	}),
	output: MadeOutput,
	async run({ actor, ids, stores }, input): Promise<{ id: string }> {
		const role = requireRole(actor, "finding.confirm", await stores.jurisdictions.pathOf(input.jurisdictionId));
		const id = ids.next();
		await stores.facts.write({
			kind: "finding",
			id,
			verb: "add",
			expectedVersion: 0,
			patch: { ...input, state: "proposed", periodEnd: null },
			jurisdictionId: input.jurisdictionId,
			root: id,
			role,
			reason: "",
		});
		return { id };
	},
});
