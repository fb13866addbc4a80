import { z } from "zod";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { defineOperation } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";

/** All jurisdictions of the installation. Their names are no secret within it. */
export const listJurisdictions = defineOperation({
	name: "list-jurisdictions",
	title: "List jurisdictions",
	http: { method: "get", path: "/jurisdictions" },
	input: z.object({}),
	output: z.array(factOutputs.jurisdiction),
	run: ({ stores }): Promise<readonly Fact<"jurisdiction">[]> => stores.facts.list("jurisdiction"),
});
