import { z } from "zod";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { defineOperation } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";

/** What counties ask of the State, in plans that the person may read: each with its county and plan. */
export type RequestRow<K extends "assistance-request" | "law-change"> = {
	readonly request: Fact<K>;
	readonly place: string;
	readonly plan: string;
};

export type Requests = {
	readonly assistance: readonly RequestRow<"assistance-request">[];
	readonly lawChanges: readonly RequestRow<"law-change">[];
};

/** Requests for technical assistance (SIP-76) and for changes of law (SIP-74) of all counties, newest first. */
export const listRequests = defineOperation({
	name: "list-requests",
	title: "List what counties ask of the State",
	http: { method: "get", path: "/requests" },
	input: z.object({}),
	output: z.object({
		assistance: z.array(z.object({ request: factOutputs["assistance-request"], place: z.string(), plan: z.string() })),
		lawChanges: z.array(z.object({ request: factOutputs["law-change"], place: z.string(), plan: z.string() })),
	}),
	async run({ stores }): Promise<Requests> {
		const documents = new Map((await stores.facts.list("document")).map((each) => [each.id, each.title]));
		const places = new Map((await stores.facts.list("jurisdiction")).map((each) => [each.id, each.name]));
		const row = <T extends { readonly documentId: string; readonly jurisdictionId: string }>(request: T) => ({
			request,
			place: places.get(request.jurisdictionId) ?? "",
			plan: documents.get(request.documentId) ?? "",
		});
		const isThere = (each: { readonly documentId: string }) => documents.has(each.documentId);
		return {
			assistance: (await stores.facts.list("assistance-request")).filter(isThere).toReversed().map(row),
			lawChanges: (await stores.facts.list("law-change")).filter(isThere).toReversed().map(row),
		};
	},
});
