import { z } from "zod";
import { DocumentState } from "../domain/workflow/document-workflow.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";

/** A plan on the public list. */
export type PublicPlan = {
	readonly publication: Fact<"publication">;
	readonly placeName: string;
	readonly state: DocumentState;
};

/** The plans that are posted, by place, the newest posting of each plan. The installation does it for whoever comes by. */
export const listPublicPlans = defineOperation({
	name: "list-public-plans",
	title: "List the plans that are posted",
	http: { method: "get", path: "/public/plans" },
	input: z.object({}),
	output: z.array(z.object({ publication: factOutputs.publication, placeName: z.string(), state: DocumentState })),
	async run({ actor, stores }): Promise<readonly PublicPlan[]> {
		requireRole(actor, "jurisdiction.manage", []);
		const publications = await stores.facts.list("publication");
		const places = await stores.facts.list("jurisdiction");
		const newest = [...new Map(inOrder(publications).map((each) => [each.documentId, each])).values()];
		const plans: PublicPlan[] = [];
		for (const publication of newest) {
			const document = await stores.facts.find("document", publication.documentId);
			const place = places.find(({ id }) => id === publication.jurisdictionId);
			if (document && place) plans.push({ publication, placeName: place.name, state: document.state });
		}
		return plans.sort(
			(a, b) =>
				a.placeName.localeCompare(b.placeName, "en") || b.publication.postedOn.localeCompare(a.publication.postedOn),
		);
	},
});

function inOrder(publications: readonly Fact<"publication">[]): readonly Fact<"publication">[] {
	return [...publications].sort((a, b) => a.submission - b.submission);
}
