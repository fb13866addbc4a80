import { Hono } from "hono";
import { editionOfDocument } from "../../domain/document/yearly-paper.ts";
import { assemblePlan } from "../../domain/plan/assemble-plan.ts";
import { getEdition } from "../../frameworks/editions.ts";
import { getAlignment } from "../../operations/get-alignment.ts";
import { getPlan } from "../../operations/get-plan.ts";
import { listJurisdictions } from "../../operations/list-jurisdictions.ts";
import { AlignmentPage, type AlignmentState } from "../../web/pages/alignment/alignment-page.tsx";
import { addressOf } from "../../web/pages/plans/address-of.ts";
import type { AppEnvironment, AppServices } from "../app-environment.ts";
import { answerPage, visitOf } from "../middleware/answers.ts";

/** Whether a State's documents say the same (INT-02 to INT-09). */
export function alignmentRoutes({ perform }: AppServices): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();
	routes.get("/", async (context) => {
		const { person } = visitOf(context);
		const places = (await perform(listJurisdictions, person, {})).filter(({ kind }) => kind === "state");
		const states: AlignmentState[] = [];
		for (const { id } of places) states.push(await perform(getAlignment, person, { jurisdictionId: id }));
		const withProblems = new Set(
			states.flatMap(({ rules }) => rules.flatMap(({ problems }) => problems.map(({ documentId }) => documentId))),
		);
		const plans = new Map<string, Parameters<typeof addressOf>[1]>();
		for (const documentId of withProblems) {
			const { facts } = await perform(getPlan, person, { documentId });
			const edition = editionOfDocument(getEdition(facts.document.editionId), facts.document);
			plans.set(documentId, { graph: assemblePlan(facts), edition });
		}
		const page = AlignmentPage({
			...{ frame: context.get("frame"), states },
			addressOf: ({ documentId, place }) => {
				const plan = plans.get(documentId);
				return plan ? addressOf(place, plan) : `/plans/${documentId}`;
			},
		});
		return answerPage(context, page);
	});
	return routes;
}
