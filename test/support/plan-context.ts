import { assemblePlan } from "../../src/domain/plan/assemble-plan.ts";
import type { PlanFacts } from "../../src/domain/plan/plan-graph.ts";
import { caCcfsr2004 } from "../../src/frameworks/ca-ccfsr/2004/edition.ts";
import type { PlanContext } from "../../src/web/pages/plans/plan-context.ts";
import { sampleSha256 } from "./sample-approval.ts";
import { checkSip } from "./sip-checks.ts";

/** What the pages of a plan get, made from its facts: somebody who may write and set checks aside looks at it. */
export function planContext(facts: PlanFacts, more: Partial<PlanContext> = {}): PlanContext {
	return {
		frame: {
			assets: "/assets/test",
			path: `/plans/${facts.document.id}`,
			practice: false,
			person: undefined,
			session: undefined,
			notice: undefined,
		},
		graph: assemblePlan(facts),
		edition: caCcfsr2004,
		checks: checkSip(facts),
		mayWrite: true,
		mayWaive: true,
		mayReport: false,
		mayKeepVoices: false,
		mayApprove: false,
		maySignAs: [],
		planSha256: sampleSha256,
		pages: undefined,
		...more,
	};
}
